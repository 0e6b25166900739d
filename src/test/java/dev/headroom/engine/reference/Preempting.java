package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Revoking the allocations of others (rule Q3, PREEMPTION).
final class Preempting {
  private static final int LOSSES_MAX = 16;

  /// One who is to be revoked, and where they stand in the way.
  record Victim(Holding holding, Place at) {}

  /// A place without room, and how much is missing there.
  private record Lack(Place place, long missing) {}

  /// The lowest priority first, then the newest.
  private static final Comparator<Victim> ORDER =
      Comparator.comparing((Victim victim) -> victim.holding.rank)
          .thenComparing(
              Comparator.comparingLong((Victim victim) -> victim.holding.since)
                  .thenComparing(victim -> victim.holding.id)
                  .reversed());

  private final World world;
  private final Granting granting;
  private final List<Victim> toReturn = new ArrayList<>();
  private final List<AllocationId> names = new ArrayList<>();

  Preempting(World world, Granting granting) {
    this.world = world;
    this.granting = granting;
  }

  /// Whom to revoke for a request that has failed by contention, in order; empty for nobody.
  List<Victim> victims(AllocationRequest request, Priority rank, long arrival, Decision decision) {
    boolean allowed =
        isPreempting(decision.obstacle().orElseThrow())
            && lacks(request).stream().allMatch(lack -> isPreempting(lack.place));
    return allowed ? victimsAnyway(request, rank, arrival) : List.of();
  }

  /// The same where it does not matter how the constraints decide (Q7).
  List<Victim> victimsAnyway(AllocationRequest request, Priority rank, long arrival) {
    List<Lack> lacks = lacks(request);
    boolean possible =
        !isSharedOut(request) && !lacks.isEmpty() && !Judge.mayNotPass(world, request, arrival);
    for (Lack lack : lacks) {
      possible &= below(lack.place, rank) >= lack.missing;
    }
    return possible ? spared(picked(lacks, rank), lacks) : List.of();
  }

  /// What all with a lower priority have of a place's constraint.
  long below(Place place, Priority rank) {
    return world.holdings.stream()
        .filter(holding -> holding.rank.compareTo(rank) < 0)
        .mapToLong(holding -> has(holding, place))
        .sum();
  }

  /// Returns who lost what, no more than are remembered.
  List<Conflict.Loss> revoke(
      List<Victim> victims, AllocationId by, ScopePath byPath, Priority byPriority) {
    List<Conflict.Loss> losses =
        victims.stream()
            .limit(LOSSES_MAX)
            .map(victim ->
                new Conflict.Loss(
                    victim.holding.path(), victim.holding.id, has(victim.holding, victim.at)))
            .toList();
    for (Victim victim : victims) {
      Holding holding = victim.holding;
      Optional<AllocationId> again = Optional.empty();
      if (holding.request.requeue() && holding.waited < holding.request.maxWait().toMillis()) {
        again = Optional.of(world.namesToCome.remove());
        toReturn.add(victim);
        names.add(again.get());
      }
      ConstraintRef at = world.tightest(victim.at).orElseThrow().ref();
      world.say(
          new Event.Preempted(
              holding.path(),
              holding.id,
              holding.rank,
              at,
              Optional.of(by),
              byPath,
              byPriority,
              again));
      granting.end(holding, EndCause.PREEMPTED);
    }
    return losses;
  }

  /// Lets those wait again who were revoked and asked for it, at their old arrival.
  void requeue() {
    for (int at = 0; at < toReturn.size(); at++) {
      requeue(toReturn.get(at), names.get(at));
    }
    toReturn.clear();
    names.clear();
  }

