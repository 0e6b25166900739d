package dev.headroom.engine.reference;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import dev.headroom.model.Thresholds;
import java.util.Optional;

/// A limit (rule L1).
final class Cap implements Constraint {
  /// The end of a window that never ends.
  static final long NEVER = Long.MAX_VALUE;

  final ScopePath path;
  final ResourceType type;
  Limit.Terms terms;

  /// What the window before left over (L4).
  long rolledOver;

  /// Index of the first spending that counts in the window.
  int countsFrom;

  /// When the window ends; [#NEVER] without a period.
  long windowEnd = NEVER;

  /// When use first exceeded the allowance, while it does (L6).
  Optional<Long> exceededSince = Optional.empty();

  /// How it stood when that was last told.
  Standing told = Standing.WITHIN;

  /// What was charged for overage in the window.
  Money charged = Money.ZERO;

  private final ConstraintRef ref;

  Cap(Limit limit, int countsFrom) {
    this.ref = limit.ref();
    this.path = limit.path();
    this.type = limit.type();
    this.terms = limit.terms();
    this.countsFrom = countsFrom;
  }

  Limit limit() {
    return new Limit(path, type, terms);
  }

  long allowance() {
    return terms.amount() + rolledOver;
  }

  @Override
  public ConstraintRef ref() {
    return ref;
  }

  @Override
  public ResourceType type() {
    return type;
  }

  @Override
  public Thresholds thresholds() {
    return terms.thresholds();
  }

  @Override
  public Optional<ConflictStrategy> onConflict() {
    return terms.onConflict();
  }

  @Override
  public Place place() {
    return new Place(path, type, false);
  }
}
