package dev.headroom.engine;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import java.util.Optional;

/// What the constraint of an alert has in use.
final class AlertUsage {
  private AlertUsage() {}

  /// What is used of what.
  record Now(long used, long allowance) {}

  static Now at(EngineState state, AlertEntry entry, long at) {
    return of(state, entry.scope, entry.type, entry.ref.constraint(), at);
  }

  /// What is used of a constraint that exists, at `at`.
  private static Now of(
      EngineState state, int scope, ResourceType type, ConstraintRef constraint, long at) {
    PoolState pool = state.poolAt(scope, type.ordinal()).orElse(null);
    if (constraint.kind() == ConstraintRef.Kind.POOL && pool != null) {
      PoolStatus status = pool.status(at);
      return new Now(status.used(), pool.capacity());
    }
    LimitStatus limit = limit(state, scope, type.ordinal(), constraint, at);
    return new Now(limit.used(), limit.allowance());
  }

  /// A limit that exists, by its name.
  static LimitStatus limit(
      EngineState state, int scope, int type, ConstraintRef constraint, long at) {
    return find(state, scope, type, constraint, at).orElseThrow();
  }

  /// A limit by its name; empty where there is none.
  static Optional<LimitStatus> find(
      EngineState state, int scope, int type, ConstraintRef constraint, long at) {
    return state.limits.of(scope, type).stream()
        .filter(limit -> state.limits.ref(scope, type, limit).equals(constraint))
        .map(limit -> LimitLook.status(state, scope, type, limit, at))
        .findFirst();
  }
}
