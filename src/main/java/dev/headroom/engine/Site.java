package dev.headroom.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What only few rows have: a pool owned there, further limits, and requests that wait there.
final class Site {
  /// No further limit.
  static final int NONE = -1;

  final int scope;
  final int type;

  /// The pool of this type that the scope owns.
  @Nullable PoolState pool;

  /// Index of the first further limit in [LimitBook]; each names the next.
  int firstFurther = NONE;

  /// What the soft ones among the row's limits have besides, in the order of the limits.
  final List<SoftLimit> soft = new ArrayList<>(0);

  /// Who waits for one of the scope's limits.
  final WaitingLine atLimits;

  /// Who waits for the scope's pool.
  final WaitingLine atPool;

  Site(int scope, int type) {
    this.scope = scope;
    this.type = type;
    this.atLimits = new WaitingLine(this, false);
    this.atPool = new WaitingLine(this, true);
  }

  Site(Site other, PoolTable pools) {
    this(other.scope, other.type);
    this.pool = other.pool == null ? null : pools.find(other.pool.pool.id());
    this.firstFurther = other.firstFurther;
    other.soft.forEach(limit -> soft.add(new SoftLimit(limit)));
  }
}
