package dev.headroom.model.suggestion;

import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;

/// One number of a suggestion's evidence.
///
/// @param measure what it tells
/// @param value how much, at most six decimals
public record Figure(Measure measure, BigDecimal value) {
  public Figure {
    value = Decimals.normal(value);
  }

  /// A whole number.
  public static Figure of(Measure measure, long value) {
    return new Figure(measure, BigDecimal.valueOf(value));
  }
}
