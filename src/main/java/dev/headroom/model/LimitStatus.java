package dev.headroom.model;

import java.time.Instant;
import java.util.Optional;

/// A limit as it stands at one instant.
///
/// @param limit its terms and place
/// @param allowance its amount plus what rolled over
/// @param reserved what is reserved now
/// @param consumed what was consumed in the window; 0 for held types
/// @param windowEnd when the window ends; empty without a period
/// @param raisedPercent the highest threshold whose alert stands; 0 for none
public record LimitStatus(
    Limit limit,
    long allowance,
    long reserved,
    long consumed,
    Optional<Instant> windowEnd,
    int raisedPercent) {

  /// What counts against the allowance (L3).
  public long used() {
    return reserved + consumed;
  }

  /// How much more would be granted; negative where usage went beyond (U3).
  public long headroom() {
    return allowance - used();
  }
}
