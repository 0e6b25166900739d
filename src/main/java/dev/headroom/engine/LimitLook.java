package dev.headroom.engine;

import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Standing;
import java.time.Instant;
import java.util.Optional;

/// Looks at limits as they stand at an instant, changing nothing.
final class LimitLook {
  private LimitLook() {}

  /// A limit as it stands at `at`, from now on.
  static LimitStatus status(EngineState state, int scope, int type, int limit, long at) {
    long[] rows = state.limits.rowsOf(scope, limit);
    int limitAt = state.limits.offsetOf(scope, type, limit);
    Limit.Terms terms = state.limits.terms(scope, type, limit);
    boolean over = Row.windowEnd(rows, limitAt) <= at;
    long allowance = allowance(state, scope, type, limit, at);
    long reserved = state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.RESERVED];
    int level = Row.level(rows, limitAt);
    SoftLimit soft = state.soft.find(scope, type, limit);
    return new LimitStatus(
        new Limit(state.scopes.path(scope), ResourceType.ALL.get(type), terms),
        allowance,
        reserved,
        over ? 0 : state.limits.consumed(scope, type, limit),
        windowEnd(state, rows, limitAt, at),
        level == 0 ? 0 : terms.thresholds().percents().get(level - 1),
        soft == null
            ? Standing.WITHIN
            : soft.standing(since(state, soft, scope, allowance, at), at),
        new Money(soft == null || over ? 0 : soft.charged));
  }

  /// How near a scope is to the nearest of its own limits, in thousandths of the allowance; −1
  /// where it has none.
  static long permilleMost(EngineState state, int scope, long at) {
    long most = -1;
    for (int type = 0; type < Row.TYPES; type++) {
      most = Math.max(most, permilleMost(state, scope, type, at));
    }
    return most;
  }

  /// The same for its limits of one type.
  static long permilleMost(EngineState state, int scope, int type, long at) {
    long most = -1;
    if (isInline(state, scope, type)) {
      most = permille(state, scope, type, LimitBook.INLINE, at);
    }
    int limit = state.limits.firstFurther(scope, type);
    while (limit != Site.NONE) {
      most = Math.max(most, permille(state, scope, type, limit, at));
      limit = state.limits.nextFurther(limit);
    }
    return most;
  }

  private static boolean isInline(EngineState state, int scope, int type) {
    return state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.ALLOWANCE] != Row.NO_LIMIT;
  }

  private static long permille(EngineState state, int scope, int type, int limit, long at) {
    long used = used(state, scope, type, limit, at);
    long allowance = allowance(state, scope, type, limit, at);
    if (allowance == 0) {
      return used == 0 ? 0 : 1000;
    }
    return (long) (1000.0 * used / allowance);
  }

  private static long allowance(EngineState state, int scope, int type, int limit, long at) {
    long[] rows = state.limits.rowsOf(scope, limit);
    int limitAt = state.limits.offsetOf(scope, type, limit);
    return Row.windowEnd(rows, limitAt) <= at
        ? state.limits.nextAllowance(scope, type, limit, at)
        : rows[limitAt + Row.ALLOWANCE];
  }

  /// What counts against a limit; in a window that is yet to be begun, only what is reserved.
  private static long used(EngineState state, int scope, int type, int limit, long at) {
    long[] rows = state.limits.rowsOf(scope, limit);
    int limitAt = state.limits.offsetOf(scope, type, limit);
    return Row.windowEnd(rows, limitAt) <= at
        ? state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.RESERVED]
        : state.limits.used(scope, type, limit);
  }

  private static Optional<Instant> windowEnd(EngineState state, long[] rows, int limitAt, long at) {
    long end = Row.windowEnd(rows, limitAt);
    long then = end <= at ? state.terms.windowAt(Row.terms(rows, limitAt), at).end() : end;
    return then == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(then));
  }

  /// Since when a limit will have been exceeded at `at`: in a new window from its start on, if by
  /// what is reserved.
  private static long since(EngineState state, SoftLimit soft, int scope, long allowance, long at) {
    int type = soft.type;
    long[] rows = state.limits.rowsOf(scope, soft.place);
    int limitAt = state.limits.offsetOf(scope, type, soft.place);
    if (Row.windowEnd(rows, limitAt) > at) {
      return soft.exceededSince;
    }
    long reserved = state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.RESERVED];
    return reserved > allowance
        ? state.terms.windowAt(Row.terms(rows, limitAt), at).start()
        : SoftLimit.NEVER;
  }
}
