package dev.headroom.model;

import java.util.List;

/// One line of an allocation as it was granted.
///
/// @param type what; an alternative's type where that was taken
/// @param requested how much was asked for of that type
/// @param granted how much was reserved; at least 1
/// @param flags what a soft limit says about it, each at most once and in order; none for a line
///   within every allowance
public record GrantedLine(ResourceType type, long requested, long granted, List<Flag> flags) {

  /// That a line was granted beyond the allowance of a soft limit (L6).
  public enum Flag {
    /// A limit is in its grace.
    GRACE,
    /// A limit's grace is over: what is consumed beyond the allowance is charged.
    OVERAGE
  }

  /// A line within every allowance.
  public GrantedLine(ResourceType type, long requested, long granted) {
    this(type, requested, granted, List.of());
  }

  /// The same, of which another amount is left.
  public GrantedLine withGranted(long other) {
    return new GrantedLine(type, requested, other, flags);
  }
}
