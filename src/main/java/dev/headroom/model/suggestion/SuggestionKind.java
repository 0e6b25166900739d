package dev.headroom.model.suggestion;

/// The ten kinds of suggestion.
public enum SuggestionKind {
  /// Lower a limit of which a good part is never used.
  REDUCE_ALLOWANCE,
  /// Raise a limit that denies useful work again and again.
  RAISE_ALLOWANCE,
  /// Give one child what its siblings never use.
  REBALANCE,
  /// Let a hard limit be exceeded for a short while.
  SOFTEN,
  /// Do with a cheaper category, or with a cheaper type that requests name as an alternative, what
  /// is done with it already at times or elsewhere.
  SUBSTITUTE,
  /// Reserve once for many small pieces of work.
  BATCH,
  /// Keep the result of work that is done again in the same way.
  CACHE,
  /// Do what is not urgent when little else goes on.
  SCHEDULE,
  /// Reserve for about as long as is needed.
  RIGHT_SIZE_LEASE,
  /// Decide otherwise who goes first at a pool.
  CHANGE_STRATEGY;

  /// Whether it is a change of the configuration, and not of what callers do.
  public boolean isConfiguration() {
    return switch (this) {
      case REDUCE_ALLOWANCE, RAISE_ALLOWANCE, REBALANCE, SOFTEN, CHANGE_STRATEGY -> true;
      case SUBSTITUTE, BATCH, CACHE, SCHEDULE, RIGHT_SIZE_LEASE -> false;
    };
  }
}
