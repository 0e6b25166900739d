package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.Resolution;
import dev.headroom.model.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Those who wait, and in which order they are considered (rules Q1–Q5).
final class Queue {
  private final World world;
  private final Granting granting;
  private final MakingRoom makingRoom;
  private final Deadlocking deadlocking;

  Queue(World world, Granting granting, MakingRoom makingRoom) {
    this.world = world;
    this.granting = granting;
    this.makingRoom = makingRoom;
    this.deadlocking = new Deadlocking(world);
  }

  Outcome.Allocated join(AllocationId id, AllocationRequest request, Decision decision) {
    world.scopeMade(request.path());
    world.arrivals++;
    Wish wish = new Wish(id, request, world.now, world.arrivals, decision);
    world.wishes.add(wish);
    world.gainByPolicy(wish.place);
    world.departed.meet(id);
    ConstraintRef at = world.tightest(wish.place).orElseThrow().ref();
    world.say(new Event.Queued(request.path(), id, at, wish.because));
    world.stories.join(wish, at);
    List<Denial> denied = breakDeadlocks(new World.Wait(wish.path(), wish.place)).get(wish);
    if (denied != null) {
      return new Outcome.Denied(denied);
    }
    int position = inTurn(wish.place, world.strategy(wish.place)).indexOf(wish) + 1;
    ConflictId conflict = world.stories.at(wish.place);
    return new Outcome.Queued(id, conflict, at, position, Instant.ofEpochMilli(wish.until()));
  }

  void cancel(Wish wish) {
    leave(wish);
    world.say(new Event.Ended(wish.path(), wish.id, EndCause.RELEASED, List.of()));
    decided(wish, Finding.of(Conflict.Verdict.CANCELLED, List.of()));
  }

  /// Ends a wait with a denial, which says what keeps it now or, where nothing does any more, what
  /// kept it when it was last considered.
  void deny(Wish wish, Denial.Reason reason) {
    Conflict.Verdict verdict =
        switch (reason) {
          case WAIT_TIMEOUT -> Conflict.Verdict.TIMED_OUT;
          case SCOPE_CLOSED -> Conflict.Verdict.SCOPE_CLOSED;
          default -> Conflict.Verdict.DENIED;
        };
    deny(wish, reason, verdict, Optional.empty(), List.of());
  }

  /// Denies whoever must be for no deadlock to be left that a scope closes by waiting at a place
  /// (Q6), and says who was denied why.
  private Map<Wish, List<Denial>> breakDeadlocks(World.Wait wait) {
    Map<Wish, List<Denial>> all = new HashMap<>();
    List<Deadlocking.Link> cycle = deadlocking.closedBy(wait);
    while (!cycle.isEmpty()) {
      Wish denied = deadlocking.denied(cycle);
      List<Conflict.Wait> told = deadlocking.told(cycle);
      world.say(
          new Event.DeadlockFound(denied.path(), world.stories.at(denied.place), told, denied.id));
      List<Denial> denials =
          deny(denied, Denial.Reason.CONTENTION, Conflict.Verdict.DEADLOCK, Optional.empty(), told);
      all.put(denied, denials);
      cycle = deadlocking.closedBy(wait);
    }
    return all;
  }

  private List<Denial> deny(
      Wish wish,
      Denial.Reason reason,
      Conflict.Verdict verdict,
      Optional<Conflict.Ruling> ruling,
      List<Conflict.Wait> cycle) {
    Decision now = Judge.decide(world, wish.request, wish.arrival);
    List<Denial> denials =
        (now.grants() ? wish.because : now.failed())
            .stream()
                .map(why ->
                    new Denial(why.type(), why.requested(), why.headroom(), why.binding(), reason))
                .toList();
    leave(wish);
    world.say(new Event.Denied(wish.path(), Optional.of(wish.id), denials, world.now - wish.since));
    decided(wish, Finding.of(verdict, denials).by(ruling).breaking(cycle));
    return denials;
  }

