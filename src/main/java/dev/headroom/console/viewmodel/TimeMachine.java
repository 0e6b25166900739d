package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows an instance as it was, while it goes on. Only the newest wish counts. For the UI thread
/// only.
public final class TimeMachine {
  /// How far back it goes at first.
  private static final Duration FIRST = Duration.ofMinutes(1);

  private final Calls calls;
  private final Supplier<Desk> shown;
  private final Consumer<Instance> show;
  private final Runnable told;
  private Optional<Visit> visit = Optional.empty();
  private Cancellation running = new Cancellation();
  private boolean underway;
  private String problem = "";

  /// A stay in the past.
  ///
  /// @param present the instance that goes on
  /// @param zone by whose clocks times are told
  /// @param until when the stay began
  /// @param since from when on there is anything to see
  /// @param at which instant is shown, or was asked for
  /// @param then how it was; empty before anything is shown
  /// @param pinned another instant, to compare with
  public record Visit(
      Instance present,
      ZoneId zone,
      Instant until,
      Instant since,
      Instant at,
      Optional<Instance> then,
      Optional<Pin> pinned) {
    /// Whether another instant of the same stay is this.
    public boolean isSameStay(Visit other) {
      return present.equals(other.present) && since.equals(other.since);
    }

    /// How much time can be seen.
    public Duration length() {
      return Duration.between(since, until);
    }

    private Visit to(Instant other) {
      return new Visit(present, zone, until, since, other, then, pinned);
    }

    private Visit showing(Instance other) {
      return new Visit(present, zone, until, since, at, Optional.of(other), pinned);
    }

    private Visit pinning(Optional<Pin> pin) {
      return new Visit(present, zone, until, since, at, then, pin);
    }

    private Visit upTo(Instant later) {
      return new Visit(present, zone, later, since, at, then, pinned);
    }

    /// Whether an instance is one that is looked at.
    private boolean needs(Instance instance) {
      return then.equals(Optional.of(instance))
          || pinned.filter(pin -> pin.then().equals(instance)).isPresent();
    }

    private Instant within(Instant wished) {
      Instant late = wished.isAfter(until) ? until : wished;
      return late.isBefore(since) ? since : late;
    }
  }

  /// An instant to compare with.
  ///
  /// @param then how it was
  public record Pin(Instant at, Instance then) {}

  /// @param shown what the window shows
  /// @param show has the window show an instance
  /// @param told is told whenever there is something new to say
  TimeMachine(Calls calls, Supplier<Desk> shown, Consumer<Instance> show, Runnable told) {
    this.calls = calls;
    this.shown = shown;
    this.show = show;
    this.told = told;
  }

  /// Goes a little back, where there is anything to see.
  public void enter() {
    if (visit.isPresent() || underway) {
      return;
    }
    Desk desk = shown.get();
    Instance present = desk.instance();
    ZoneId zone = desk.zone();
    Instant now = desk.now();
    Cancellation mine = begin();
    calls.ask(
        present::rememberedSince,
        since -> {
          if (!mine.isCancelled()) {
            underway = false;
            if (since instanceof Reply.Decided<Instant>(var begins)) {
              visit =
                  Optional.of(
                      new Visit(
                          present, zone, now, begins, now, Optional.empty(), Optional.empty()));
              goTo(now.minus(FIRST));
            } else {
              problem = Phrases.problem(since);
              told.run();
            }
          }
        });
  }

  /// Goes to an instant between the first that can be seen and when this stay began.
  public void goTo(Instant wished) {
    visit.ifPresent(stay -> {
      Instant at = stay.within(wished);
      visit = Optional.of(stay.to(at));
      Cancellation mine = begin();
      calls.ask(() -> stay.present.asOf(at, mine), reply -> take(mine, reply));
      told.run();
    });
  }

  private Cancellation begin() {
    running.cancel();
    running = new Cancellation();
    underway = true;
    problem = "";
    return running;
  }

  private void take(Cancellation mine, Reply<Instance> reply) {
    Optional<Instance> then =
        reply instanceof Reply.Decided<Instance>(var instance)
            ? Optional.of(instance)
            : Optional.empty();
    if (mine.isCancelled() || visit.isEmpty()) {
      then.ifPresent(unwanted -> calls.say(unwanted::close));
      return;
    }
    underway = false;
    problem = then.isPresent() ? "" : Phrases.problem(reply);
    then.ifPresent(this::show);
    told.run();
  }

