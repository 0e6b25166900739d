package dev.headroom.model;

/// How a constraint decides between those who wait at it (rule Q3).
public enum ConflictStrategy {
  /// First come, first served.
  QUEUING,
  /// Highest effective priority first.
  PRIORITY,
  /// Revoke allocations of strictly lower priority.
  PREEMPTION,
  /// Split what there is, max-min fair by weight of priority.
  SHARING,
  /// Borrow, then shrink negotiable allocations.
  NEGOTIATION
}
