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
/// @param standing whether use is within the allowance, in its grace or beyond (L6)
/// @param overageCharge what it has charged for consumption beyond the allowance in the window, on
///   top of what that cost
public record LimitStatus(
    Limit limit,
    long allowance,
    long reserved,
    long consumed,
    Optional<Instant> windowEnd,
    int raisedPercent,
    Standing standing,
    Money overageCharge) {

  /// What counts against the allowance (L3).
  public long used() {
    return reserved + consumed;
  }

  /// How much more would be granted; negative where usage went beyond (U3), and [Amount#MAX] where
  /// a soft limit grants whatever is asked.
  public long headroom() {
    return limit.terms().headroom(allowance, used(), standing);
  }
}