  private void show(Instance then) {
    Visit stay = visit.orElseThrow();
    visit = Optional.of(stay.showing(then));
    show.accept(then);
    stay.then.ifPresent(this::letGo);
  }

  /// Closes what is not looked at any more.
  private void letGo(Instance left) {
    if (visit.filter(stay -> stay.needs(left)).isEmpty()) {
      calls.say(left::close);
    }
  }

  /// Keeps the instant that is shown, to compare with those that are shown later. Another that was
  /// kept goes.
  public void pin() {
    visit.ifPresent(stay ->
        stay.then
            .filter(_ -> !underway)
            .ifPresent(then -> pin(stay, Optional.of(new Pin(stay.at, then)))));
  }

  /// Compares with none any more.
  public void unpin() {
    visit.ifPresent(stay -> pin(stay, Optional.empty()));
  }

  private void pin(Visit stay, Optional<Pin> pin) {
    visit = Optional.of(stay.pinning(pin));
    stay.pinned.ifPresent(before -> letGo(before.then()));
    told.run();
  }

  /// Shows what the instance is like by now, beside the instant that is kept; where none is, that
  /// is the one that is shown.
  public void compareWithNow() {
    visit.ifPresent(stay -> {
      if (stay.pinned.isEmpty()) {
        pin();
      }
      calls.ask(stay.present::info, info -> comeUpTo(stay, info.now()));
    });
  }

  private void comeUpTo(Visit asked, Instant now) {
    visit
        .filter(asked::isSameStay)
        .ifPresent(stay -> {
          visit = Optional.of(stay.upTo(now.isAfter(stay.until) ? now : stay.until));
          goTo(now);
        });
  }

  /// Goes on by so much, or back where it is negative.
  public void step(Duration by) {
    visit.ifPresent(stay -> goTo(stay.at.plus(by)));
  }

  /// Comes back to the present.
  public void leave() {
    visit.ifPresent(stay -> {
      forget();
      show.accept(stay.present);
      told.run();
    });
  }

  /// Ends the stay, since the window turns elsewhere.
  void forget() {
    running.cancel();
    underway = false;
    problem = "";
    Optional<Visit> left = visit;
    visit = Optional.empty();
    left.flatMap(Visit::then).ifPresent(this::letGo);
    left.flatMap(Visit::pinned).ifPresent(pin -> letGo(pin.then()));
  }

  /// The stay, while there is one.
  public Optional<Visit> visit() {
    return visit;
  }

  /// How instances are asked on its behalf.
  public Calls calls() {
    return calls;
  }

  /// Whether the past is shown, or asked for.
  public boolean isOn() {
    return visit.isPresent();
  }

  /// Whether something was asked for that is not shown yet.
  public boolean isUnderway() {
    return underway;
  }

  /// Whether there is nothing later to see but the present.
  public boolean isAtEnd() {
    return visit.map(stay -> !stay.at.isBefore(stay.until)).orElse(true);
  }

  /// Where the instant that is shown lies, from 0 for the first to 1 for when the stay began.
  public double part() {
    return visit
        .map(stay ->
            (double) Duration.between(stay.since, stay.at).toMillis()
                / Math.max(1, Duration.between(stay.since, stay.until).toMillis()))
        .orElse(1.0);
  }

  /// Goes to a part of all that can be seen.
  public void goToPart(double part) {
    visit.ifPresent(stay -> {
      long all = stay.length().toMillis();
      goTo(stay.since.plusMillis(Math.round(all * part)));
    });
  }

  /// What is shown, or on the way.
  public String text() {
    if (!problem.isEmpty()) {
      return problem;
    }
    return visit
        .map(stay ->
            Wording.text(
                underway ? "past.underway" : "past.at",
                Times.clock(stay.until, stay.at, stay.zone)))
        .orElse("");
  }

  /// The time of day of the instant that is kept to compare with.
  public String keptText() {
    return visit
        .flatMap(stay -> stay.pinned.map(pin -> Times.clock(stay.until, pin.at(), stay.zone)))
        .orElse("");
  }

  /// How far back can be seen.
  public String range() {
    return visit.map(stay -> Wording.text("past.range", Times.span(stay.length()))).orElse("");
  }
}