  private void requeue(Victim victim, AllocationId id) {
    Constraint constraint = world.tightest(victim.at).orElseThrow();
    ResourceType type = victim.at.type();
    Denial because =
        new Denial(
            type,
            victim.holding.line(type).orElseThrow().requested,
            world.headroom(constraint),
            constraint.ref(),
            Denial.Reason.CONTENTION);
    Wish wish = Wish.again(victim.holding, id, world.now, victim.at, because);
    world.wishes.add(wish);
    world.doubts.add(new World.Wait(wish.path(), wish.place));
    world.wishes.sort(Comparator.comparingLong(each -> each.arrival));
    world.gain(victim.at);
    world.say(new Event.Queued(wish.path(), id, constraint.ref(), wish.because));
    world.stories.join(wish, constraint.ref());
  }

  /// Whether it requires something of a pool that goes by shares or loans.
  private boolean isSharedOut(AllocationRequest request) {
    return request.lines().stream()
        .filter(RequestLine::required)
        .flatMap(line -> world.serving(request.path(), line.type()).stream())
        .anyMatch(stock -> Sharing.isShared(stock) || stock.mayBorrow);
  }

  /// Per type that is required, where it does not fit, the worst first.
  private List<Lack> lacks(AllocationRequest request) {
    List<Lack> lacks = new ArrayList<>();
    List<RequestLine> required = request.lines().stream().filter(RequestLine::required).toList();
    for (ResourceType type : required.stream().map(RequestLine::type).distinct().toList()) {
      long need =
          required.stream()
              .filter(line -> line.type() == type)
              .mapToLong(RequestLine::amount)
              .sum();
      world.chain(request.path(), type).stream()
          .map(Constraint::place)
          .distinct()
          .map(place -> new Lack(place, need - free(place)))
          .filter(lack -> lack.missing > 0)
          .sorted(Comparator.comparingLong(Lack::missing).reversed())
          .forEach(lacks::add);
    }
    return lacks;
  }

  private List<Victim> picked(List<Lack> lacks, Priority rank) {
    List<Victim> picked = new ArrayList<>();
    for (Lack lack : lacks) {
      List<Victim> candidates =
          world.holdings.stream()
              .filter(holding -> holding.rank.compareTo(rank) < 0 && has(holding, lack.place) > 0)
              .map(holding -> new Victim(holding, lack.place))
              .sorted(ORDER)
              .toList();
      for (Victim candidate : candidates) {
        boolean known = picked.stream().anyMatch(each -> each.holding.equals(candidate.holding));
        if (!known && given(picked, lack.place) < lack.missing) {
          picked.add(candidate);
        }
      }
    }
    picked.sort(ORDER);
    return picked;
  }

  private List<Victim> spared(List<Victim> picked, List<Lack> lacks) {
    List<Victim> left = new ArrayList<>(picked);
    for (Victim victim : picked.reversed()) {
      List<Victim> others = left.stream().filter(each -> !each.equals(victim)).toList();
      if (lacks.stream().allMatch(lack -> given(others, lack.place) >= lack.missing)) {
        left.remove(victim);
      }
    }
    return left;
  }

  private long given(List<Victim> victims, Place place) {
    return victims.stream().mapToLong(victim -> has(victim.holding, place)).sum();
  }

  /// What a holding has reserved of what a place's constraint counts.
  static long has(Holding holding, Place place) {
    return counts(holding, place) ? holding.line(place.type()).orElseThrow().reserved : 0;
  }

  /// Whether a place's constraint counts what a holding has.
  static boolean counts(Holding holding, Place place) {
    Optional<Holding.Line> line = holding.line(place.type());
    return place.pool()
        ? line.flatMap(Holding.Line::stock).filter(stock -> stock.place().equals(place)).isPresent()
        : line.isPresent() && holding.path().isWithin(place.path());
  }

  /// What a place has left, below zero also by what was reserved before capacity was lowered.
  private long free(Place place) {
    Constraint constraint = world.tightest(place).orElseThrow();
    return switch (constraint) {
      case Cap cap -> world.headroom(cap);
      case Stock stock ->
          Math.min(
              stock.at(world.now).available,
              stock.pool.terms().capacity() - stock.at(world.now).reserved);
    };
  }

  private boolean isPreempting(Place place) {
    return world.strategy(place) == ConflictStrategy.PREEMPTION;
  }
}
