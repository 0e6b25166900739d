package dev.headroom.model.replay;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.util.List;

/// What became of the requests of a scope and of all below it within a span.
///
/// @param granted how many were granted, at once or after a wait
/// @param denied how many were denied, at once or after a wait
/// @param waits how many began to wait
/// @param waitedMillis how long those waited, in all, that were decided
/// @param longestWaitMillis the longest of these waits
/// @param stillWaiting how many wait at the end
/// @param preempted how many allocations were revoked for others
/// @param cost what was used, with the charges for overage
/// @param overage these charges alone
/// @param types every type of which anything happened, in their order
public record Account(
    long granted,
    long denied,
    long waits,
    long waitedMillis,
    long longestWaitMillis,
    long stillWaiting,
    long preempted,
    Money cost,
    Money overage,
    List<OfType> types) {
  /// Nothing happened.
  public static final Account NONE =
      new Account(0, 0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO, List.of());

  /// Keeps what it is given from changing.
  public Account {
    types = List.copyOf(types);
  }

  /// One type.
  ///
  /// @param consumed how much was consumed; for held types always 0, since what is held comes back
  /// @param peak the most that was reserved at a time
  public record OfType(ResourceType type, long consumed, long peak) {}
}
