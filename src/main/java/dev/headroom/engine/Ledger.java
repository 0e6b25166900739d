package dev.headroom.engine;

import dev.headroom.model.Money;
import dev.headroom.model.ScopePath;
import org.jspecify.annotations.Nullable;

/// Moves amounts in and out of the counters of a scope and of all scopes above it, raising and
/// clearing alerts and waking waiters on the way. The one place where counters change.
final class Ledger {
  private final EngineState state;
  private final WaitingRoom waitingRoom;
  private final LoanLedger loanLedger;
  private final int[] chain = new int[ScopeTable.CHAIN_MAX];
  private int length;

  Ledger(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
    this.loanLedger = new LoanLedger(state, waitingRoom);
  }

  /// Turns to a scope; what follows concerns it until another is turned to.
  Ledger follow(int scope) {
    length = state.scopes.chain(scope, chain);
    return this;
  }

  /// Reserves `amount`, which fits, for an allocation.
  ///
  /// @param allocations 1 with the first line of a new allocation, else 0
  void reserve(int slot, int type, long amount, int allocations, @Nullable PoolState pool) {
    noteHeld(type, amount, pool);
    if (pool != null) {
      Loans loans = pool.loans;
      pool.take(loans == null ? amount : loanLedger.borrow(pool, loans, slot, amount));
      PoolAlerts.settle(state, pool);
      share(pool, amount);
    }
    move(type, amount, 0, allocations);
  }

  /// Returns what was reserved for an allocation.
  ///
  /// @param allocations 1 with the first line of an allocation that ends, else 0
  void giveBack(int slot, int type, long amount, int allocations, @Nullable PoolState pool) {
    move(type, -amount, 0, -allocations);
    noteHeld(type, -amount, pool);
    if (pool != null && amount > 0) {
      Loans loans = pool.loans;
      long own = loans == null ? amount : loanLedger.repay(loans, slot, amount);
      pool.refill(state.now());
      pool.giveBack(own);
      loanLedger.returnFirst(pool, own);
      PoolAlerts.settle(state, pool);
      PoolAlerts.lookWhenItClears(state, pool);
      waitingRoom.mark(pool);
      share(pool, -amount);
    }
  }

  /// Consumes out of a reservation and, where that is used up, beyond it (U2, U3). In a pool that
  /// makes room for replenishment.
  ///
  /// @param line the line whose reservation has become less by that
  void consume(int slot, int line, long fromReservation, long beyond, @Nullable PoolState pool) {
    int type = state.allocations.type(line);
    noteHeld(type, -fromReservation, pool);
    if (pool != null) {
      Loans loans = pool.loans;
      long remaining = state.allocations.reserved(line);
      long own =
          loans == null
              ? fromReservation
              : loanLedger.consume(loans, slot, fromReservation, remaining);
      consumeFrom(pool, own, beyond);
      share(pool, -fromReservation);
    }
    move(type, -fromReservation, fromReservation + beyond, 0);
  }

  /// Consumes what nothing is reserved for (U3, U4).
  void consumeBeyond(int type, long amount, @Nullable PoolState pool) {
    if (pool != null) {
      consumeFrom(pool, 0, amount);
    }
    move(type, 0, amount, 0);
  }

  private void consumeFrom(PoolState pool, long own, long beyond) {
    pool.refill(state.now());
    pool.consume(own, beyond);
    PoolAlerts.settle(state, pool);
    waitingRoom.lookAgain(pool);
    PoolAlerts.lookWhenItClears(state, pool);
  }

  /// Changes what is in use of a held type, which changes no reservation (U2).
  void sample(int type, long difference) {
    move(type, 0, difference, 0);
  }

  /// Adds what usage has cost, with what is charged on top.
  void charge(Money cost, Money onTop) {
    long micros = Money.sumOfMicros(cost.micros(), onTop.micros());
    for (int step = 0; micros > 0 && step < length; step++) {
      state.activity.charge(chain[step], micros);
    }
  }

  private void noteHeld(int type, long difference, @Nullable PoolState pool) {
    if (state.waitingScopes.any()) {
      state.waitingScopes.hold(chain[length - 1], type, difference, pool);
    }
  }

  private void share(PoolState pool, long difference) {
    PoolShares shares = pool.shares;
    if (shares != null && difference != 0) {
      ScopePath path = state.scopes.path(chain[length - 1]);
      shares.hold(path, difference);
      if (difference > 0) {
        shares.noteUse(path);
      }
      waitingRoom.markSharing(pool);
    }
  }

  private void move(int type, long reserved, long consumed, int allocations) {
    boolean held = Row.isHeld(type);
    boolean frees = held ? reserved < 0 : reserved + consumed < 0;
    if (reserved != 0 || consumed != 0) {
      touch();
    }
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

  private void touch() {
    long now = state.now();
    for (int step = 0; step < length; step++) {
      state.activity.touch(chain[step], now);
    }
  }
}
