package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.PastReach;
import dev.headroom.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Shows an instance as it was, while it goes on. Only the newest wish counts. For the UI thread
/// only.
public final class TimeMachine {
  /// How far back it goes at first.
  private static final Duration FIRST = Duration.ofMinutes(1);

  /// How much of the past is fetched at first where it is not at hand.
  private static final Duration FETCHED = Duration.ofHours(1);

  private final Calls calls;
  private final Supplier<Desk> shown;
  private final Consumer<Instance> show;
  private final Runnable told;
  private final NewestWish wish = new NewestWish();
  private Optional<Stay> visit = Optional.empty();
  private Duration back = FETCHED;

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
    enter(false, reach -> reach.until().minus(FIRST));
  }

  /// Shows what a recording has from its beginning on: there is no present to come back to.
  void enterRecording() {
    enter(true, PastReach::since);
  }

  private void enter(boolean recorded, Function<PastReach, Instant> first) {
    if (visit.isEmpty() && !wish.isUnderway()) {
      reach(shown.get().instance(), recorded, first);
    }
  }

  private void reach(Instance present, boolean recorded, Function<PastReach, Instant> first) {
    Cancellation mine = wish.begin();
    calls.ask(
        () -> present.reachPast(back, mine, share -> calls.tell(() -> come(mine, share))),
        reply -> {
          if (!mine.isCancelled()) {
            wish.end();
            if (reply instanceof Reply.Decided<PastReach>(var reach)) {
              Stay stay = Stay.begin(present, reach, recorded);
              visit.flatMap(Stay::pinned).ifPresent(_ -> unpin());
              visit = Optional.of(visit.flatMap(Stay::then).map(stay::showing).orElse(stay));
              goTo(first.apply(reach));
            } else {
              wish.fail(Phrases.problem(reply));
              told.run();
            }
          }
        });
  }

  private void come(Cancellation of, double share) {
    if (wish.come(of, share)) {
      told.run();
    }
  }

  /// How far back is fetched where the past is not at hand.
  public Duration back() {
    return back;
  }

  /// Fetches as much of the past where it is not at hand, now and from now on. The instant that is
  /// shown stays, if it is within that.
  public void setBack(Duration wanted) {
    back = wanted;
    visit
        .filter(stay -> stay.origin() == PastOrigin.FETCHED)
        .ifPresent(stay -> reach(stay.present(), false, _ -> stay.at()));
  }

  /// How much of the past has come, from 0 to 1; empty while nothing is fetched.
  public OptionalDouble coming() {
    return wish.coming();
  }

  /// What is fetched, or why nothing was; empty where all is well.
  public String comingText() {
    if (wish.coming().isPresent()) {
      String percent = Figures.percent(Math.round(1000 * wish.coming().getAsDouble()), 1000);
      return Wording.text("past.coming", Times.span(back), percent);
    }
    return wish.problem();
  }

  /// Ends what is being fetched, or takes note of why nothing was.
  public void dismiss() {
    wish.drop();
    told.run();
  }

  /// Goes to an instant between the first that can be seen and when this stay began.
  public void goTo(Instant wished) {
    visit.ifPresent(stay -> {
      Instant at = stay.within(wished);
      visit = Optional.of(stay.to(at));
      Cancellation mine = wish.begin();
      calls.ask(() -> stay.present().asOf(at, mine), reply -> take(mine, reply));
      told.run();
    });
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
    wish.end();
    then.ifPresentOrElse(this::show, () -> wish.fail(Phrases.problem(reply)));
    told.run();
  }

  private void show(Instance then) {
    Stay stay = visit.orElseThrow();
    visit = Optional.of(stay.showing(then));
    show.accept(then);
    stay.then().ifPresent(this::letGo);
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
        stay.then()
            .filter(_ -> !wish.isUnderway())
            .ifPresent(then -> pin(stay, Optional.of(new Stay.Pin(stay.at(), then)))));
  }

  /// Compares with none any more.
  public void unpin() {
    visit.ifPresent(stay -> pin(stay, Optional.empty()));
  }

  private void pin(Stay stay, Optional<Stay.Pin> pin) {
    visit = Optional.of(stay.pinning(pin));
    stay.pinned().ifPresent(before -> letGo(before.then()));
    told.run();
  }

  /// Shows what the instance is like by now, beside the instant that is kept; where none is, that
  /// is the one that is shown.
  public void compareWithNow() {
    visit.ifPresent(stay -> {
      if (stay.pinned().isEmpty()) {
        pin();
      }
      calls.ask(stay.present()::info, info -> comeUpTo(stay, info.now()));
    });
  }

  private void comeUpTo(Stay asked, Instant now) {
    visit
        .filter(asked::isSameStay)
        .ifPresent(stay -> {
          boolean goesOn = stay.origin() == PastOrigin.AT_HAND && now.isAfter(stay.until());
          Instant end = goesOn ? now : stay.until();
          visit = Optional.of(stay.upTo(end));
          goTo(end);
        });
  }

  /// Goes on by so much, or back where it is negative.
  public void step(Duration by) {
    visit.ifPresent(stay -> goTo(stay.at().plus(by)));
  }

  /// Comes back to the present, where there is one.
  public void leave() {
    visit
        .filter(stay -> stay.origin() != PastOrigin.RECORDED)
        .ifPresent(stay -> {
          forget();
          show.accept(stay.present());
          told.run();
        });
  }

  /// Ends the stay, since the window turns elsewhere.
  void forget() {
    wish.drop();
    Optional<Stay> left = visit;
    visit = Optional.empty();
    left.flatMap(Stay::then).ifPresent(this::letGo);
    left.flatMap(Stay::pinned).ifPresent(pin -> letGo(pin.then()));
  }

  /// The stay, while there is one.
  public Optional<Stay> visit() {
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

  /// Where what is seen comes from, while anything is.
  public Optional<PastOrigin> origin() {
    return visit.map(Stay::origin);
  }

  /// Whether something was asked for that is not shown yet.
  public boolean isUnderway() {
    return wish.isUnderway();
  }

  /// Whether there is nothing later to see but the present.
  public boolean isAtEnd() {
    return visit.map(Stay::isAtEnd).orElse(true);
  }

  /// Where the instant that is shown lies, from 0 for the first to 1 for when the stay began.
  public double part() {
    return visit.map(Stay::part).orElse(1.0);
  }

  /// Goes to a part of all that can be seen.
  public void goToPart(double part) {
    visit.ifPresent(stay -> goTo(stay.atPart(part)));
  }

  /// What is shown, or on the way.
  public String text() {
    if (!wish.problem().isEmpty()) {
      return wish.problem();
    }
    String key = wish.isUnderway() ? "past.underway" : "past.at";
    return visit.map(stay -> Wording.text(key, stay.tell(stay.at()))).orElse("");
  }

  /// The time of day of the instant that is kept to compare with.
  public String keptText() {
    return visit.flatMap(stay -> stay.pinned().map(pin -> stay.tell(pin.at()))).orElse("");
  }

  /// How far back can be seen.
  public String range() {
    return visit.map(Stay::range).orElse("");
  }
}
