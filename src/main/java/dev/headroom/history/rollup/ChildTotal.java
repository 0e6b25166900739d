package dev.headroom.history.rollup;

import dev.headroom.model.Money;

/// What a child is ranked by among its siblings.
///
/// @param place its number
/// @param name its path
/// @param costMicros what it cost, overage charges included, in millionths
/// @param requests how many requests were decided
public record ChildTotal(long place, String name, long costMicros, long requests) {
  /// Both together.
  public ChildTotal plus(ChildTotal other) {
    return new ChildTotal(
        place,
        name,
        Money.sumOfMicros(costMicros, other.costMicros),
        Math.addExact(requests, other.requests));
  }
}
