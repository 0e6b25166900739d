package dev.headroom.history.report;

import dev.headroom.history.rollup.DemandRow;
import dev.headroom.history.rollup.HoldingRow;
import dev.headroom.history.rollup.Readings;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import dev.headroom.history.rollup.UsageRow;
import dev.headroom.model.ResourceType;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.Requests;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Everything that was counted at a place over a span.
final class Sums {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  final Span span;
  final Consumed all = new Consumed();
  final Map<ResourceType, Consumed> byType = new EnumMap<>(ResourceType.class);
  final Map<Long, Consumed> byCategory = new TreeMap<>();
  final Map<ResourceType, Held> held = new EnumMap<>(ResourceType.class);
  Requests requests = Requests.NONE;

  private Sums(Span span) {
    this.span = span;
  }

  /// Those of a place, which may be none.
  static Sums of(Rollups rollups, OptionalLong place, Span span) {
    Sums sums = new Sums(span);
    if (place.isPresent() && !span.segments().isEmpty()) {
      sums.read(rollups, place.getAsLong());
    }
    return sums;
  }

  private void read(Rollups rollups, long place) {
    Readings readings = rollups.readings();
    for (Segment segment : span.segments()) {
      readings.usage(place, segment).forEach(this::add);
      for (HoldingRow row : readings.holding(place, segment)) {
        held.computeIfAbsent(row.type(), _ -> new Held(span))
            .add(row, rollups.calendar().next(row.grain(), row.start()));
      }
      readings.demand(place, segment).forEach(this::add);
    }
    for (ResourceType type : ResourceType.ALL) {
      if (type.isHeld() && !held.containsKey(type)) {
        Segment after = new Segment(span.segments().getLast().grain(), span.to(), Long.MAX_VALUE);
        HoldingRow standing = readings.standing(place, type, after);
        if (standing.reserved().opening() > 0 || standing.inUse().opening() > 0) {
          Held throughout = new Held(span);
          throughout.begin(standing);
          held.put(type, throughout);
        }
      }
    }
    held.values().forEach(Held::end);
  }

  private void add(UsageRow row) {
    all.add(row);
    byType.computeIfAbsent(row.type(), _ -> new Consumed()).add(row);
    byCategory.computeIfAbsent(row.category(), _ -> new Consumed()).add(row);
  }

  private void add(DemandRow row) {
    requests =
        new Requests(
            requests.granted() + row.granted(),
            requests.partly() + row.partly(),
            requests.denied() + row.denied(),
            requests.queued() + row.queued(),
            requests.waited() + row.waited(),
            Math.addExact(requests.waitedMillis(), row.waitedMillis()),
            Math.max(requests.longestWaitMillis(), row.longestWait()),
            requests.preempted() + row.preempted(),
            requests.expired() + row.expired());
  }

  /// Units of a spent type, unit seconds of a held one: see `TypeUsage.total`.
  BigDecimal total(ResourceType type) {
    if (type.isSpent()) {
      Consumed consumed = byType.get(type);
      return BigDecimal.valueOf(consumed == null ? 0 : consumed.consumed);
    }
    Held holding = held.get(type);
    return holding == null ? BigDecimal.ZERO : unitSeconds(holding.reserved);
  }

  /// Whether anything happened with a type.
  boolean has(ResourceType type) {
    return byType.containsKey(type) || held.containsKey(type);
  }

  static BigDecimal unitSeconds(BigInteger unitMillis) {
    return Decimals.normal(new BigDecimal(unitMillis).divide(MILLIS));
  }
}
