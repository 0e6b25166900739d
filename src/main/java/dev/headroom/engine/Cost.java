package dev.headroom.engine;

import dev.headroom.model.Money;
import dev.headroom.model.Price;
import dev.headroom.model.UsageRecord;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What consumption costs: what its record says, spread evenly over its units, or else the price of
/// the pool that serves it, each unit by how much of that pool is drawn when it is consumed (rules
/// U1, S5).
///
/// Out of a reservation what is the pool's own is consumed first, then what it has borrowed, then
/// what goes beyond. What is borrowed draws nothing from the pool (P5), and so all of it costs what
/// the next unit of the pool would. What is held is not consumed and costs nothing by itself.
sealed interface Cost {
  /// No cost.
  Cost NONE = new Said(Money.ZERO, 1);

  /// What all of it costs.
  Money total();

  /// What the last `part` units cost in millionths of a credit, times [#divisor].
  BigInteger ofLast(long part);

  /// What [#ofLast] is to be divided by.
  long divisor();

  /// What usage costs; empty where no number can hold that.
  ///
  /// @param pool that serves it, if one does
  /// @param reserved what is reserved for it
  /// @param borrowed what of that is borrowed
  static Optional<Cost> of(
      UsageRecord usage, @Nullable PoolState pool, long reserved, long borrowed, long now) {
    if (usage.cost().isPresent()) {
      return Optional.of(new Said(usage.cost().get(), usage.consumed()));
    }
    if (pool == null || pool.isHeld()) {
      return Optional.of(NONE);
    }
    try {
      Price price = pool.pool.terms().costPerUnit();
      long amount = usage.consumed();
      if (price.isFlat()) {
        return Optional.of(new Said(price.base().times(amount), amount));
      }
      long own = reserved - borrowed;
      Course course = new Course(price, pool.capacity(), pool.drawn(now), own, borrowed);
      return Optional.of(new Priced(course.ofFirst(amount), amount, course));
    } catch (ArithmeticException overflow) {
      return Optional.empty();
    }
  }

  /// A sum for all units alike.
  ///
  /// @param amount how many
  record Said(Money total, long amount) implements Cost {
    @Override
    public BigInteger ofLast(long part) {
      return BigInteger.valueOf(total.micros()).multiply(BigInteger.valueOf(part));
    }

    @Override
    public long divisor() {
      return Math.max(1, amount);
    }
  }

  /// A sum of the prices of all units.
  ///
  /// @param amount how many
  record Priced(Money total, long amount, Course course) implements Cost {
    @Override
    public BigInteger ofLast(long part) {
      return BigInteger.valueOf(total.micros() - course.ofFirst(amount - part).micros());
    }

    @Override
    public long divisor() {
      return 1;
    }
  }

  /// What each unit costs, in the order in which they are consumed.
  ///
  /// @param drawn what of the pool is drawn before the first
  /// @param own how many are the pool's own, and consumed first
  /// @param borrowed how many come next; all others go beyond the reservation
  record Course(Price price, long capacity, long drawn, long own, long borrowed) {
    Money ofFirst(long units) {
      long first = Math.min(units, own);
      long second = Math.min(units - first, borrowed);
      return price
          .of(first, drawn, capacity)
          .plus(price.at(drawn + own, capacity).times(second))
          .plus(price.of(units - first - second, drawn + own, capacity));
    }
  }
}
