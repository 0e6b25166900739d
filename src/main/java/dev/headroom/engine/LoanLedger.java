package dev.headroom.engine;

import java.util.Objects;

/// Moves amounts between pools that borrow and their lenders (rule P5). What an allocation has
/// borrowed is reserved at the lender, is consumed there once its own pool's part is used up, and
/// returns there first.
final class LoanLedger {
  private final EngineState state;
  private final WaitingRoom waitingRoom;

  LoanLedger(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  /// Borrows what the pool lacks of `amount`, which it would grant, and says what it has to give
  /// itself.
  long borrow(PoolState pool, Loans loans, int slot, long amount) {
    long own = Math.min(amount, Math.max(0, pool.available(state.now())));
    if (own < amount) {
      PoolState lender = Objects.requireNonNull(state.lending.lender(pool));
      lender.refill(state.now());
      lender.take(amount - own);
      lender.lent += amount - own;
      loans.add(slot, lender, amount - own);
      PoolAlerts.settle(state, lender);
    }
    return own;
  }

  /// Returns of `amount` first what the allocation has borrowed, and says what is left for the pool
  /// itself.
  long repay(Loans loans, int slot, long amount) {
    long left = amount;
    for (Loans.Loan loan : loans.of(slot)) {
      long part = Math.min(left, loan.amount());
      if (part > 0) {
        giveBack(loans, loan, part);
        left -= part;
      }
    }
    return left;
  }

  /// Consumes what goes beyond the pool's own part of a reservation where it was borrowed, and says
  /// what is consumed of the pool itself.
  ///
  /// @param remaining what stays reserved
  long consume(Loans loans, int slot, long amount, long remaining) {
    long own = Math.min(amount, remaining + amount - loans.total(slot));
    long left = amount - own;
    for (Loans.Loan loan : loans.of(slot)) {
      long part = Math.min(left, loan.amount());
      if (part > 0) {
        consume(loans, loan, part);
        left -= part;
      }
    }
    return own;
  }

  /// Uses what has come back to a pool to return what others of its allocations have borrowed, the
  /// oldest loan first.
  void returnFirst(PoolState pool, long freed) {
    Loans loans = pool.loans;
    long left = loans == null ? 0 : Math.min(freed, pool.available(state.now()));
    while (loans != null && left > 0) {
      Loans.Loan loan = loans.oldest();
      if (loan == null) {
        return;
      }
      long part = Math.min(left, loan.amount());
      pool.take(part);
      left -= part;
      giveBack(loans, loan, part);
    }
  }

  /// Settles all that a pool has borrowed and lent, since it is removed: what it has borrowed
  /// returns, what it has lent is owed to nobody any more.
  void close(PoolState pool) {
    Loans own = pool.loans;
    while (own != null && own.oldest() != null) {
      Loans.Loan loan = Objects.requireNonNull(own.oldest());
      giveBack(own, loan, loan.amount());
    }
    if (pool.lent > 0) {
      for (PoolState borrower : state.pools.all()) {
        Loans loans = borrower.loans;
        if (loans != null && loans.forgive(pool)) {
          waitingRoom.mark(borrower);
        }
      }
    }
    state.lending.setWaiting(pool, false);
  }

  private void giveBack(Loans loans, Loans.Loan loan, long amount) {
    loans.reduce(loan, amount);
    PoolState lender = loan.lender;
    if (lender.removed) {
      return;
    }
    lender.refill(state.now());
    lender.giveBack(amount);
    lender.lent -= amount;
    returnFirst(lender, amount);
    PoolAlerts.settle(state, lender);
    PoolAlerts.lookWhenItClears(state, lender);
    waitingRoom.mark(lender);
  }

  private void consume(Loans loans, Loans.Loan loan, long amount) {
    loans.reduce(loan, amount);
    PoolState lender = loan.lender;
    if (lender.removed) {
      return;
    }
    lender.refill(state.now());
    lender.consume(amount, 0);
    lender.lent -= amount;
    PoolAlerts.settle(state, lender);
    PoolAlerts.lookWhenItClears(state, lender);
    waitingRoom.lookAgain(lender);
  }
}
