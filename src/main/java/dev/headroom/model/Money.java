package dev.headroom.model;

import java.math.BigDecimal;

/// Cost in credits, exact to the sixth decimal; never a binary float (rule S5).
///
/// @param micros millionths of a credit; never negative
public record Money(long micros) implements Comparable<Money> {
  /// No cost.
  public static final Money ZERO = new Money(0);

  /// Decimals that are kept.
  public static final int SCALE = 6;

  /// @throws InvalidValueException where the cost would be negative
  public Money {
    if (micros < 0) {
      throw new InvalidValueException("a cost must not be negative: " + micros);
    }
  }

  /// The cost that `credits` says.
  ///
  /// @throws InvalidValueException for a negative value, more than six decimals, or one too large
  public static Money of(BigDecimal credits) {
    try {
      return new Money(credits.movePointRight(SCALE).longValueExact());
    } catch (ArithmeticException outOfRange) {
      throw new InvalidValueException(
          "a cost has at most 6 decimals and is below 9.2e12 credits: " + credits);
    }
  }

  /// The sum. Exact; throws `ArithmeticException` rather than wrapping.
  public Money plus(Money other) {
    return new Money(Math.addExact(micros, other.micros));
  }

  /// The sum of what has been charged, exact up to the largest cost there is, which it is where it
  /// would be larger.
  public Money plusCapped(Money other) {
    return new Money(sumOfMicros(micros, other.micros));
  }

  /// The sum of two costs in millionths, neither negative, or the largest number where it is
  /// larger: what was recorded over a long time adds up all the same (rule S6).
  public static long sumOfMicros(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// This cost per unit, for `units` units. Exact; throws `ArithmeticException` on overflow.
  public Money times(long units) {
    return new Money(Math.multiplyExact(micros, units));
  }

  /// The cost in credits, without trailing zeros.
  public BigDecimal credits() {
    BigDecimal credits = BigDecimal.valueOf(micros, SCALE).stripTrailingZeros();
    return credits.scale() < 0 ? credits.setScale(0) : credits;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(micros, other.micros);
  }

  @Override
  public String toString() {
    return credits().toPlainString();
  }
}
