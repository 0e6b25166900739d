package dev.headroom.model.suggestion;

import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;

/// What a suggestion would have brought in the span it was looked for, found out by replaying that
/// span's demand with it and without it. Less is better for every measure that is taken for this.
///
/// @param measure what is saved
/// @param before how much there was without it
/// @param after how much with it
public record Gain(Measure measure, BigDecimal before, BigDecimal after) {
  public Gain {
    before = Decimals.normal(before);
    after = Decimals.normal(after);
  }

  /// How much less.
  public BigDecimal saved() {
    return Decimals.normal(before.subtract(after));
  }

  /// How much less in percent of what there was; 0 where there was nothing.
  public BigDecimal percent() {
    return Decimals.percent(saved(), before).orElse(BigDecimal.ZERO);
  }
}
