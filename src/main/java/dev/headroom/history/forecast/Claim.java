package dev.headroom.history.forecast;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitKey;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import java.time.Instant;
import java.util.Optional;

/// A limit or a pool as it stands, as far as that matters for when it is used up.
///
/// @param used what counts against it now
/// @param consumed what of that was consumed; of pools 0
/// @param allowance what may be used
/// @param least so much stays used whatever comes back, in a pool what is reserved
/// @param windowEnd when it begins anew; empty where it does not
/// @param refill what comes back by itself
record Claim(
    ConstraintRef constraint,
    ResourceType type,
    long used,
    long consumed,
    long allowance,
    long least,
    Optional<Instant> windowEnd,
    Optional<Pool.Replenishment> refill) {

  static Claim of(LimitStatus status) {
    LimitKey key = new LimitKey(status.limit().type(), status.limit().terms().period());
    return new Claim(
        new ConstraintRef(status.limit().path(), ConstraintRef.Kind.LIMIT, key.toString()),
        status.limit().type(),
        status.used(),
        status.consumed(),
        status.allowance(),
        0,
        status.windowEnd(),
        Optional.empty());
  }

  static Claim of(PoolStatus status) {
    Pool pool = status.pool();
    return new Claim(
        pool.ref(),
        pool.type(),
        status.used(),
        0,
        pool.terms().capacity(),
        status.reserved(),
        Optional.empty(),
        pool.terms().replenishment());
  }

  boolean isHeld() {
    return type.isHeld();
  }

  boolean isOfPool() {
    return constraint.kind() == ConstraintRef.Kind.POOL;
  }

  /// What comes back within so many milliseconds.
  double gained(long millis) {
    return refill
        .map(each -> (double) each.amount() * millis / each.interval().toMillis())
        .orElse(0.0);
  }
}