  /// An administrator decides about one who waits (Q7).
  Answer resolve(Command.ResolveConflict command) {
    Optional<Wish> found = world.wish(command.allocation());
    if (found.isEmpty()) {
      return new Refusal.NotWaiting(command.allocation());
    }
    Wish wish = found.get();
    ConflictId conflict = world.stories.at(wish.place);
    if (!conflict.equals(command.conflict())) {
      return new Refusal.StaleVersion("", command.conflict().value(), conflict.value());
    }
    Resolution resolution = command.resolution();
    if (resolution instanceof Resolution.Grant
        && Judge.overflowing(world, wish.request).isPresent()) {
      return Refusal.Invalid.at("/action", "overflows (S6)");
    }
    world.say(
        new Event.ConflictResolved(
            wish.path(), conflict, wish.id, resolution, command.author(), command.reason()));
    carryOut(wish, resolution, new Conflict.Ruling(command.author(), command.reason()));
    return new Outcome.Resolved(conflict, world.wish(wish.id).isPresent());
  }

  private void carryOut(Wish wish, Resolution resolution, Conflict.Ruling ruling) {
    switch (resolution) {
      case Resolution.Grant _ -> {
        leave(wish);
        Decision forced = Judge.force(world, wish.request, wish.arrival);
        granting.grant(wish, forced);
        decided(
            wish,
            Finding.of(Conflict.Verdict.OVERRIDDEN, forced.shortfalls()).by(Optional.of(ruling)));
      }
      case Resolution.Deny _ ->
          deny(
              wish,
              Denial.Reason.CONTENTION,
              Conflict.Verdict.DENIED,
              Optional.of(ruling),
              List.of());
      case Resolution.Reprioritise(var priority) -> {
        wish.request = wish.request.withPriority(priority);
        world.gain(wish.place);
      }
      case Resolution.Apply(var strategy) -> {
        if (strategy == ConflictStrategy.PREEMPTION || strategy == ConflictStrategy.NEGOTIATION) {
          makeRoomOnce(wish, strategy, Optional.of(ruling));
        } else {
          pass(wish.place, strategy, Optional.of(ruling));
        }
      }
    }
  }

  private void makeRoomOnce(
      Wish wish, ConflictStrategy strategy, Optional<Conflict.Ruling> ruling) {
    Decision decision = Judge.decide(world, wish.request, wish.arrival);
    if (Judge.overflowing(world, wish.request).isEmpty() && !decision.grants()) {
      makingRoom
          .planAnyway(asker(wish), strategy, decision)
          .ifPresent(plan -> grantInRoomMade(wish, plan, ruling));
      makingRoom.requeue();
    }
  }

  private MakingRoom.Asker asker(Wish wish) {
    Priority rank = wish.effectivePriority(world.now, world.settings);
    return new MakingRoom.Asker(wish.request, rank, wish.arrival, Optional.empty());
  }

  private void grantInRoomMade(Wish wish, MakingRoom.Plan plan, Optional<Conflict.Ruling> ruling) {
    leave(wish);
    List<Conflict.Loss> losses =
        makingRoom.carryOut(plan, wish.id, wish.path(), asker(wish).rank());
    Decision decision = Judge.decide(world, wish.request, wish.arrival);
    granting.grant(wish, decision);
    makingRoom.settled();
    decided(wish, Finding.of(plan.verdict(), decision.shortfalls()).costing(losses).by(ruling));
  }

  private void decided(Wish wish, Finding finding) {
    world.stories.decide(wish, wish.place, finding);
  }

  /// Considers all who wait at places that may have gained headroom, from the root down, until
  /// nothing moves (Q5).
  void reconsider() {
    while (someoneMayGo() || !world.doubts.isEmpty()) {
      if (someoneMayGo()) {
        Place place = world.gained.removeFirst();
        pass(place, world.strategy(place), Optional.empty());
      } else {
        breakDeadlocks(world.doubts.removeFirst());
      }
    }
  }

  private void pass(Place place, ConflictStrategy strategy, Optional<Conflict.Ruling> ruling) {
    Optional<Stock> shared = shared(place);
    if (shared.isPresent()) {
      new Turns(world, shared.get(), strategy).forEach(wish -> reconsider(wish, ruling));
      makingRoom.requeue();
      return;
    }
    if (strategy == ConflictStrategy.SHARING && world.tightest(place).isPresent()) {
      share(place, ruling);
    }
    for (Wish wish : inTurn(place, strategy)) {
      if (wish.required(place.type()) > reach(place, wish, strategy)) {
        continue;
      }
      if (wish.arrival > firstWhoStarves(place)) {
        break;
      }
      reconsider(wish, ruling);
    }
    makingRoom.requeue();
  }

