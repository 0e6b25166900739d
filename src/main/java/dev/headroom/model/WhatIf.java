package dev.headroom.model;

import java.time.Instant;

/// What a change set would do at once, found out on a copy: nothing of it has happened.
///
/// @param at when it was tried
/// @param levels which scopes would come to another level, those that end gravest first
/// @param over which allocations would stand at constraints that would be over what they allow and
///   are not now, by scope and name; nothing is revoked (L7, P6)
/// @param admitted which waiting requests would be granted, in order
/// @param denied which waiting requests would be denied, in order
/// @param raised which alerts would be raised, in order
/// @param cleared which alerts would be cleared, in order
public record WhatIf(
    Instant at,
    Listed<LevelChange> levels,
    Listed<Over> over,
    Listed<Waiting> admitted,
    Listed<Waiting> denied,
    Listed<Alerting> raised,
    Listed<Alerting> cleared) {

  /// How many of each are listed at most.
  public static final int LISTED_MAX = 100;

  /// One type at one scope, by the gravest level of the scope's own limits and pool.
  public record LevelChange(ScopePath path, ResourceType type, UseLevel before, UseLevel after) {}

  /// An allocation at or below a constraint that would be over.
  ///
  /// @param reserved what the allocation has reserved of the type
  public record Over(
      AllocationId allocation,
      ScopePath path,
      ResourceType type,
      long reserved,
      ConstraintRef constraint) {}

  /// A request that waits now.
  public record Waiting(AllocationId allocation, ScopePath path) {}

  /// A threshold of a constraint.
  public record Alerting(ConstraintRef constraint, int percent, Severity severity) {}
}
