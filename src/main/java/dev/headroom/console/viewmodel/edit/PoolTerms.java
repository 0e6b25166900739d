package dev.headroom.console.viewmodel.edit;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.util.List;
import java.util.Optional;

/// A pool on its way to be another, one term after the other. One thread.
final class PoolTerms {
  private final Pool pool;
  private long capacity;
  private Optional<Pool.Replenishment> replenishment;
  private Money cost;
  private SharingPolicy sharing;
  private List<Pool.Member> members;
  private long borrowing;
  private Thresholds thresholds;
  private Optional<ConflictStrategy> onConflict;

  private PoolTerms(Pool pool) {
    this.pool = pool;
    Pool.Terms terms = pool.terms();
    capacity = terms.capacity();
    replenishment = terms.replenishment();
    cost = terms.costPerUnit();
    sharing = terms.sharing();
    members = terms.members();
    borrowing = terms.borrowing();
    thresholds = terms.thresholds();
    onConflict = terms.onConflict();
  }

  static PoolTerms of(Pool pool) {
    return new PoolTerms(pool);
  }

  PoolTerms capacity(long now) {
    capacity = now;
    return this;
  }

  PoolTerms replenishment(Optional<Pool.Replenishment> now) {
    replenishment = now;
    return this;
  }

  PoolTerms cost(Money now) {
    cost = now;
    return this;
  }

  PoolTerms sharing(SharingPolicy now) {
    sharing = now;
    return this;
  }

  PoolTerms members(List<Pool.Member> now) {
    members = now;
    return this;
  }

  PoolTerms borrowing(long now) {
    borrowing = now;
    return this;
  }

  PoolTerms thresholds(Thresholds now) {
    thresholds = now;
    return this;
  }

  PoolTerms onConflict(Optional<ConflictStrategy> now) {
    onConflict = now;
    return this;
  }

  /// The pool that it has become.
  Pool pool() {
    return new Pool(
        pool.id(),
        pool.path(),
        pool.type(),
        new Pool.Terms(
            capacity, replenishment, cost, sharing, members, borrowing, thresholds, onConflict));
  }
}
