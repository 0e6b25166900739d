package dev.headroom.engine;

import org.jspecify.annotations.Nullable;

/// Moves amounts in and out of the counters of a scope and of all scopes above it, raising and
/// clearing alerts and waking waiters on the way. The one place where counters change.
final class Ledger {
  private final EngineState state;
  private final WaitingRoom waitingRoom;
  private final int[] chain = new int[ScopeTable.CHAIN_MAX];

  Ledger(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  /// Reserves `amount`, which fits.
  void reserve(int scope, int type, long amount, @Nullable PoolState pool) {
    if (pool != null) {
      pool.take(amount);
      settle(pool);
    }
    move(scope, type, amount, 0);
  }

  /// Returns what was reserved.
  void giveBack(int scope, int type, long amount, @Nullable PoolState pool) {
    move(scope, type, -amount, 0);
    if (pool != null) {
      pool.refill(state.now());
      pool.giveBack(amount);
      settle(pool);
      waitingRoom.mark(pool);
    }
  }

  /// Consumes out of a reservation and, where that is used up, beyond it (U2, U3).
  void consume(int scope, int type, long fromReservation, long beyond, @Nullable PoolState pool) {
    if (pool != null) {
      pool.refill(state.now());
      pool.consume(fromReservation, beyond);
      settle(pool);
    }
    move(scope, type, -fromReservation, fromReservation + beyond);
  }

  /// Changes what is in use of a held type, which changes no reservation (U2).
  void sample(int scope, int type, long difference) {
    move(scope, type, 0, difference);
  }

  /// Counts an allocation in or out, in the row of its first line's type.
  void countAllocation(int scope, int type, int difference) {
    int length = state.scopes.chain(scope, chain);
    for (int step = 0; step < length; step++) {
      long[] rows = state.scopes.rows(chain[step]);
      rows[ScopeTable.rowAt(chain[step], type) + Row.WINDOW] += difference;
    }
  }

  /// Raises and clears what a change of a pool's stock crossed.
  void settle(PoolState pool) {
    long used = pool.used();
    if (used >= pool.upAt || used < pool.downAt) {
      PoolAlerts.cross(state, pool, false);
    }
  }

  private void move(int scope, int type, long reserved, long consumed) {
    int length = state.scopes.chain(scope, chain);
    boolean held = Row.isHeld(type);
    boolean frees = held ? reserved < 0 : reserved + consumed < 0;
    for (int step = 0; step < length; step++) {
      long[] rows = state.scopes.rows(chain[step]);
      int at = ScopeTable.rowAt(chain[step], type);
      if (Row.windowEnd(rows, at) <= state.now()) {
        state.limits.beginDueWindows(chain[step], type);
      }
      int site = Row.site(rows, at);
      if (site != 0) {
        state.limits.beginDueWindows(chain[step], type);
      }
      rows[at + Row.RESERVED] += reserved;
      rows[at + Row.CONSUMED] += consumed;
      if (held && rows[at + Row.CONSUMED] > rows[at + Row.BASE]) {
        rows[at + Row.BASE] = rows[at + Row.CONSUMED];
      }
      state.limits.settle(chain[step], type, rows, at);
      if (site != 0) {
        state.limits.settleFurther(chain[step], type);
        if (frees) {
          waitingRoom.mark(state.sites.at(site).atLimits);
        }
      }
    }
  }
}
