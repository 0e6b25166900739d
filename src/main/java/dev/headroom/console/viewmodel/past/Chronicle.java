package dev.headroom.console.viewmodel.past;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.EventSentences;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.InjectModel;
import dev.headroom.console.viewmodel.Injector;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Stay;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The moments of the time that can be looked at again, and the way from one to the next. They are
/// found aside, which can take a while, and shown as they are found. For the UI thread only.
public final class Chronicle {
  /// How many moments are kept; the earliest go first.
  public static final int MOMENTS_MAX = 20_000;

  /// After how many events what was found by then is shown.
  private static final int SHOWN_EVERY = 100_000;

  /// How many are said one by one where a mark stands for several.
  private static final int SAID_MAX = 4;

  private final TimeMachine past;
  private final Supplier<List<Injector.Thrown>> thrown;
  private final Runnable told;
  private Optional<Span> span = Optional.empty();
  private Cancellation looking = new Cancellation();
  private Optional<Moment.Kind> kind = Optional.empty();
  private Moments moments = Moments.NONE;
  private Moments shown = Moments.NONE;
  private boolean complete;
  private String problem = "";

  /// Which moments are looked for.
  private record Span(Object of, Instant since, Instant until) {}

  /// @param thrown is asked what was thrown in, in its order
  /// @param told is told whenever there are other moments
  public Chronicle(TimeMachine past, Supplier<List<Injector.Thrown>> thrown, Runnable told) {
    this.past = past;
    this.thrown = thrown;
    this.told = told;
  }

  /// Looks for moments where others can be seen than before; stops where none can.
  public void update() {
    Optional<Span> now =
        past.visit().map(stay -> new Span(stay.present(), stay.since(), stay.until()));
    if (now.equals(span)) {
      return;
    }
    span = now;
    looking.cancel();
    take(List.of(), false);
    past.visit().ifPresent(this::look);
  }

  private void look(Stay stay) {
    var mine = new Cancellation();
    looking = mine;
    problem = "";
    var found = new Finding(mine);
    // What was at the very beginning belongs to it.
    Instant from = stay.since().minusMillis(1);
    past.calls()
        .ask(
            () -> stay.present().retell(from, stay.until(), found::hear, mine),
            reply -> {
              if (!mine.isCancelled()) {
                problem = reply instanceof Reply.Decided<?> ? "" : Phrases.problem(reply);
                take(newest(found.found), true);
              }
            });
  }

  private void take(List<Moment> found, boolean all) {
    moments = new Moments(withInjections(found));
    shown = moments.of(kind);
    complete = all;
    told.run();
  }

  private List<Moment> withInjections(List<Moment> found) {
    List<Moment> all = new ArrayList<>(found);
    past.visit()
        .ifPresent(stay ->
            thrown.get().stream()
                .filter(each -> !each.since().isBefore(stay.since()))
                .filter(each -> !each.since().isAfter(stay.until()))
                .map(Moment::of)
                .forEach(all::add));
    all.sort(Comparator.comparing(Moment::at)); // Stable: what was told keeps its order.
    return all;
  }

  /// Shows only one kind of moments, or all.
  public void choose(Optional<Moment.Kind> wanted) {
    kind = wanted;
    shown = moments.of(kind);
    told.run();
  }

  /// As many marks as have room side by side.
  ///
  /// @param places how many that are; at least 1
  public List<MomentMark> marks(int places) {
    return past.visit()
        .map(stay -> shown.marks(stay.since(), stay.until(), places))
        .orElse(List.of());
  }

  /// Goes to where the first of the moments was for which a mark stands.
  public void goTo(MomentMark mark) {
    past.goTo(mark.moments().all().getFirst().at());
  }

  /// Goes to the next moment.
  public void goOn() {
    next().ifPresent(past::goTo);
  }

  /// Goes to the moment before.
  public void goBack() {
    previous().ifPresent(past::goTo);
  }

  /// Whether there is a later moment.
  public boolean hasNext() {
    return next().isPresent();
  }

  /// Whether there is an earlier moment.
  public boolean hasPrevious() {
    return previous().isPresent();
  }

  private Optional<Instant> next() {
    return past.visit().flatMap(stay -> shown.next(stay.at()));
  }

  private Optional<Instant> previous() {
    return past.visit().flatMap(stay -> shown.previous(stay.at()));
  }

