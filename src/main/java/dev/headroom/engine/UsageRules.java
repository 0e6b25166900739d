package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How consumption of live allocations is counted (rules U1–U3).
final class UsageRules {
  private final EngineState state;
  private final AllocationRules allocations;
  private final Ledger ledger;
  private final OverageRules overage;
  private final LateUsageRules late;

  UsageRules(EngineState state, AllocationRules allocations, Ledger ledger) {
    this.state = state;
    this.allocations = allocations;
    this.ledger = ledger;
    this.overage = new OverageRules(state);
    this.late = new LateUsageRules(state, ledger, overage);
  }

  Answer record(UsageRecord usage) {
    int slot = state.allocations.find(usage.allocation());
    if (slot == AllocationSlab.NONE) {
      return late.record(usage);
    }
    if (state.allocations.isWaiting(slot)) {
      return new Refusal.StillWaiting(usage.allocation());
    }
    int type = usage.type().ordinal();
    int line = allocations.line(slot, type);
    PoolState pool =
        line == AllocationSlab.NONE ? servingPool(slot, type) : allocations.poolOf(line);
    Optional<Cost> cost = cost(usage, slot, line, pool);
    if (cost.isEmpty() || overflows(usage, line) || !weigh(usage, slot, line, cost.get())) {
      return Refusal.Invalid.at("/consumed", "would overflow a counter (rule S6)");
    }
    if (line == AllocationSlab.NONE) {
      line = addLine(slot, type, pool);
    }
    return usage.type().isHeld()
        ? sample(usage, slot, line, cost.get().total())
        : consume(usage, slot, line, cost.get().total());
  }

  /// Weighs what soft limits charge on top, and says whether numbers can hold that (L6).
  private boolean weigh(UsageRecord usage, int slot, int line, Cost cost) {
    int type = usage.type().ordinal();
    boolean known = line != AllocationSlab.NONE;
    long before = known && usage.type().isHeld() ? state.allocations.consumed(line) : 0;
    long reserved = known ? state.allocations.reserved(line) : 0;
    long beyond = usage.type().isHeld() ? 0 : Math.max(0, usage.consumed() - reserved);
    return overage.weigh(
        state.allocations.scope(slot),
        type,
        usage.consumed(),
        usage.consumed() - before,
        beyond,
        cost);
  }

  private @Nullable PoolState servingPool(int slot, int type) {
    Chain chain = new Chain(state);
    chain.follow(state.allocations.scope(slot), path(slot));
    return chain.pool(type);
  }

  /// What was never reserved is counted as wholly beyond the reservation (U3).
  private int addLine(int slot, int type, @Nullable PoolState pool) {
    state.allocations.addLine(slot, type, 0, 0, state.pools.indexOrNone(pool));
    return allocations.line(slot, type);
  }

  private Answer consume(UsageRecord usage, int slot, int line, Money cost) {
    PoolState pool = allocations.poolOf(line);
    long reserved = state.allocations.reserved(line);
    long fromReservation = Math.min(reserved, usage.consumed());
    long remaining = reserved - fromReservation;
    long beyond = usage.consumed() - fromReservation;
    state.allocations.setReserved(line, remaining);
    state.allocations.setConsumed(line, state.allocations.consumed(line) + usage.consumed());
    state.holders.changed(slot);
    emitUsed(usage, slot, beyond, cost);
    ledger.follow(state.allocations.scope(slot)).consume(slot, line, fromReservation, beyond, pool);
    ledger.charge(cost, overage.charge());
    overage.book();
    if (beyond > 0) {
      exhaust(usage, slot, line);
    }
    boolean exhausted = remaining == 0 && state.allocations.exhausted(line);
    return new Outcome.Used(
        state.allocations.consumed(line), remaining, exhausted, cost, overage.charge());
  }

  /// A sample of a held type: it changes no reservation (U2).
  private Answer sample(UsageRecord usage, int slot, int line, Money cost) {
    long before = state.allocations.consumed(line);
    long reserved = state.allocations.reserved(line);
    long beyond = Math.max(0, usage.consumed() - reserved);
    state.allocations.setConsumed(line, usage.consumed());
    state.holders.changed(slot);
    emitUsed(usage, slot, beyond, cost);
    ledger
        .follow(state.allocations.scope(slot))
        .sample(usage.type().ordinal(), usage.consumed() - before);
    ledger.charge(cost, overage.charge());
    overage.book();
    if (beyond > 0) {
      exhaust(usage, slot, line);
    }
    return new Outcome.Used(
        usage.consumed(),
        Math.max(0, reserved - usage.consumed()),
        beyond > 0,
        cost,
        overage.charge());
  }

  private void exhaust(UsageRecord usage, int slot, int line) {
    if (!state.allocations.exhausted(line)) {
      state.allocations.setExhausted(line);
      state.emit(new Event.Exhausted(path(slot), usage.allocation(), usage.type()));
    }
  }

  private void emitUsed(UsageRecord usage, int slot, long beyond, Money cost) {
    AllocationId id = usage.allocation();
    state.emit(
        new Event.Used(
            path(slot),
            id,
            usage.type(),
            usage.consumed(),
            beyond,
            cost,
            usage.category(),
            overage.charge()));
  }

  private Optional<Cost> cost(UsageRecord usage, int slot, int line, @Nullable PoolState pool) {
    boolean known = line != AllocationSlab.NONE;
    Loans loans = known && pool != null ? pool.loans : null;
    return Cost.of(
        usage,
        pool,
        known ? state.allocations.reserved(line) : 0,
        loans == null ? 0 : loans.total(slot),
        state.now());
  }

  /// The root counts all that any scope below does, so it overflows first (S6). What was reserved
  /// counts there already, and so does the sample before.
  private boolean overflows(UsageRecord usage, int line) {
    long[] rows = state.scopes.rows(ScopeTable.ROOT);
    int at = ScopeTable.rowAt(ScopeTable.ROOT, usage.type().ordinal());
    boolean known = line != AllocationSlab.NONE;
    if (usage.type().isHeld()) {
      long before = known ? state.allocations.consumed(line) : 0;
      return rows[at + Row.CONSUMED] - before + usage.consumed() > Amount.MAX;
    }
    long reserved = known ? state.allocations.reserved(line) : 0;
    return usage.consumed() - reserved > state.scopes.room(usage.type().ordinal());
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
