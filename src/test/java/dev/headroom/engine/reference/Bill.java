package dev.headroom.engine.reference;

import dev.headroom.model.Money;
import dev.headroom.model.Price;
import dev.headroom.model.UsageRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// What consumption costs before soft limits charge on top (rules U1, S5).
///
/// @param cost of all units
/// @param amount how many units
/// @param units what each costs; empty where the cost is spread evenly over them
record Bill(BigDecimal cost, long amount, Optional<Units> units) {
  /// Units in the order in which they are consumed: the pool's own, those it has borrowed, and
  /// those beyond the reservation.
  record Units(Price price, long capacity, long drawn, long own, long borrowed, long beyond) {
    /// What the units from the one with an index on cost: what they would at the base price, and at
    /// each step what is added by it.
    private BigDecimal from(long index) {
      BigInteger micros = BigInteger.ZERO;
      Money before = Money.ZERO;
      for (int at = 0; at <= price.steps().size(); at++) {
        Money now = at == 0 ? price.base() : price.steps().get(at - 1).costPerUnit();
        BigInteger begin =
            at == 0
                ? BigInteger.valueOf(Long.MIN_VALUE)
                : BigInteger.valueOf(price.steps().get(at - 1).from())
                    .multiply(BigInteger.valueOf(capacity));
        BigInteger more = BigInteger.valueOf(now.micros() - before.micros());
        micros = micros.add(more.multiply(BigInteger.valueOf(reaching(begin, index))));
        before = now;
      }
      return new BigDecimal(micros, Money.SCALE);
    }

    /// How many of the units from an index on are consumed where 100 times what is drawn is at
    /// least `begin`.
    private long reaching(BigInteger begin, long index) {
      long ownLeft = Math.max(0, own - index);
      long borrowedLeft = Math.min(borrowed, Math.max(0, own + borrowed - index));
      long beyondLeft = Math.min(beyond, own + borrowed + beyond - index);
      boolean all = BigInteger.valueOf(drawn + own).multiply(HUNDRED).compareTo(begin) >= 0;
      return reaching(begin, drawn + own - ownLeft, ownLeft)
          + (all ? borrowedLeft : 0)
          + reaching(begin, drawn + own + beyond - beyondLeft, beyondLeft);
    }

    private static long reaching(BigInteger begin, long from, long count) {
      BigInteger[] whole = begin.divideAndRemainder(HUNDRED);
      BigInteger first = whole[1].signum() > 0 ? whole[0].add(BigInteger.ONE) : whole[0];
      BigInteger end = BigInteger.valueOf(from).add(BigInteger.valueOf(count));
      return end.subtract(first).max(BigInteger.ZERO).min(BigInteger.valueOf(count)).longValue();
    }
  }

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /// What a record of usage costs that a line makes.
  static Bill of(UsageRecord usage, Holding.Line line, long now) {
    if (usage.cost().isPresent() || usage.type().isHeld() || line.stock().isEmpty()) {
      BigDecimal said = usage.cost().map(Money::credits).orElse(BigDecimal.ZERO);
      return new Bill(said, usage.consumed(), Optional.empty());
    }
    Stock stock = line.stock().get();
    Stock.Level level = stock.at(now);
    long capacity = stock.pool.terms().capacity();
    long reserved = Math.min(usage.consumed(), line.reserved);
    long owed = line.loans.stream().mapToLong(loan -> loan.amount).sum();
    long own = Math.min(reserved, line.reserved - owed);
    Units units =
        new Units(
            stock.pool.terms().costPerUnit(),
            capacity,
            capacity - level.available - level.reserved,
            own,
            reserved - own,
            usage.consumed() - reserved);
    return new Bill(units.from(0), usage.consumed(), Optional.of(units));
  }

  /// What the last `part` units cost, times the number of all.
  BigDecimal ofLastTimesAmount(long part) {
    return units
        .map(each -> each.from(amount - part).multiply(BigDecimal.valueOf(amount)))
        .orElseGet(() -> cost.multiply(BigDecimal.valueOf(part)));
  }

  /// Whether a number can hold it.
  boolean isMoney() {
    return cost.movePointRight(Money.SCALE).toBigIntegerExact().bitLength() < Long.SIZE;
  }

  Money money() {
    return Money.of(cost);
  }
}
