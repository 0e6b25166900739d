package dev.headroom.engine;

import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Optional;

/// Links of the chain of constraints that a request meets (rule A9).
final class ConstraintLink {
  private ConstraintLink() {}

  static Explanation.Link of(LimitStatus limit) {
    return new Explanation.Link(
        limit.limit().ref(),
        limit.allowance(),
        limit.reserved(),
        limit.consumed(),
        limit.headroom(),
        Optional.of(limit),
        Optional.empty());
  }

  /// That of the pool that serves a scope.
  ///
  /// @param free what it would grant
  static Explanation.Link of(PoolState serving, long free, ScopePath path, Instant at) {
    PoolStatus pool = serving.status(at.toEpochMilli());
    PoolShares shares = serving.shares;
    return new Explanation.Link(
        pool.pool().ref(),
        pool.pool().terms().capacity(),
        pool.reserved(),
        pool.consumed(),
        shares == null ? free : shares.headroom(path, free),
        Optional.empty(),
        Optional.of(pool));
  }
}
