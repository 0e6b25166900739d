package dev.headroom.model.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// Decimal figures: at most six decimals, half rounded up, without trailing zeros, so that figures
/// that are equal are written alike.
public final class Decimals {
  /// Most decimals.
  public static final int SCALE = 6;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Decimals() {}

  /// A whole number.
  public static BigDecimal whole(BigInteger number) {
    return new BigDecimal(number);
  }

  /// A part of something.
  ///
  /// @param of not 0
  public static BigDecimal quotient(BigInteger part, BigInteger of) {
    return normal(new BigDecimal(part).divide(new BigDecimal(of), SCALE, RoundingMode.HALF_UP));
  }

  /// A part of something in percent; empty where that is 0.
  public static Optional<BigDecimal> percent(BigDecimal part, BigDecimal of) {
    return of.signum() == 0
        ? Optional.empty()
        : Optional.of(normal(part.multiply(HUNDRED).divide(of, SCALE, RoundingMode.HALF_UP)));
  }

  /// The same of whole numbers.
  public static Optional<BigDecimal> percent(BigInteger part, BigInteger of) {
    return percent(new BigDecimal(part), new BigDecimal(of));
  }

  /// The same number as it is written.
  public static BigDecimal normal(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
