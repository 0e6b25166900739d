package dev.headroom.model;

/// What an administrator can do about a request that waits (rule Q7).
public sealed interface Resolution {

  /// Grant it now, over the limit: all that it requires, or, where it requires nothing, all of it.
  /// What that is beyond the headroom the constraints owe, like usage beyond a reservation (U3).
  record Grant() implements Resolution {}

  /// Deny it.
  record Deny() implements Resolution {}

  /// Give it another priority; how long it has waited still counts.
  ///
  /// @param priority from now on
  record Reprioritise(Priority priority) implements Resolution {}

  /// Decide once by another strategy: what a strategy does for one request it does for this one,
  /// and by a mere order those who wait there are considered once in that order.
  ///
  /// @param strategy by which
  record Apply(ConflictStrategy strategy) implements Resolution {}
}
