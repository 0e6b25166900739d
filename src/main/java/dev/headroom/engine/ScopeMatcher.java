package dev.headroom.engine;

import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.filter.Glob;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.model.filter.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells whether a scope is one that a filter looks for, as it stands at an instant. What the
/// filter says is made ready once, since it may be asked about a million scopes.
final class ScopeMatcher {
  /// One condition.
  private interface Condition {
    /// @param path of the scope, in lower case
    boolean holds(int scope, String path);
  }

  private final EngineState state;
  private final List<Condition> conditions;
  private final boolean readsPath;
  private final long at;

  ScopeMatcher(EngineState state, ScopeFilter filter, long at) {
    this.state = state;
    this.at = at;
    conditions = filter.terms().stream().map(this::condition).toList();
    readsPath = filter.terms().stream().anyMatch(ScopeMatcher::readsPath);
  }

  boolean matches(int scope) {
    String path = readsPath ? state.scopes.path(scope).text().toLowerCase(Locale.ROOT) : "";
    for (Condition condition : conditions) {
      if (!condition.holds(scope, path)) {
        return false;
      }
    }
    return true;
  }

  private Condition condition(Term term) {
    return switch (term) {
      case Term.Contains(var word) -> {
        Glob around = word.around();
        yield (_, path) -> around.matches(path);
      }
      case Term.Named(var kind, var name) -> {
        String before = "/" + kind.word() + ":";
        yield (_, path) -> isNamed(before, name, path);
      }
      case Term.In(var wanted) -> (scope, _) -> isIn(wanted, scope);
      case Term.Compares compares -> (scope, _) -> compares(compares, scope);
      case Term.Not(var other) -> {
        Condition opposite = condition(other);
        yield (scope, path) -> !opposite.holds(scope, path);
      }
    };
  }

  private static boolean readsPath(Term term) {
    return switch (term) {
      case Term.Contains _, Term.Named _ -> true;
      case Term.In _, Term.Compares _ -> false;
      case Term.Not(var other) -> readsPath(other);
    };
  }

  /// @param before what stands before the name of a scope of that kind
  private static boolean isNamed(String before, Glob name, String path) {
    int from = path.indexOf(before);
    if (from < 0) {
      return false;
    }
    int begin = from + before.length();
    int end = path.indexOf('/', begin);
    return name.matches(path.substring(begin, end < 0 ? path.length() : end));
  }

  private boolean isIn(Term.State wanted, int scope) {
    return switch (wanted) {
      case ACTIVE -> allocations(scope) > 0;
      case IDLE -> allocations(scope) == 0;
      case WAITING -> count(scope, Term.Measure.WAITING) > 0;
      case ALERT -> count(scope, Term.Measure.ALERTS) > 0;
      case CRITICAL -> state.scopes.count(scope, ScopeTable.Count.ALERTS_CRITICAL) > 0;
      case FULL -> permille(scope, Optional.empty()) >= 1000;
    };
  }

  private boolean compares(Term.Compares term, int scope) {
    return switch (term.measure()) {
      case WAITING, ALERTS, CHILDREN ->
          term.comparison().holds(count(scope, term.measure()), term.value());
      case COST -> term.comparison().holds(state.activity.cost(scope), term.value());
      case CHANGED -> term.comparison().holds(unchangedFor(scope), term.value());
      case PERCENT -> {
        long permille = permille(scope, term.type());
        yield permille >= 0 && term.comparison().holds(permille, term.value() * 10);
      }
      case USED, LEFT, LIMIT ->
          term.type()
              .flatMap(type -> amount(scope, type, term.measure()))
              .map(amount -> term.comparison().holds(amount, term.value()))
              .orElse(false);
    };
  }

  /// For how many milliseconds what is used has not changed; where it never has, for ever.
  private long unchangedFor(int scope) {
    return state.activity.everChanged(scope)
        ? Math.max(0, at - state.activity.changedAt(scope))
        : Long.MAX_VALUE;
  }

  private int count(int scope, Term.Measure measure) {
    return switch (measure) {
      case WAITING -> state.scopes.count(scope, ScopeTable.Count.WAITERS);
      case ALERTS ->
          state.scopes.count(scope, ScopeTable.Count.ALERTS_INFO)
              + state.scopes.count(scope, ScopeTable.Count.ALERTS_WARNING)
              + state.scopes.count(scope, ScopeTable.Count.ALERTS_CRITICAL);
      default -> state.scopes.children(scope);
    };
  }

  private int allocations(int scope) {
    long[] rows = state.scopes.rows(scope);
    int live = 0;
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      live += Row.allocations(rows, ScopeTable.rowAt(scope, type));
    }
    return live;
  }

  /// In thousandths of the allowance of its nearest own limit, of a type or of all; −1 where it has
  /// none.
  private long permille(int scope, Optional<ResourceType> only) {
    return only.isPresent()
        ? LimitLook.permilleMost(state, scope, only.get().ordinal(), at)
        : LimitLook.permilleMost(state, scope, at);
  }

  private Optional<Long> amount(int scope, ResourceType type, Term.Measure measure) {
    Optional<LimitStatus> nearest = Optional.empty();
    for (int limit : state.limits.of(scope, type.ordinal())) {
      LimitStatus status = LimitLook.status(state, scope, type.ordinal(), limit, at);
      if (nearest.isEmpty() || status.headroom() < nearest.get().headroom()) {
        nearest = Optional.of(status);
      }
    }
    return switch (measure) {
      case LEFT -> nearest.map(LimitStatus::headroom);
      case LIMIT -> nearest.map(LimitStatus::allowance);
      default -> Optional.of(nearest.map(LimitStatus::used).orElseGet(() -> counted(scope, type)));
    };
  }

  /// What is counted of a type without a limit: all that was consumed since the scope exists, and
  /// is reserved; of a held type what is reserved.
  private long counted(int scope, ResourceType type) {
    long[] rows = state.scopes.rows(scope);
    int row = ScopeTable.rowAt(scope, type.ordinal());
    return rows[row + Row.RESERVED] + (type.isHeld() ? 0 : rows[row + Row.CONSUMED]);
  }
}
