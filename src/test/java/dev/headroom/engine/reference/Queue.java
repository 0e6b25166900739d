package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Those who wait, and in which order they are considered (rules Q1–Q5).
final class Queue {
  private final World world;
  private final Granting granting;
  private final Preempting preempting;

  Queue(World world, Granting granting, Preempting preempting) {
    this.world = world;
    this.granting = granting;
    this.preempting = preempting;
  }

  Outcome.Queued join(AllocationId id, AllocationRequest request, Decision decision) {
    world.scopeMade(request.path());
    world.arrivals++;
    Wish wish = new Wish(id, request, world.now, world.arrivals, decision);
    world.wishes.add(wish);
    world.gainByPolicy(wish.place);
    world.departed.meet(id);
    ConstraintRef at = world.tightest(wish.place).orElseThrow().ref();
    world.say(new Event.Queued(request.path(), id, at, wish.because));
    int position = inTurn(wish.place).indexOf(wish) + 1;
    return new Outcome.Queued(id, at, position, Instant.ofEpochMilli(wish.until()));
  }

  void cancel(Wish wish) {
    leave(wish);
    world.say(new Event.Ended(wish.path(), wish.id, Event.EndCause.RELEASED, List.of()));
  }

  /// Ends a wait with a denial, which says what keeps it now or, where nothing does any more, what
  /// kept it when it was last considered.
  void deny(Wish wish, Denial.Reason reason) {
    Decision now = Judge.decide(world, wish.request, wish.arrival);
    List<Denial> denials =
        (now.grants() ? wish.because : now.failed())
            .stream()
                .map(why ->
                    new Denial(why.type(), why.requested(), why.headroom(), why.binding(), reason))
                .toList();
    leave(wish);
    world.say(new Event.Denied(wish.path(), Optional.of(wish.id), denials, world.now - wish.since));
  }

  /// Considers all who wait at places that may have gained headroom, from the root down, until
  /// nothing moves (Q5).
  void reconsider() {
    while (someoneMayGo()) {
      Place place = world.gained.removeFirst();
      shared(place)
          .ifPresentOrElse(
              stock -> new Turns(world, stock, world.strategy(place)).forEach(this::reconsider),
              () -> reconsider(place));
      preempting.requeue();
    }
  }

  private void reconsider(Place place) {
    for (Wish wish : inTurn(place)) {
      if (wish.required(place.type()) > reach(place, wish)) {
        continue;
      }
      if (wish.arrival > firstWhoStarves(place)) {
        break;
      }
      reconsider(wish);
    }
  }

  private boolean someoneMayGo() {
    world.gained.removeIf(place -> world.wishesAt(place).isEmpty());
    return !world.gained.isEmpty();
  }

  private void reconsider(Wish wish) {
    if (Judge.overflowing(world, wish.request).isPresent()) {
      return;
    }
    Decision decision = Judge.decide(world, wish.request, wish.arrival);
    if (decision.grants()) {
      leave(wish);
      granting.grant(wish, decision);
      return;
    }
    Priority rank = wish.effectivePriority(world.now, world.settings);
    List<Preempting.Victim> victims =
        decision.mayWait()
            ? preempting.victims(wish.request, rank, wish.arrival, decision)
            : List.of();
    if (!victims.isEmpty()) {
      leave(wish);
      preempting.revoke(victims, wish.id, wish.path(), rank);
      granting.grant(wish, Judge.decide(world, wish.request, wish.arrival));
    } else {
      wish.because = decision.failed();
      move(wish, decision.obstacle().orElseThrow());
    }
  }

  private void move(Wish wish, Place to) {
    Place from = wish.place;
    wish.place = to;
    if (!from.equals(to)) {
      world.gainByPolicy(from);
      world.gainByPolicy(to);
    }
  }

  private Optional<Stock> shared(Place place) {
    return place.pool()
        ? world.owned(place.path(), place.type()).filter(Sharing::isShared)
        : Optional.empty();
  }

  /// Those who wait at a place, in the order in which they are considered.
  private List<Wish> inTurn(Place place) {
    List<Wish> byArrival = world.wishesAt(place);
    return switch (world.strategy(place)) {
      case QUEUING -> byArrival;
      case PRIORITY, PREEMPTION ->
          byArrival.stream().sorted(Comparator.comparingInt(this::rank)).toList();
      case SHARING, NEGOTIATION ->
          throw new IllegalStateException("a strategy that should have been refused");
    };
  }

  /// Those who starve come first, then higher effective priority.
  private int rank(Wish wish) {
    return wish.starves(world.now, world.settings)
        ? Integer.MIN_VALUE
        : -wish.effectivePriority(world.now, world.settings).ordinal();
  }

  /// What the place has left for those who wait there, borrowing included; everything where nothing
  /// limits it any more.
  private long free(Place place) {
    return world
        .tightest(place)
        .map(constraint ->
            constraint instanceof Stock stock
                ? world.borrowing.grantable(stock, world.now)
                : world.headroom(constraint))
        .orElse(Long.MAX_VALUE);
  }

  /// What is free or, where they may preempt, could be made so for them.
  private long reach(Place place, Wish wish) {
    long free = free(place);
    return world.strategy(place) == ConflictStrategy.PREEMPTION && free != Long.MAX_VALUE
        ? free + preempting.below(place, wish.effectivePriority(world.now, world.settings))
        : free;
  }

  /// The arrival of the first at a place if it has starved: nobody passes it (Q5).
  private long firstWhoStarves(Place place) {
    return world.wishesAt(place).stream()
        .filter(wish -> wish.starves(world.now, world.settings))
        .mapToLong(wish -> wish.arrival)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private void leave(Wish wish) {
    world.wishes.remove(wish);
    world.gain(wish.place);
  }
}
