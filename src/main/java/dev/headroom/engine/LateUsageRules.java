package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
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
  private final Chain chain;

  LateUsageRules(EngineState state, Ledger ledger) {
    this.state = state;
    this.ledger = ledger;
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
    chain.follow(state.scopes.findNearest(ended.path()));
    int type = usage.type().ordinal();
    int line = ended.line(type);
    PoolState pool =
        line == EndedGeneration.NONE ? chain.pool(type) : state.pools.existing(ended.pool(line));
    Optional<Money> cost = UsageRules.cost(usage, pool);
    if (cost.isEmpty() || (usage.type().isSpent() && usage.consumed() > state.scopes.room(type))) {
      return Refusal.Invalid.at("/consumed", "would overflow a counter (rule S6)");
    }
    return count(usage, ended, line, pool, cost.get());
  }

  /// Nothing of a held type is in use any more: a sample is told and counts nowhere.
  private Answer count(
      UsageRecord usage,
      EndedAllocations.Ended ended,
      int known,
      @Nullable PoolState pool,
      Money cost) {
    int type = usage.type().ordinal();
    long amount = usage.consumed();
    int line =
        known == EndedGeneration.NONE ? ended.addLine(type, state.pools.indexOrNone(pool)) : known;
    ended.setConsumed(line, usage.type().isHeld() ? amount : ended.consumed(line) + amount);
    state.emit(
        new Event.Used(
            ended.path(),
            usage.allocation(),
            usage.type(),
            amount,
            amount,
            cost,
            usage.category()));
    if (usage.type().isSpent()) {
      ledger.follow(chain.end()).consume(type, 0, amount, pool);
    }
    if (amount > 0 && !ended.exhausted(line)) {
      ended.setExhausted(line);
      state.emit(new Event.Exhausted(ended.path(), usage.allocation(), usage.type()));
    }
    return new Outcome.Used(ended.consumed(line), 0, ended.exhausted(line), cost);
  }
}
