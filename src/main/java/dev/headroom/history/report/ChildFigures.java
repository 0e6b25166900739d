package dev.headroom.history.report;

import dev.headroom.history.rollup.ChildTotal;
import dev.headroom.history.rollup.Readings;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import dev.headroom.model.Money;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.ChildUsage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// How the children of a scope compare.
///
/// @param first those that cost most
/// @param inAll how many there are
record ChildFigures(List<ChildUsage> first, int inAll) {
  private static final Comparator<ChildTotal> DEAREST_FIRST =
      Comparator.comparingLong(ChildTotal::costMicros)
          .thenComparingLong(ChildTotal::requests)
          .reversed()
          .thenComparing(ChildTotal::name);

  static ChildFigures of(Rollups rollups, OptionalLong place, Sums parent, int countMax) {
    if (place.isEmpty()) {
      return new ChildFigures(List.of(), 0);
    }
    Map<Long, ChildTotal> totals = totals(rollups.readings(), place.getAsLong(), parent.span);
    List<ChildUsage> first =
        totals.values().stream()
            .sorted(DEAREST_FIRST)
            .limit(countMax)
            .map(child -> usage(rollups, child, parent))
            .toList();
    return new ChildFigures(first, totals.size());
  }

  private static Map<Long, ChildTotal> totals(Readings readings, long parent, Span span) {
    Map<Long, ChildTotal> totals = new HashMap<>();
    for (Segment segment : span.segments()) {
      readings
          .childTotals(parent, segment)
          .forEach(child -> totals.merge(child.place(), child, ChildTotal::plus));
    }
    return totals;
  }

  private static ChildUsage usage(Rollups rollups, ChildTotal child, Sums parent) {
    Sums sums = Sums.of(rollups, OptionalLong.of(child.place()), parent.span);
    return new ChildUsage(
        ScopePath.of(child.name()),
        new Money(sums.all.totalMicros()),
        CostFigures.percent(sums.all.totalMicros(), parent.all.totalMicros()),
        sums.requests.granted(),
        sums.requests.denied(),
        sums.requests.waitedMillis(),
        Reporter.totals(sums));
  }
}
