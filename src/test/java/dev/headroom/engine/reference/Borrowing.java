package dev.headroom.engine.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What pools borrow from the next pool of their type up the path (rule P5).
final class Borrowing {
  /// What a line has from a pool further up.
  static final class Loan {
    final Stock lender;
    final long age;
    long amount;

    Loan(Stock lender, long age) {
      this.lender = lender;
      this.age = age;
    }
  }

  private static final long HORIZON = 1L << 61;

  private final World world;
  private long ages;

  Borrowing(World world) {
    this.world = world;
  }

  /// The pool that would lend.
  Optional<Stock> lender(Stock stock) {
    return stock.pool.path().parent().flatMap(above -> world.serving(above, stock.type()));
  }

  /// What a pool would grant at an instant if nothing happens until then.
  long grantable(Stock stock, long then) {
    long own = stock.at(then).available;
    long lent = lendable(stock, then);
    return lent > 0 ? Math.max(0, own) + lent : own;
  }

  /// When a pool would grant an amount first, if nothing happens until then; empty where never, or
  /// now.
  Optional<Long> whenGrantable(Stock stock, long amount) {
    if (!stock.mayBorrow) {
      return stock.whenAvailable(amount, world.now);
    }
    boolean grows = grows(stock) || lender(stock).filter(Borrowing::grows).isPresent();
    LongPredicate enough = then -> grantable(stock, then) >= amount;
    if (!grows || enough.test(world.now) || !enough.test(world.now + HORIZON)) {
      return Optional.empty();
    }
    long no = world.now;
    long yes = world.now + HORIZON;
    while (yes - no > 1) {
      long middle = no + (yes - no) / 2;
      if (enough.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return Optional.of(yes);
  }

  long reach(Stock stock) {
    long lent =
        lender(stock)
            .map(above -> Math.min(limit(stock), above.pool.terms().capacity()))
            .orElse(0L);
    return stock.pool.terms().capacity() + lent;
  }

  /// What a pool of a spent type would have at an instant if everyone released.
  long stockBy(Stock stock, long then) {
    long own = all(stock.at(then));
    long lent = lender(stock).map(above -> Math.min(limit(stock), all(above.at(then)))).orElse(0L);
    return lent > 0 ? Math.max(0, own) + lent : own;
  }

  /// The most that a pool could grant if nothing were reserved, however long that took.
  long most(Stock stock) {
    long lent =
        stock.mayBorrow
            ? lender(stock).map(above -> Math.min(limit(stock), mostAlone(above))).orElse(0L)
            : 0;
    return mostAlone(stock) + Math.max(0, lent);
  }

  private long mostAlone(Stock stock) {
    return stock.type().isHeld() || grows(stock)
        ? stock.pool.terms().capacity()
        : all(stock.at(world.now));
  }

  /// What the lines of a pool owe to others that exist.
  long borrowed(Stock stock) {
    return linesOf(stock).stream()
        .flatMap(line -> line.loans.stream())
        .filter(loan -> !loan.lender.removed)
        .mapToLong(loan -> loan.amount)
        .sum();
  }

  /// What a pool has lent to others that exist.
  long lent(Stock stock) {
    return world.holdings.stream()
        .flatMap(holding -> holding.lines.stream())
        .filter(line -> line.stock().isPresent())
        .flatMap(line -> line.loans.stream())
        .filter(loan -> loan.lender == stock)
        .mapToLong(loan -> loan.amount)
        .sum();
  }

  boolean owes(Stock borrower, Stock lender) {
    return linesOf(borrower).stream()
        .flatMap(line -> line.loans.stream())
        .anyMatch(loan -> loan.lender == lender);
  }

  /// The line with the oldest loan of a pool's lines; empty where they owe nothing.
  Optional<Holding.Line> oldest(Stock stock) {
    return linesOf(stock).stream()
        .filter(line -> firstOwed(line).isPresent())
        .min(Comparator.comparingLong(line -> firstOwed(line).orElseThrow().age));
  }

  static Optional<Loan> firstOwed(Holding.Line line) {
    return line.loans.stream().filter(loan -> !loan.lender.removed).findFirst();
  }

  /// What a pool gives of an amount itself.
  long own(Stock stock, long amount) {
    if (!stock.mayBorrow) {
      return amount;
    }
    long lacks = amount - Math.min(amount, Math.max(0, stock.at(world.now).available));
    return amount - Math.min(lacks, lendable(stock, world.now));
  }

  /// Notes that a line has more from a lender.
  void note(Holding.Line line, Stock lender, long amount) {
    if (line.loans.isEmpty() || line.loans.getLast().lender != lender) {
      line.loans.add(new Loan(lender, ++ages));
    }
    line.loans.getLast().amount += amount;
  }

  private List<Holding.Line> linesOf(Stock stock) {
    List<Holding.Line> lines = new ArrayList<>();
    for (Holding holding : world.holdings) {
      holding.lines.stream().filter(line -> line.from == stock).forEach(lines::add);
    }
    return lines;
  }

  /// Whether any of its lines has something from another pool, removed or not.
  boolean owesAnything(Stock stock) {
    return linesOf(stock).stream().anyMatch(line -> !line.loans.isEmpty());
  }

  /// Whether what returns to the lender of a pool stays there for the pool to borrow again.
  boolean grantsWhatReturns(Stock stock) {
    boolean bySole =
        linesOf(stock).stream()
            .flatMap(line -> line.loans.stream())
            .allMatch(loan -> lender(stock).filter(above -> above == loan.lender).isPresent());
    return bySole
        && !isShort(stock)
        && lender(stock)
            .filter(above -> !Sharing.isShared(above) && !owesAnything(above) && !isShort(above))
            .filter(above -> world.wishesAt(above.place()).isEmpty())
            .isPresent();
  }

  /// Whether something must come back before anything can be granted.
  private boolean isShort(Stock stock) {
    Stock.Level level = stock.at(world.now);
    return level.available < 0 || level.reserved > stock.pool.terms().capacity();
  }

  /// What the lender has to spare while nobody waits there.
  long surplus(Stock stock) {
    Optional<Stock> lender = stock.mayBorrow ? lender(stock) : Optional.empty();
    return lender
        .filter(above -> world.wishesAt(above.place()).isEmpty())
        .map(
            above -> Math.max(0, world.sharing.guestHeadroom(above, above.at(world.now).available)))
        .orElse(0L);
  }

  long lendable(Stock stock, long then) {
    Optional<Stock> lender = lender(stock);
    long left = stock.mayBorrow ? limit(stock) + stock.beyond - borrowed(stock) : 0;
    if (left <= 0 || lender.isEmpty()) {
      return 0;
    }
    boolean starving =
        world.wishesAt(lender.get().place()).stream()
            .anyMatch(wish -> wish.starves(world.now, world.settings));
    long free = world.sharing.guestHeadroom(lender.get(), lender.get().at(then).available);
    return starving ? 0 : Math.min(left, Math.max(0, free));
  }

  private static boolean grows(Stock stock) {
    return stock.type().isSpent() && stock.pool.terms().replenishment().isPresent();
  }

  private static long limit(Stock stock) {
    return stock.pool.terms().borrowing();
  }

  private static long all(Stock.Level level) {
    return level.available + level.reserved;
  }
}