  /// What there is, or that it is not all known yet, or why it is not known.
  public String summary() {
    if (!problem.isEmpty()) {
      return Wording.text("moments.unknown", problem);
    }
    return Wording.text(complete ? "moments.summary" : "moments.looking", counts(moments))
        + (moments.all().size() == MOMENTS_MAX ? " " + Wording.text("moments.cut") : "");
  }

  /// What happened at the very instant that is shown; empty where nothing did.
  public String here() {
    return past.visit()
        .map(stay -> shown.at(stay.at()))
        .filter(now -> !now.isEmpty())
        .map(now -> said(now.getLast()) + more(now.size() - 1))
        .orElse("");
  }

  /// What a mark stands for, in lines.
  public String say(MomentMark mark) {
    List<Moment> all = mark.moments().all();
    List<String> lines = new ArrayList<>();
    if (all.size() > 1) {
      lines.add(
          Wording.text(
              "moments.several",
              counts(mark.moments()),
              clock(all.getFirst()),
              clock(all.getLast())));
    }
    all.stream()
        .sorted(Comparator.comparing(Moment::level).reversed())
        .limit(all.size() > SAID_MAX ? SAID_MAX - 1 : SAID_MAX)
        .forEach(moment -> lines.add(clock(moment) + "  " + said(moment)));
    if (all.size() > SAID_MAX) {
      lines.add(more(all.size() - SAID_MAX + 1).strip());
    }
    return String.join("\n", lines);
  }

  private String said(Moment moment) {
    return switch (moment.cause()) {
      case Moment.Told(Event event) -> said(moment, EventSentences.row(event, until(), zone()));
      case Moment.Injected(var injected) -> said(injected);
    };
  }

  private static String said(Moment moment, EventRow row) {
    String grave = moment.kind() == Moment.Kind.ALERT ? "." + moment.level().name() : "";
    String what = Wording.text("moment." + moment.kind().name() + grave, row.sentence());
    return row.address().equals("/") ? what : Wording.text("moment.at", row.scope(), what);
  }

  private String said(Injector.Thrown injected) {
    String name = InjectModel.name(injected.kind());
    String end = Times.clock(until(), injected.until(), zone());
    return injected
        .pool()
        .map(pool -> Wording.text("moment.INJECTION.pool", name, pool, end))
        .orElseGet(() -> Wording.text("moment.INJECTION", name, injected.path(), end));
  }

  private static String more(int count) {
    return count == 0 ? "" : " " + Wording.text("moments.more", Figures.count(count));
  }

  private String clock(Moment moment) {
    return Times.clock(until(), moment.at(), zone());
  }

  private Instant until() {
    return past.visit().map(Stay::until).orElse(Instant.EPOCH);
  }

  private ZoneId zone() {
    return past.visit().map(Stay::zone).orElse(ZoneOffset.UTC);
  }

  /// `3 alerts, 1 conflict, 2 changes`.
  private static String counts(Moments of) {
    List<String> parts = new ArrayList<>();
    for (Moment.Kind each : Moment.Kind.values()) {
      int count = of.count(each);
      if (count > 0) {
        String many = count == 1 ? ".one" : ".many";
        parts.add(Wording.text("moments." + each.name() + many, Figures.count(count)));
      }
    }
    return parts.isEmpty() ? Wording.text("moments.none") : String.join(", ", parts);
  }

  private static List<Moment> newest(List<Moment> all) {
    return List.copyOf(all.subList(Math.max(0, all.size() - MOMENTS_MAX), all.size()));
  }

  /// Collects moments on the thread that tells what happened.
  private final class Finding {
    private final Cancellation mine;
    private final List<Moment> found = new ArrayList<>();
    private long heard;

    private Finding(Cancellation mine) {
      this.mine = mine;
    }

    private void hear(Event event) {
      Moment.of(event).ifPresent(found::add);
      if (found.size() == 2 * MOMENTS_MAX) {
        found.subList(0, MOMENTS_MAX).clear();
      }
      heard++;
      if (heard % SHOWN_EVERY == 0) {
        List<Moment> soFar = newest(found);
        past.calls()
            .tell(() -> {
              if (!mine.isCancelled()) {
                take(soFar, false);
              }
            });
      }
    }
  }
}
