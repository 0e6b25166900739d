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
import org.jspecify.annotations.Nullable;

/// How consumption is counted (rules U1–U3).
final class UsageRules {
  private final EngineState state;
  private final AllocationRules allocations;
  private final Ledger ledger;

  UsageRules(EngineState state, AllocationRules allocations, Ledger ledger) {
    this.state = state;
    this.allocations = allocations;
    this.ledger = ledger;
  }

  Answer record(UsageRecord usage) {
    int slot = state.allocations.find(usage.allocation());
    if (slot == AllocationSlab.NONE) {
      return new Refusal.UnknownAllocation(usage.allocation());
    }
    if (state.allocations.isWaiting(slot)) {
      return new Refusal.StillWaiting(usage.allocation());
    }
    int type = usage.type().ordinal();
    if (overflows(type, usage.consumed())) {
      return Refusal.Invalid.at("/consumed", "would overflow a counter (rule S6)");
    }
    int line = allocations.line(slot, type);
    if (line == AllocationSlab.NONE) {
      line = addLine(slot, type);
    }
    return usage.type().isHeld() ? sample(usage, slot, line) : consume(usage, slot, line);
  }

  /// What was never reserved is counted as wholly beyond the reservation (U3).
  private int addLine(int slot, int type) {
    Chain chain = new Chain(state);
    chain.follow(state.allocations.scope(slot));
    PoolState pool = chain.pool(type);
    state.allocations.addLine(
        slot, type, 0, 0, pool == null ? AllocationSlab.NONE : state.pools.indexOf(pool));
    return allocations.line(slot, type);
  }

  private Answer consume(UsageRecord usage, int slot, int line) {
    PoolState pool = allocations.poolOf(line);
    long reserved = state.allocations.reserved(line);
    long fromReservation = Math.min(reserved, usage.consumed());
    long beyond = usage.consumed() - fromReservation;
    Money cost = cost(usage, pool);
    state.allocations.setReserved(line, reserved - fromReservation);
    state.allocations.setConsumed(line, state.allocations.consumed(line) + usage.consumed());
    emitUsed(usage, slot, beyond, cost);
    ledger
        .follow(state.allocations.scope(slot))
        .consume(usage.type().ordinal(), fromReservation, beyond, pool);
    if (beyond > 0) {
      exhaust(usage, slot, line);
    }
    return new Outcome.Used(
        state.allocations.consumed(line), reserved - fromReservation, exhausted(line), cost);
  }

  /// A sample of a held type: it changes no reservation (U2).
  private Answer sample(UsageRecord usage, int slot, int line) {
    long before = state.allocations.consumed(line);
    long reserved = state.allocations.reserved(line);
    long beyond = Math.max(0, usage.consumed() - reserved);
    Money cost = usage.cost().orElse(Money.ZERO);
    state.allocations.setConsumed(line, usage.consumed());
    emitUsed(usage, slot, beyond, cost);
    ledger
        .follow(state.allocations.scope(slot))
        .sample(usage.type().ordinal(), usage.consumed() - before);
    if (beyond > 0) {
      exhaust(usage, slot, line);
    }
    return new Outcome.Used(
        usage.consumed(), Math.max(0, reserved - usage.consumed()), beyond > 0, cost);
  }

  private boolean exhausted(int line) {
    return state.allocations.exhausted(line);
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
            path(slot), id, usage.type(), usage.consumed(), beyond, cost, usage.category()));
  }

  /// What the caller says it cost, else the pool's price.
  private static Money cost(UsageRecord usage, @Nullable PoolState pool) {
    if (usage.cost().isPresent()) {
      return usage.cost().get();
    }
    return pool == null ? Money.ZERO : pool.pool.terms().costPerUnit().times(usage.consumed());
  }

  /// The root counts all that any scope below does, so it overflows first (S6).
  private boolean overflows(int type, long amount) {
    long[] rows = state.scopes.rows(ScopeTable.ROOT);
    int at = ScopeTable.rowAt(ScopeTable.ROOT, type);
    return rows[at + Row.RESERVED] + rows[at + Row.CONSUMED] + amount > Amount.MAX;
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
