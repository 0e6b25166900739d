package dev.headroom.history.report;

import dev.headroom.model.Money;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What it cost, by category.
final class CostFigures {
  private static final Comparator<Costs.OfCategory> DEAREST_FIRST =
      Comparator.comparing(
              (Costs.OfCategory each) -> each.usage().credits().add(each.overage().credits()))
          .reversed()
          .thenComparing(Costs.OfCategory::category);

  private CostFigures() {}

  static Costs of(Sums sums, Map<Long, String> names) {
    long total = sums.all.totalMicros();
    List<Costs.OfCategory> categories =
        sums.byCategory.entrySet().stream()
            .map(each -> category(names.getOrDefault(each.getKey(), ""), each.getValue(), total))
            .sorted(DEAREST_FIRST)
            .toList();
    return new Costs(
        new Money(total),
        new Money(sums.all.costMicros),
        new Money(sums.all.overageMicros),
        categories);
  }

  private static Costs.OfCategory category(String name, Consumed consumed, long total) {
    return new Costs.OfCategory(
        name,
        new Money(consumed.costMicros),
        new Money(consumed.overageMicros),
        percent(consumed.totalMicros(), total),
        consumed.records);
  }

  /// A part of all costs, in percent; 0 of nothing.
  static BigDecimal percent(long micros, long total) {
    return Decimals.percent(BigDecimal.valueOf(micros), BigDecimal.valueOf(total))
        .orElse(BigDecimal.ZERO);
  }
}
