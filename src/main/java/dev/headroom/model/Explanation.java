package dev.headroom.model;

import java.util.List;
import java.util.Optional;

/// The chain of constraints that a request of one type at one scope meets (rule A9).
///
/// @param path where
/// @param type what
/// @param links every limit from `/` down, then the pool that serves the scope
/// @param binding the index in `links` of the one with the least headroom; empty without links
public record Explanation(
    ScopePath path, ResourceType type, List<Link> links, Optional<Integer> binding) {

  /// One constraint of the chain.
  ///
  /// @param constraint which
  /// @param allowance what may be used: a limit's allowance, a pool's capacity
  /// @param reserved what is reserved now
  /// @param consumed what was consumed in the window, or from the pool
  /// @param headroom how much more it would grant
  /// @param limit the limit in full, if it is one
  /// @param pool the pool in full, if it is one
  public record Link(
      ConstraintRef constraint,
      long allowance,
      long reserved,
      long consumed,
      long headroom,
      Optional<LimitStatus> limit,
      Optional<PoolStatus> pool) {}
}
