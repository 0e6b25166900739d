package dev.headroom.engine;

import org.jspecify.annotations.Nullable;

/// Moves amounts in and out of the counters of a scope and of all scopes above it, raising and
/// clearing alerts and waking waiters on the way. The one place where counters change.
final class Ledger {
  private final EngineState state;
  private final WaitingRoom waitingRoom;
  private final int[] chain = new int[ScopeTable.CHAIN_MAX];
  private int length;

  Ledger(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  /// Turns to a scope; what follows concerns it until another is turned to.
  Ledger follow(int scope) {
    length = state.scopes.chain(scope, chain);
    return this;
  }

  /// Reserves `amount`, which fits.
  ///
  /// @param allocations 1 with the first line of a new allocation, else 0
  void reserve(int type, long amount, int allocations, @Nullable PoolState pool) {
    if (pool != null) {
      pool.take(amount);
      settle(pool);
    }
    move(type, amount, 0, allocations);
  }

  /// Returns what was reserved.
  ///
  /// @param allocations 1 with the first line of an allocation that ends, else 0
  void giveBack(int type, long amount, int allocations, @Nullable PoolState pool) {
    move(type, -amount, 0, -allocations);
    if (pool != null && amount > 0) {
      pool.refill(state.now());
      pool.giveBack(amount);
      settle(pool);
      PoolAlerts.lookWhenItClears(state, pool);
      waitingRoom.mark(pool);
    }
  }

  /// Consumes out of a reservation and, where that is used up, beyond it (U2, U3). In a pool that
  /// makes room for replenishment.
  void consume(int type, long fromReservation, long beyond, @Nullable PoolState pool) {
    if (pool != null) {
      pool.refill(state.now());
      pool.consume(fromReservation, beyond);
      settle(pool);
      waitingRoom.lookAgain(pool);
      PoolAlerts.lookWhenItClears(state, pool);
    }
    move(type, -fromReservation, fromReservation + beyond, 0);
  }

  /// Changes what is in use of a held type, which changes no reservation (U2).
  void sample(int type, long difference) {
    move(type, 0, difference, 0);
  }

  private void settle(PoolState pool) {
    long used = pool.used();
    if (used >= pool.upAt || used < pool.downAt) {
      PoolAlerts.cross(state, pool, false);
    }
  }

  private void move(int type, long reserved, long consumed, int allocations) {
    boolean held = Row.isHeld(type);
    boolean frees = held ? reserved < 0 : reserved + consumed < 0;
    for (int step = 0; step < length; step++) {
      int scope = chain[step];
      long[] rows = state.scopes.rows(scope);
      int at = ScopeTable.rowAt(scope, type);
      int site = Row.site(rows, at);
      if (site != 0 || Row.windowIsOver(rows, at, state.windowMinute())) {
        state.limits.beginDueWindows(scope, type);
      }
      rows[at + Row.RESERVED] += reserved;
      rows[at + Row.CONSUMED] += consumed;
      rows[at + Row.WINDOW] += allocations;
      if (held && rows[at + Row.CONSUMED] > rows[at + Row.BASE]) {
        rows[at + Row.BASE] = rows[at + Row.CONSUMED];
      }
      state.limits.settle(scope, type, rows, at);
      if (site != 0) {
        state.limits.settleFurther(scope, type);
        state.soft.settle(state.sites.at(site));
        if (frees) {
          waitingRoom.mark(state.sites.at(site).atLimits);
        }
      }
    }
  }
}
