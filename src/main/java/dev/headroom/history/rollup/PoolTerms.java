package dev.headroom.history.rollup;

import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;

/// What a pool had for a while.
///
/// @param since the first millisecond
/// @param until the first after it; `Long.MAX_VALUE` where it has that still
/// @param replenished how much it gains per interval; 0 for never
/// @param intervalMillis that interval; 0 for never
public record PoolTerms(
    PoolId id,
    ScopePath path,
    ResourceType type,
    long since,
    long until,
    long capacity,
    long replenished,
    long intervalMillis) {
  PoolTerms endedAt(long end) {
    return new PoolTerms(id, path, type, since, end, capacity, replenished, intervalMillis);
  }

  /// Whether others have the same, whenever.
  boolean isLike(PoolTerms other) {
    return other.path.equals(path)
        && other.type == type
        && other.capacity == capacity
        && other.replenished == replenished
        && other.intervalMillis == intervalMillis;
  }
}
