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
    long allowance =
        over ? state.limits.nextAllowance(scope, type, limit, at) : rows[limitAt + Row.ALLOWANCE];
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
