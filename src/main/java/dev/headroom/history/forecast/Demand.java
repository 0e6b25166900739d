package dev.headroom.history.forecast;

import dev.headroom.history.rollup.HoldingRow;
import dev.headroom.history.rollup.Readings;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import dev.headroom.history.rollup.UsageRow;
import dev.headroom.model.ResourceType;
import dev.headroom.model.forecast.Basis;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// What was used of a type at a place, bucket by bucket.
final class Demand {
  private final Bucket bucket;
  private final long[] starts;

  /// What was consumed in each bucket.
  private final long[] consumed;

  /// What was reserved at the end of each.
  private final long[] reserved;

  /// The most that was reserved in each at one time.
  private final long[] peaks;

  private final boolean held;

  private Demand(Bucket bucket, long[] starts, ResourceType type) {
    this.bucket = bucket;
    this.starts = starts;
    int count = starts.length - 1;
    this.consumed = new long[count];
    this.reserved = new long[count];
    this.peaks = new long[count];
    this.held = type.isHeld();
  }

  /// Reads that of every type, as far back as it is known.
  static Map<ResourceType, Demand> read(
      Rollups rollups, OptionalLong place, Bucket bucket, long now) {
    long since =
        Math.max(rollups.begins().orElse(Long.MAX_VALUE), rollups.keptSince(bucket.grain()));
    long[] starts = bucket.starts(rollups.calendar(), since, now);
    Segment segment = new Segment(bucket.grain(), starts[0], starts[starts.length - 1]);
    boolean any = place.isPresent() && starts.length > 1;
    Readings readings = rollups.readings();
    List<UsageRow> usage = any ? readings.usage(place.getAsLong(), segment) : List.of();
    List<HoldingRow> holding = any ? readings.holding(place.getAsLong(), segment) : List.of();
    Map<ResourceType, Demand> demands = new EnumMap<>(ResourceType.class);
    for (ResourceType type : ResourceType.ALL) {
      Demand demand = new Demand(bucket, starts, type);
      if (any) {
        HoldingRow opening = readings.standing(place.getAsLong(), type, segment);
        demand.addUsage(usage, type);
        demand.addHolding(holding, type, opening.reserved().opening());
      }
      demands.put(type, demand);
    }
    return demands;
  }

  private void addUsage(List<UsageRow> rows, ResourceType type) {
    for (UsageRow row : rows) {
      if (row.type() == type) {
        int at = at(row.start());
        consumed[at] = Math.addExact(consumed[at], row.consumed());
      }
    }
  }

  private void addHolding(List<HoldingRow> rows, ResourceType type, long opening) {
    long level = opening;
    int filled = 0;
    for (HoldingRow row : rows) {
      if (row.type() == type) {
        int at = at(row.start());
        fill(filled, at, level);
        filled = Math.max(filled, at);
        peaks[at] = Math.max(Math.max(peaks[at], level), row.reserved().peak());
        level = row.reserved().now();
        reserved[at] = level;
      }
    }
    fill(filled, reserved.length, level);
  }

  /// Nothing happened in some buckets.
  private void fill(int from, int to, long level) {
    for (int at = from; at < to; at++) {
      peaks[at] = Math.max(peaks[at], level);
      reserved[at] = level;
    }
  }

  private int at(long start) {
    int found = Arrays.binarySearch(starts, start);
    return found >= 0 ? found : -found - 2;
  }

  Bucket bucket() {
    return bucket;
  }

  /// Where the last bucket ends.
  long end() {
    return starts[starts.length - 1];
  }

  /// The first bucket in which anything was used: before, the place was not there.
  private int first() {
    int first = 0;
    while (first < consumed.length && peaks[first] == 0 && consumed[first] == 0) {
      first++;
    }
    return first;
  }

  /// How many buckets there are from when on anything was used.
  int count() {
    return consumed.length - first();
  }

  /// Whether enough was seen to say anything.
  boolean isEnough() {
    return count() >= Forecast.BUCKETS_MIN;
  }

  Basis basis() {
    return new Basis(bucket.length(), count(), Instant.ofEpochMilli(starts[first()]));
  }

  /// Continues it.
  Forecast forecast() {
    long[] values = held ? peaks : consumed;
    double[] demand =
        Arrays.stream(values, first(), values.length).mapToDouble(each -> each).toArray();
    return Forecast.of(demand, bucket.season(), bucket.length());
  }

  int size() {
    return consumed.length;
  }

  /// Where a bucket begins.
  long start(int at) {
    return starts[at];
  }

  long consumed(int at) {
    return consumed[at];
  }

  /// What was reserved at the end of a bucket.
  long reserved(int at) {
    return reserved[at];
  }

  long peak(int at) {
    return peaks[at];
  }
}
