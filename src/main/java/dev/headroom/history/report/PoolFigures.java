package dev.headroom.history.report;

import dev.headroom.history.rollup.PoolTerms;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.PoolUse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How the pools of a subtree were used.
final class PoolFigures {
  private PoolFigures() {}

  static List<PoolUse> of(Rollups rollups, ScopePath path, Span span) {
    Map<PoolId, List<PoolTerms>> pools =
        rollups.readings().pools(span.from(), span.to()).stream()
            .filter(terms -> terms.path().isWithin(path))
            .collect(Collectors.groupingBy(PoolTerms::id, TreeMap::new, Collectors.toList()));
    return pools.values().stream().map(terms -> use(rollups, terms, span)).toList();
  }

  private static PoolUse use(Rollups rollups, List<PoolTerms> terms, Span span) {
    PoolTerms last = terms.getLast();
    ResourceType type = last.type();
    Sums sums = Sums.of(rollups, rollups.readings().place(last.id()), span);
    Held held = sums.held.getOrDefault(type, new Held(span));
    BigDecimal supplied = type.isHeld() ? capacity(terms, span) : gained(terms, span);
    BigDecimal used = sums.total(type);
    long peak = type.isHeld() ? held.peak : held.busiest;
    long peakAt = type.isHeld() ? held.peakAt : held.busiestAt;
    return new PoolUse(
        last.id(),
        last.path(),
        type,
        supplied,
        used,
        Decimals.percent(used, supplied),
        peak,
        peak > 0 ? Optional.of(Instant.ofEpochMilli(peakAt)) : Optional.empty());
  }

  private static BigDecimal capacity(List<PoolTerms> terms, Span span) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PoolTerms each : terms) {
      BigDecimal seconds = BigDecimal.valueOf(millis(each, span), 3);
      sum = sum.add(seconds.multiply(BigDecimal.valueOf(each.capacity())));
    }
    return Decimals.normal(sum);
  }

  private static BigDecimal gained(List<PoolTerms> terms, Span span) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PoolTerms each : terms) {
      if (each.replenished() > 0) {
        BigDecimal all =
            BigDecimal.valueOf(each.replenished()).multiply(BigDecimal.valueOf(millis(each, span)));
        BigDecimal interval = BigDecimal.valueOf(each.intervalMillis());
        sum = sum.add(all.divide(interval, Decimals.SCALE, RoundingMode.HALF_UP));
      }
    }
    return sum.signum() == 0
        ? BigDecimal.valueOf(terms.getLast().capacity())
        : Decimals.normal(sum);
  }

  private static long millis(PoolTerms terms, Span span) {
    return Math.min(terms.until(), span.to()) - Math.max(terms.since(), span.from());
  }
}
