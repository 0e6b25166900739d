package dev.headroom.console.viewmodel.action;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import dev.headroom.model.ShelfLife;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be done about one alert or one flood: say that one knows, keep it out of sight for a
/// while, bring it back. For the UI thread only.
public final class AlertCase {
  private static final ShelfLife[] LIVES = ShelfLife.values();

  private final Operator operator;
  private final AlertLine line;
  private final Optional<Alert> alert;
  private final List<Command.Shelvable> reaches;
  private final Attempt attempt;
  private Runnable listener = () -> {};
  private String preview = "";
  private int previewed = -1;

  AlertCase(Operator operator, AlertLine line, Runnable changed) {
    this.operator = operator;
    this.line = line;
    alert =
        line.subject() instanceof AlertLine.Subject.One(var one)
            ? Optional.of(one)
            : Optional.empty();
    reaches = reaches(line);
    attempt =
        new Attempt(
            operator,
            () -> {
              changed.run();
              listener.run();
            });
  }

  /// Who is told when there is something new to say.
  public void listen(Runnable told) {
    listener = told;
  }

  /// The row that this is about.
  public AlertLine line() {
    return line;
  }

  /// What is known about it.
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Wording.text("column.state"), line.state()));
    facts.add(new Fact(Wording.text("column.used"), line.used()));
    facts.add(new Fact(Wording.text("column.since"), line.since()));
    alert
        .flatMap(known -> known.life().acknowledgement())
        .ifPresent(known ->
            facts.add(
                new Fact(
                    Wording.text("alert.known.by", known.author()),
                    known.note().isEmpty()
                        ? Times.ago(operator.now(), known.at())
                        : known.note())));
    return facts;
  }

  /// Why it cannot be acknowledged; empty where it can.
  public String whyNotAcknowledge() {
    if (!operator.lock().isEmpty()) {
      return operator.lock();
    }
    if (alert.isEmpty()) {
      return Wording.text("acknowledge.not.flood");
    }
    return switch (alert.get().life().state()) {
      case ACTIVE, CLEARED, SHELVED -> "";
      case ACKNOWLEDGED -> Wording.text("acknowledge.not.known");
      case PENDING -> Wording.text("acknowledge.not.pending");
    };
  }

  /// Whether an acknowledgement needs a note: at 100 % and beyond it does.
  public boolean needsNote() {
    return alert.filter(known -> known.severity() == Severity.CRITICAL).isPresent();
  }

  /// Says that the operator knows of it.
  public void acknowledge(String note) {
    if (alert.isPresent() && whyNotAcknowledge().isEmpty() && !(needsNote() && note.isBlank())) {
      Instance instance = operator.instance();
      var command =
          new Command.AcknowledgeAlert(
              operator.newId(), alert.get().ref(), operator.name(), note.strip());
      attempt.make(
          () -> instance.alerts().acknowledge(command), _ -> Wording.text("acknowledge.done"));
    }
  }

  /// What can be shelved at once: this alert, or all at and below a scope on the way to `/`.
  public List<String> reaches() {
    return reaches.stream()
        .map(reach ->
            switch (reach) {
              case Command.Shelvable.One _ -> Wording.text("shelve.one");
              case Command.Shelvable.Subtree(var path) ->
                  Wording.text("shelve.below", Phrases.scope(path));
            })
        .toList();
  }

  /// For how long something can be shelved.
  public List<String> lives() {
    return Stream.of(LIVES)
        .map(life -> Wording.text("shelve.life." + life.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /// Finds out what shelving would hide.
  ///
  /// @param reach an index of [#reaches]
  public void preview(int reach) {
    previewed = reach;
    if (!(reaches.get(reach) instanceof Command.Shelvable.Subtree(var path))) {
      preview = Wording.text("shelve.preview.one");
      listener.run();
      return;
    }
    preview = Wording.text("list.loading");
    Instance instance = operator.instance();
    operator
        .calls()
        .ask(
            () -> instance.alerts().shelvable(path),
            reply -> {
              if (reach == previewed) {
                preview = previewOf(reply);
                listener.run();
              }
            });
  }

  /// What shelving would hide, in a sentence.
  public String preview() {
    return preview;
  }

  /// Why nothing can be shelved; empty where it can.
  public String whyNotShelve() {
    if (!operator.lock().isEmpty()) {
      return operator.lock();
    }
    return isShelved() ? Wording.text("shelve.not.shelved") : "";
  }

  /// Keeps alerts out of sight.
  ///
  /// @param reach an index of [#reaches]
  /// @param life an index of [#lives]
  /// @param reason not blank
  public void shelve(int reach, int life, String reason) {
    if (whyNotShelve().isEmpty() && !reason.isBlank()) {
      Instance instance = operator.instance();
      var command =
          new Command.ShelveAlerts(
              operator.newId(), reaches.get(reach), LIVES[life], operator.name(), reason.strip());
      attempt.make(
          () -> instance.alerts().shelve(command),
          shelved -> Wording.text("shelve.done", Figures.count(shelved.hidden())));
    }
  }

  /// Whether it is out of sight, so that it can be brought back.
  public boolean isShelved() {
    return alert.filter(known -> known.life().state() == AlertState.SHELVED).isPresent();
  }

  /// Why nothing can be brought back, in a sentence; empty where it can.
  public String whyNotUnshelve() {
    return operator.lock();
  }

  /// Brings it back, or all that are shelved there.
  ///
  /// @param reach an index of [#reaches]
  /// @param reason not blank
  public void unshelve(int reach, String reason) {
    if (whyNotUnshelve().isEmpty() && !reason.isBlank()) {
      Instance instance = operator.instance();
      var command =
          new Command.UnshelveAlerts(
              operator.newId(), reaches.get(reach), operator.name(), reason.strip());
      attempt.make(
          () -> instance.alerts().unshelve(command),
          back -> Wording.text("unshelve.done", Figures.count(back.shown())));
    }
  }

  /// What came of the last action.
  public Attempt attempt() {
    return attempt;
  }

  private static String previewOf(Reply<ScopeStatus.AlertCounts> reply) {
    return reply instanceof Reply.Decided<ScopeStatus.AlertCounts>(var counts)
        ? Wording.text(
            "shelve.preview", Figures.count(counts.total()), Figures.count(counts.critical()))
        : Phrases.problem(reply);
  }

  private static List<Command.Shelvable> reaches(AlertLine line) {
    List<Command.Shelvable> reaches = new ArrayList<>();
    ScopePath path =
        switch (line.subject()) {
          case AlertLine.Subject.One(var one) -> {
            reaches.add(new Command.Shelvable.One(one.ref()));
            yield one.constraint().path();
          }
          case AlertLine.Subject.Many(var flood) -> flood.parent();
        };
    for (ScopePath step : path.chain().reversed()) {
      reaches.add(new Command.Shelvable.Subtree(step));
    }
    return List.copyOf(reaches);
  }
}
