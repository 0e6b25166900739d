package dev.headroom.history.report;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.TypeUsage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The figures of types.
final class TypeFigures {
  private static final BigInteger HOUR_MILLIS = BigInteger.valueOf(3_600_000);

  private TypeFigures() {}

  /// Those of all types of which anything happened.
  static List<TypeUsage> of(Sums sums) {
    return ResourceType.ALL.stream()
        .filter(sums::has)
        .map(type -> type.isSpent() ? spent(sums, type) : held(sums, type))
        .toList();
  }

  private static TypeUsage spent(Sums sums, ResourceType type) {
    Consumed consumed = sums.byType.getOrDefault(type, new Consumed());
    Held held = sums.held.getOrDefault(type, new Held(sums.span));
    BigInteger total = BigInteger.valueOf(consumed.consumed);
    BigInteger within = BigInteger.valueOf(consumed.consumed - consumed.beyond);
    BigInteger returned = BigInteger.valueOf(held.returned);
    return new TypeUsage(
        type,
        Decimals.whole(total),
        consumed.beyond,
        held.busiest,
        at(held.busiest, held.busiestAt),
        perMillis(total.multiply(HOUR_MILLIS), sums.span),
        Optional.empty(),
        Decimals.percent(within, within.add(returned)),
        Decimals.whole(returned),
        held.denied,
        new Money(consumed.costMicros),
        new Money(consumed.overageMicros));
  }

  private static TypeUsage held(Sums sums, ResourceType type) {
    Consumed consumed = sums.byType.getOrDefault(type, new Consumed());
    Held held = sums.held.getOrDefault(type, new Held(sums.span));
    boolean sampled = held.sampled.signum() > 0;
    return new TypeUsage(
        type,
        Sums.unitSeconds(held.reserved),
        0,
        held.peak,
        at(held.peak, held.peakAt),
        perMillis(held.reserved, sums.span),
        sampled ? Optional.of(perMillis(held.inUse, sums.span)) : Optional.empty(),
        Decimals.percent(held.inUse, held.sampled),
        Sums.unitSeconds(held.sampled.subtract(held.inUse).max(BigInteger.ZERO)),
        held.denied,
        new Money(consumed.costMicros),
        new Money(consumed.overageMicros));
  }

  /// Efficiency of all types together: see `UsageReport.efficiency`.
  static Optional<BigDecimal> efficiency(List<TypeUsage> types) {
    List<TypeUsage> known = types.stream().filter(type -> type.efficiency().isPresent()).toList();
    boolean costs = known.stream().anyMatch(type -> cost(type) > 0);
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (TypeUsage type : known) {
      BigDecimal weight = costs ? BigDecimal.valueOf(cost(type)) : BigDecimal.ONE;
      sum = sum.add(type.efficiency().orElseThrow().multiply(weight));
      weights = weights.add(weight);
    }
    return Decimals.percent(sum.movePointLeft(2), weights);
  }

  private static long cost(TypeUsage type) {
    return Money.sumOfMicros(type.cost().micros(), type.overage().micros());
  }

  private static Optional<Instant> at(long peak, long millis) {
    return peak > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
  }

  private static BigDecimal perMillis(BigInteger sum, Span span) {
    return span.millis() == 0
        ? BigDecimal.ZERO
        : Decimals.quotient(sum, BigInteger.valueOf(span.millis()));
  }
}
