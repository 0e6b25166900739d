package dev.headroom.model.report;

import dev.headroom.model.Money;
import java.math.BigDecimal;
import java.util.List;

/// What something cost, exact to the sixth decimal.
///
/// @param total all together: `usage + overage`
/// @param usage without overage charges
/// @param overage what consumption beyond soft limits was charged on top (L6)
/// @param categories by category, the dearest first
public record Costs(Money total, Money usage, Money overage, List<OfCategory> categories) {
  /// What usage of one category cost.
  ///
  /// @param category as callers said; empty where they said none
  /// @param usage without overage charges
  /// @param overage what was charged on top
  /// @param percent how much of all costs that is: `(usage + overage) ÷ total · 100`; 0 where
  ///   nothing cost anything
  /// @param records how many usage records there were
  public record OfCategory(
      String category, Money usage, Money overage, BigDecimal percent, long records) {}
}
