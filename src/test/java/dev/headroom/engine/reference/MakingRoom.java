package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;

/// Making room for a request that has failed by contention (rule Q3).
final class MakingRoom {
  /// Who asks.
  ///
  /// @param growing whose difference is asked for, if anybody's
  record Asker(AllocationRequest request, Priority rank, long arrival, Optional<Holding> growing) {}

  /// How room is to be made.
  record Plan(List<Preempting.Victim> victims, Optional<Negotiating.Deal> deal) {
    Conflict.Verdict verdict() {
      return deal.isPresent()
          ? Conflict.Verdict.GRANTED_BY_NEGOTIATION
          : Conflict.Verdict.GRANTED_BY_PREEMPTION;
    }
  }

  private final World world;
  private final Preempting preempting;
  private final Negotiating negotiating;

  MakingRoom(World world, Preempting preempting, Negotiating negotiating) {
    this.world = world;
    this.preempting = preempting;
    this.negotiating = negotiating;
  }

  /// As the constraint decides that it met first.
  Optional<Plan> plan(Asker asker, Decision failed) {
    if (!failed.mayWait()) {
      return Optional.empty();
    }
    return switch (world.strategy(failed.obstacle().orElseThrow())) {
      case QUEUING, PRIORITY, SHARING -> Optional.empty();
      case PREEMPTION -> plan(preempting.victims(asker.request, asker.rank, asker.arrival, failed));
      case NEGOTIATION ->
          negotiating
              .deal(asker.request, asker.arrival, asker.growing, false)
              .map(deal -> new Plan(List.of(), Optional.of(deal)));
    };
  }

  /// As an administrator decides (Q7).
  Optional<Plan> planAnyway(Asker asker, ConflictStrategy strategy, Decision failed) {
    if (!failed.mayWait()) {
      return Optional.empty();
    }
    return strategy == ConflictStrategy.PREEMPTION
        ? plan(preempting.victimsAnyway(asker.request, asker.rank, asker.arrival))
        : negotiating
            .deal(asker.request, asker.arrival, asker.growing, true)
            .map(deal -> new Plan(List.of(), Optional.of(deal)));
  }

  /// Returns who lost what.
  List<Conflict.Loss> carryOut(Plan plan, AllocationId by, ScopePath byPath, Priority byRank) {
    return plan.deal.isPresent()
        ? negotiating.strike(plan.deal.get(), by, byPath)
        : preempting.revoke(plan.victims, by, byPath, byRank);
  }

  /// What could be made free at a place for one who waits there.
  long reach(Place place, Asker asker, ConflictStrategy strategy) {
    return switch (strategy) {
      case QUEUING, PRIORITY, SHARING -> 0;
      case PREEMPTION -> preempting.below(place, asker.rank);
      case NEGOTIATION -> negotiating.reach(place);
    };
  }

  void settled() {
    negotiating.settled();
  }

  void requeue() {
    preempting.requeue();
  }

  private static Optional<Plan> plan(List<Preempting.Victim> victims) {
    return victims.isEmpty() ? Optional.empty() : Optional.of(new Plan(victims, Optional.empty()));
  }
}
