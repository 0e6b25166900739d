package dev.headroom.engine.reference;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Moves amounts between free, reserved and consumed, with what follows at every scope of the path:
/// alerts, and headroom for those who wait.
final class Books {
  private final World world;
  private final Alarms alarms;
  private final Leniency leniency;

  Books(World world, Alarms alarms, Leniency leniency) {
    this.world = world;
    this.alarms = alarms;
    this.leniency = leniency;
  }

  void reserve(Holding holding, Holding.Line line, long amount) {
    line.stock()
        .ifPresent(stock -> {
          stock.add(world.now, new Stock.Happening.Taken(borrow(stock, line, amount)));
          alarms.settle(stock);
          world.gainByPolicy(stock);
        });
    line.reserved += amount;
    noteChange(holding.path(), amount);
    world.quotas.noteUse();
    if (amount > 0) {
      world.doubt(holding.path());
    }
    settleCaps(holding.path(), line.type);
  }

  void giveBack(Holding holding, Holding.Line line, long amount) {
    line.reserved -= amount;
    noteChange(holding.path(), amount);
    settleCaps(holding.path(), line.type);
    for (ScopePath scope : holding.path().chain()) {
      world.gain(new Place(scope, line.type, false));
    }
    line.stock()
        .ifPresent(stock -> {
          long own = repay(line, amount);
          stock.add(world.now, new Stock.Happening.Returned(own));
          returnFirst(stock, own);
          alarms.settle(stock);
          world.gain(stock.place());
          world.gainByPolicy(stock);
        });
  }

  /// Moves what is consumed out of the reservation and, where that is used up, beyond it (U2, U3).
  void spend(ScopePath path, Holding.Line line, long reserved, long beyond) {
    line.stock()
        .ifPresent(stock -> {
          long own = spendBorrowed(line, reserved);
          stock.add(world.now, new Stock.Happening.Consumed(own, beyond));
          alarms.settle(stock);
          if (reserved > 0) {
            world.gainByPolicy(stock);
          }
        });
    line.reserved -= reserved;
    line.consumed += reserved + beyond;
    noteChange(path, reserved + beyond);
    world.spendings.add(new World.Spending(path, line.type, reserved + beyond));
    settleCaps(path, line.type);
  }

  /// Notes how much of a held type is in use (U2).
  void sample(Holding holding, Holding.Line line, long inUse) {
    noteChange(holding.path(), inUse - line.consumed);
    line.consumed = inUse;
    for (ScopePath path : holding.path().chain()) {
      Scope scope = Objects.requireNonNull(world.scopes.get(path));
      scope.peaks.merge(line.type, world.inUse(path, line.type), Math::max);
    }
  }

  /// Returns all that a pool's lines have borrowed, since it is removed.
  void returnAll(Stock stock) {
    Optional<Holding.Line> line = world.borrowing.oldest(stock);
    while (line.isPresent()) {
      Borrowing.Loan loan = Borrowing.firstOwed(line.get()).orElseThrow();
      giveBack(line.get(), loan, loan.amount);
      line = world.borrowing.oldest(stock);
    }
  }

  /// Borrows what a pool lacks, and says what it has itself.
  private long borrow(Stock stock, Holding.Line line, long amount) {
    long own = world.borrowing.own(stock, amount);
    if (own < amount) {
      Stock lender = world.borrowing.lender(stock).orElseThrow();
      lender.add(world.now, new Stock.Happening.Taken(amount - own));
      world.borrowing.note(line, lender, amount - own);
      alarms.settle(lender);
    }
    return own;
  }

  /// Returns first what a line has borrowed, and says what is left for its own pool.
  private long repay(Holding.Line line, long amount) {
    long left = amount;
    for (Borrowing.Loan loan : List.copyOf(line.loans)) {
      long part = Math.min(left, loan.amount);
      left -= part;
      giveBack(line, loan, part);
    }
    return left;
  }

  /// Lets what has come back to a pool go on to those its lines have borrowed from.
  private void returnFirst(Stock stock, long freed) {
    long left = Math.min(freed, stock.at(world.now).available);
    Optional<Holding.Line> line = world.borrowing.oldest(stock);
    while (left > 0 && line.isPresent()) {
      Borrowing.Loan loan = Borrowing.firstOwed(line.get()).orElseThrow();
      long part = Math.min(left, loan.amount);
      stock.add(world.now, new Stock.Happening.Taken(part));
      left -= part;
      giveBack(line.get(), loan, part);
      line = world.borrowing.oldest(stock);
    }
  }

  private void giveBack(Holding.Line line, Borrowing.Loan loan, long amount) {
    reduce(line, loan, amount);
    if (amount > 0 && !loan.lender.removed) {
      loan.lender.add(world.now, new Stock.Happening.Returned(amount));
      returnFirst(loan.lender, amount);
      alarms.settle(loan.lender);
      world.gain(loan.lender.place());
    }
  }

  /// Consumes what is borrowed once the pool's own part is used up, and says how much of that is.
  private long spendBorrowed(Holding.Line line, long amount) {
    long borrowed = line.loans.stream().mapToLong(loan -> loan.amount).sum();
    long own = Math.min(amount, line.reserved - borrowed);
    long left = amount - own;
    for (Borrowing.Loan loan : List.copyOf(line.loans)) {
      long part = Math.min(left, loan.amount);
      left -= part;
      reduce(line, loan, part);
      if (part > 0 && !loan.lender.removed) {
        loan.lender.add(world.now, new Stock.Happening.Consumed(part, 0));
        alarms.settle(loan.lender);
      }
    }
    return own;
  }

  private static void reduce(Holding.Line line, Borrowing.Loan loan, long amount) {
    loan.amount -= amount;
    if (loan.amount == 0) {
      line.loans.remove(loan);
    }
  }

  /// Notes what usage has cost.
  void charge(ScopePath path, Money cost, Money onTop) {
    for (ScopePath each : path.chain()) {
      Scope scope = Objects.requireNonNull(world.scopes.get(each));
      scope.micros =
          scope
              .micros
              .add(BigInteger.valueOf(cost.micros()))
              .add(BigInteger.valueOf(onTop.micros()));
    }
  }

  /// Notes that an amount is moved there, where that is any.
  void noteChange(ScopePath path, long amount) {
    for (ScopePath each : amount == 0 ? List.<ScopePath>of() : path.chain()) {
      Objects.requireNonNull(world.scopes.get(each)).changed = Optional.of(world.now);
    }
  }

  private void settleCaps(ScopePath path, ResourceType type) {
    for (ScopePath scope : path.chain()) {
      world.caps(scope, type).forEach(alarms::settle);
      world.caps(scope, type).forEach(leniency::settle);
    }
  }
}
