package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.UsageRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How consumption is counted that is reported after its allocation has ended (rule U4). The
/// reservation has gone back, so all of it is beyond the reservation (U3).
///
/// It counts at the allocation's path or, where that was forgotten meanwhile, at the nearest scope
/// above: what a closed scope has consumed counts on in those above it, and a scope that is no more
/// limits nobody.
final class LateUsageRules {
  private final EngineState state;
  private final Ledger ledger;
  private final OverageRules overage;
  private final Chain chain;

  LateUsageRules(EngineState state, Ledger ledger, OverageRules overage) {
    this.state = state;
    this.ledger = ledger;
    this.overage = overage;
    this.chain = new Chain(state);
  }

  /// Records usage of an allocation that does not live.
  Answer record(UsageRecord usage) {
    AllocationId id = usage.allocation();
    EndedAllocations.Ended ended = state.ended.find(id, state.now());
    if (ended == null) {
      return state.allocations.wasGiven(id)
          ? new Refusal.TooLate(id)
          : new Refusal.UnknownAllocation(id);
    }
    chain.follow(state.scopes.findNearest(ended.path()), ended.path());
    int type = usage.type().ordinal();
    int line = ended.line(type);
    PoolState pool =
        line == EndedGeneration.NONE ? chain.pool(type) : state.pools.existing(ended.pool(line));
    Optional<Cost> cost = Cost.of(usage, pool, 0, 0, state.now());
    if (cost.isEmpty() || overflows(usage) || !weigh(usage, cost.get())) {
      return Refusal.Invalid.at("/consumed", "would overflow a counter (rule S6)");
    }
    int counted =
        line == EndedGeneration.NONE ? ended.addLine(type, state.pools.indexOrNone(pool)) : line;
    count(usage, ended, counted);
    state.emit(
        new Event.Used(
            ended.path(),
            id,
            usage.type(),
            usage.consumed(),
            usage.consumed(),
            cost.get().total(),
            usage.category(),
            overage.charge()));
    move(usage, pool);
    ledger.follow(chain.end()).charge(cost.get().total(), overage.charge());
    exhaust(usage, ended, counted);
    return new Outcome.Used(
        ended.consumed(counted), 0, ended.exhausted(counted), cost.get().total(), overage.charge());
  }

  /// A sample of a held type counts nowhere, and so is beyond nothing.
  private boolean weigh(UsageRecord usage, Cost cost) {
    long amount = usage.type().isHeld() ? 0 : usage.consumed();
    return overage.weigh(chain.end(), usage.type().ordinal(), amount, amount, amount, cost);
  }

  private boolean overflows(UsageRecord usage) {
    return usage.type().isSpent() && usage.consumed() > state.scopes.room(usage.type().ordinal());
  }

  private static void count(UsageRecord usage, EndedAllocations.Ended ended, int line) {
    long before = usage.type().isHeld() ? 0 : ended.consumed(line);
    ended.setConsumed(line, before + usage.consumed());
  }

  /// Nothing of a held type is in use any more: a sample is told and counts nowhere.
  private void move(UsageRecord usage, @Nullable PoolState pool) {
    if (usage.type().isSpent()) {
      ledger.follow(chain.end()).consumeBeyond(usage.type().ordinal(), usage.consumed(), pool);
      overage.book();
    }
  }

  private void exhaust(UsageRecord usage, EndedAllocations.Ended ended, int line) {
    if (usage.consumed() > 0 && !ended.exhausted(line)) {
      ended.setExhausted(line);
      state.emit(new Event.Exhausted(ended.path(), usage.allocation(), usage.type()));
    }
  }
}