  /// Splits what is there among those who require some of it and can have their minimum (Q3).
  private void share(Place place, Optional<Conflict.Ruling> ruling) {
    long free = free(place);
    long left = free;
    List<Wish> taking = new ArrayList<>();
    for (Wish wish : inTurn(place, ConflictStrategy.SHARING)) {
      long least = wish.minimum(place.type());
      if (least > 0 && least <= left && wish.arrival <= firstWhoStarves(place)) {
        taking.add(wish);
        left -= least;
      }
    }
    Map<Wish, Long> shares = shares(taking, place.type(), free);
    for (Wish wish : taking) {
      long share = java.util.Objects.requireNonNull(shares.get(wish));
      Decision decision = Judge.decideShare(world, wish.request, wish.arrival, place.type(), share);
      if (Judge.overflowing(world, wish.request).isEmpty() && decision.grants()) {
        leave(wish);
        granting.grant(wish, decision);
        decided(wish, Finding.of(Conflict.Verdict.SHARED, decision.shortfalls()).by(ruling));
      }
    }
  }

  /// All shares rise together by their weights, between minimum and amount, by ever smaller steps;
  /// what is left goes to those who come first.
  private static Map<Wish, Long> shares(List<Wish> wishes, ResourceType type, long free) {
    long level = 0;
    for (long step = 1L << 53; step > 0; step /= 2) {
      if (sum(risen(wishes, type, level + step)) <= free) {
        level += step;
      }
    }
    Map<Wish, Long> shares = risen(wishes, type, level);
    Map<Wish, Long> more = risen(wishes, type, level + 1);
    long left = free - sum(shares);
    for (Wish wish : wishes) {
      long before = java.util.Objects.requireNonNull(shares.get(wish));
      long after = java.util.Objects.requireNonNull(more.get(wish));
      long taken = Math.min(left, after - before);
      shares.put(wish, before + taken);
      left -= taken;
    }
    return shares;
  }

  private static Map<Wish, Long> risen(List<Wish> wishes, ResourceType type, long level) {
    Map<Wish, Long> shares = new LinkedHashMap<>();
    for (Wish wish : wishes) {
      long risen = Math.max(wish.minimum(type), level * wish.request.priority().weight());
      shares.put(wish, Math.min(risen, wish.required(type)));
    }
    return shares;
  }

  private static long sum(Map<Wish, Long> shares) {
    return shares.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean someoneMayGo() {
    world.gained.removeIf(place -> world.wishesAt(place).isEmpty());
    return !world.gained.isEmpty();
  }

  private void reconsider(Wish wish, Optional<Conflict.Ruling> ruling) {
    if (Judge.overflowing(world, wish.request).isPresent()) {
      return;
    }
    Decision decision = Judge.decide(world, wish.request, wish.arrival);
    if (decision.grants()) {
      leave(wish);
      granting.grant(wish, decision);
      decided(wish, Finding.of(Conflict.Verdict.GRANTED, decision.shortfalls()).by(ruling));
      return;
    }
    Optional<MakingRoom.Plan> plan = makingRoom.plan(asker(wish), decision);
    if (plan.isPresent()) {
      grantInRoomMade(wish, plan.get(), ruling);
    } else {
      wish.because = decision.failed();
      world.stories.move(wish, decision.obstacle().orElseThrow());
    }
  }

  private Optional<Stock> shared(Place place) {
    return place.pool()
        ? world.owned(place.path(), place.type()).filter(Sharing::isShared)
        : Optional.empty();
  }

  /// Those who wait at a place, in the order in which they are considered.
  private List<Wish> inTurn(Place place, ConflictStrategy strategy) {
    List<Wish> byArrival = world.wishesAt(place);
    return switch (strategy) {
      case QUEUING -> byArrival;
      case PRIORITY, PREEMPTION, SHARING, NEGOTIATION ->
          byArrival.stream().sorted(Comparator.comparingInt(this::rank)).toList();
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

  /// What is free or, where room may be made for them, could be made so.
  private long reach(Place place, Wish wish, ConflictStrategy strategy) {
    long free = free(place);
    return free == Long.MAX_VALUE ? free : free + makingRoom.reach(place, asker(wish), strategy);
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
    world.doubt(wish.path());
    world.gain(wish.place);
  }
}
