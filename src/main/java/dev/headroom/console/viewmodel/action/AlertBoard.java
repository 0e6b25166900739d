package dev.headroom.console.viewmodel.action;

import dev.headroom.client.AlertPage;
import dev.headroom.client.Instance;
import dev.headroom.console.viewmodel.Listing;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The alerts of one instance by where they are in their life, floods folded into one row each. For
/// the UI thread only.
public final class AlertBoard {
  private static final int ROWS_MAX = 500;

  /// Which alerts are listed.
  public enum Show {
    /// They stand, or stood, and nobody has said that they know.
    OPEN,
    ACKNOWLEDGED,
    SHELVED,
    /// Their threshold is exceeded, but not for long enough yet.
    PENDING;

    private Set<AlertState> states() {
      return switch (this) {
        case OPEN -> Set.of(AlertState.ACTIVE, AlertState.CLEARED);
        case ACKNOWLEDGED -> Set.of(AlertState.ACKNOWLEDGED);
        case SHELVED -> Set.of(AlertState.SHELVED);
        case PENDING -> Set.of(AlertState.PENDING);
      };
    }
  }

  private final Operator operator;
  private final Listing<AlertLine> lines;
  private Show show = Show.OPEN;
  private Optional<ScopePath> unfolded = Optional.empty();

  /// A board that lists what nobody has seen to.
  public AlertBoard(Operator operator) {
    this.operator = operator;
    lines = new Listing<>(operator.calls(), this::ask);
  }

  /// What is listed.
  public Listing<AlertLine> lines() {
    return lines;
  }

  public Show show() {
    return show;
  }

  /// Lists others from now on.
  public void show(Show other) {
    if (other != show || unfolded.isPresent()) {
      show = other;
      unfolded = Optional.empty();
      lines.reset();
      lines.refresh();
    }
  }

  /// Lists those of a flood that stand, each by itself.
  public void unfold(AlertLine flood) {
    if (flood.subject() instanceof AlertLine.Subject.Many(var many)) {
      unfolded = Optional.of(many.parent());
      lines.reset();
      lines.refresh();
    }
  }

  /// Folds again what was unfolded.
  public void fold() {
    if (unfolded.isPresent()) {
      unfolded = Optional.empty();
      lines.reset();
      lines.refresh();
    }
  }

  /// Below which scope a flood is unfolded; empty where none is.
  public String unfoldedText() {
    return unfolded.map(path -> Wording.text("alert.unfolded", Phrases.scope(path))).orElse("");
  }

  /// What to say where there are none.
  public String nothing() {
    return Wording.text("alerts.none." + show.name());
  }

  /// What can be done about a row.
  public AlertCase open(AlertLine line) {
    return new AlertCase(operator, line, lines::refresh);
  }

  private Supplier<Listing.Fetched<AlertLine>> ask() {
    Instant now = operator.now();
    Instance instance = operator.instance();
    Set<AlertState> states = show.states();
    ScopePath home = operator.home();
    if (unfolded.isPresent()) {
      ScopePath below = unfolded.get();
      return () ->
          Listing.Fetched.from(
              instance.alerts().standing(below, ROWS_MAX),
              (AlertPage page) -> Listing.Fetched.of(lines(page, states, now), page.total()));
    }
    return () ->
        Listing.Fetched.from(
            instance.alerts().overview(home, states),
            (AlertOverview overview) -> {
              List<AlertLine> rows = lines(overview, now);
              int shown = Math.min(ROWS_MAX, rows.size());
              return Listing.Fetched.of(List.copyOf(rows.subList(0, shown)), rows.size());
            });
  }

  private static List<AlertLine> lines(AlertPage page, Set<AlertState> states, Instant now) {
    return page.alerts().stream()
        .filter(alert -> states.contains(alert.life().state()))
        .map(alert -> AlertLines.one(alert, now))
        .toList();
  }

  private static List<AlertLine> lines(AlertOverview overview, Instant now) {
    List<AlertLine> rows = new ArrayList<>();
    overview.floods().forEach(flood -> rows.add(AlertLines.many(flood, now)));
    for (Alert alert : overview.alerts()) {
      rows.add(AlertLines.one(alert, now));
    }
    return rows;
  }
}
