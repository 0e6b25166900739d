package dev.headroom.engine;

import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import java.util.List;

/// Raises and clears the alerts of limits, by what counts against their allowance (rule T1).
final class LimitAlerts {
  private final EngineState state;
  private final LimitBook limits;

  LimitAlerts(EngineState state, LimitBook limits) {
    this.state = state;
    this.limits = limits;
  }

  /// Crosses every threshold that lies between a limit's alerts and its use, in a new window or
  /// since the limit changed.
  void recross(int scope, int type, int limit) {
    cross(scope, type, limit, limits.used(scope, type, limit), true);
  }

  /// Raises and clears what a limit's use has crossed.
  ///
  /// @param anew whether a raised threshold clears as soon as use is below it, without the five
  ///   points: in a new window, or when the limit changed
  void cross(int scope, int type, int limit, long used, boolean anew) {
    long[] rows = limits.rowsOf(scope, limit);
    int limitAt = limits.offsetOf(scope, type, limit);
    Limit.Terms terms = limits.terms(scope, type, limit);
    List<Integer> percents = terms.thresholds().percents();
    long allowance = rows[limitAt + Row.ALLOWANCE];
    int before = Row.level(rows, limitAt);
    int level = before;
    while (level > 0 && used < clearsBelow(percents.get(level - 1), allowance, anew)) {
      level--;
      state.alerts.clear(limits.ref(scope, type, limit), percents.get(level));
    }
    while (level < percents.size() && used >= TermsTable.reaching(percents.get(level), allowance)) {
      state.alerts.raise(
          scope,
          ResourceType.ALL.get(type),
          limits.ref(scope, type, limit),
          percents.get(level),
          used,
          allowance);
      level++;
    }
    Row.setLevel(rows, limitAt, level);
    arm(rows, limitAt, terms);
    if (level > 0 || used >= rows[limitAt + Row.UP_AT]) {
      limits.lookAtWindowEnds(scope, type);
    }
  }

  private static long clearsBelow(int percent, long allowance, boolean anew) {
    return anew ? TermsTable.reaching(percent, allowance) : TermsTable.clearing(percent, allowance);
  }

  /// Clears whatever stands and forgets it: the limit is removed, or gets other thresholds.
  void clearAll(int scope, int type, int limit) {
    long[] rows = limits.rowsOf(scope, limit);
    int limitAt = limits.offsetOf(scope, type, limit);
    List<Integer> percents = percents(scope, type, limit);
    for (int level = Row.level(rows, limitAt); level > 0; level--) {
      state.alerts.clear(limits.ref(scope, type, limit), percents.get(level - 1));
    }
    state.alerts.forget(limits.ref(scope, type, limit), percents);
    Row.setLevel(rows, limitAt, 0);
  }

  private List<Integer> percents(int scope, int type, int limit) {
    return limits.terms(scope, type, limit).thresholds().percents();
  }

  /// Says when to cross next. What is reserved may cross a threshold in the next window, into which
  /// nothing need roll over, so the end of this one is looked at from there on.
  static void arm(long[] rows, int limitAt, Limit.Terms terms) {
    List<Integer> percents = terms.thresholds().percents();
    int level = Row.level(rows, limitAt);
    long allowance = rows[limitAt + Row.ALLOWANCE];
    long leastToCome = terms.rollover() ? terms.amount() : allowance;
    rows[limitAt + Row.UP_AT] =
        level < percents.size()
            ? TermsTable.reaching(percents.get(level), leastToCome)
            : Long.MAX_VALUE;
    rows[limitAt + Row.DOWN_AT] =
        level > 0 ? TermsTable.clearing(percents.get(level - 1), allowance) : 0;
  }
}
