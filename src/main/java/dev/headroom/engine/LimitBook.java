package dev.headroom.engine;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The limits: their windows (L2–L4) and what they still allow (L5).
///
/// The first limit of a scope and type lies in its row; further ones, which differ in their period,
/// lie in rows of their own and are chained from the row's site.
final class LimitBook {
  /// The limit in the row itself, as opposed to the index of a further one.
  static final int INLINE = -1;

  private final EngineState state;
  private final LongSlab further;
  private final LimitAlerts alerts;

  LimitBook(EngineState state) {
    this.state = state;
    this.further = new LongSlab(Row.LONGS);
    this.alerts = new LimitAlerts(state, this);
  }

  LimitBook(LimitBook other, EngineState state) {
    this.state = state;
    this.further = other.further.copy();
    this.alerts = new LimitAlerts(state, this);
  }

  /// How much more a limit would grant now (L3, L5, L6). Begins a new window if one is due.
  long headroom(int scope, int type, int limit) {
    if (Row.windowIsOver(
        rowsOf(scope, limit), offsetOf(scope, type, limit), state.windowMinute())) {
      beginWindow(scope, type, limit);
    }
    long allowance = allowance(scope, type, limit);
    long used = used(scope, type, limit);
    SoftLimit soft = state.soft.find(scope, type, limit);
    return soft == null
        ? allowance - used
        : soft.terms.headroom(allowance, used, soft.standing(state.now()));
  }

  /// What counts against a limit now (L3), in the window that was begun last.
  long used(int scope, int type, int limit) {
    return used(
        state.scopes.rows(scope),
        ScopeTable.rowAt(scope, type),
        rowsOf(scope, limit),
        offsetOf(scope, type, limit),
        type);
  }

  /// Begins every window of the row that is due, and says whether there was one.
  boolean beginDueWindows(int scope, int type) {
    boolean begun =
        Row.windowIsOver(
            state.scopes.rows(scope), ScopeTable.rowAt(scope, type), state.windowMinute());
    if (begun) {
      beginWindow(scope, type, INLINE);
    }
    for (int limit = firstFurther(scope, type); limit != Site.NONE; limit = nextFurther(limit)) {
      if (Row.windowIsOver(further.chunk(limit), further.offset(limit), state.windowMinute())) {
        beginWindow(scope, type, limit);
        begun = true;
      }
    }
    return begun;
  }

  /// Raises and clears what a change of the row's counters crossed; nothing where there is no
  /// limit.
  void settle(int scope, int type, long[] counters, int at) {
    long used = used(counters, at, counters, at, type);
    if (used >= counters[at + Row.UP_AT] || used < counters[at + Row.DOWN_AT]) {
      alerts.cross(scope, type, INLINE, used, false);
    }
  }

  /// The same for the further limits of a row.
  void settleFurther(int scope, int type) {
    for (int limit = firstFurther(scope, type); limit != Site.NONE; limit = nextFurther(limit)) {
      long[] rows = further.chunk(limit);
      int limitAt = further.offset(limit);
      long[] counters = state.scopes.rows(scope);
      long used = used(counters, ScopeTable.rowAt(scope, type), rows, limitAt, type);
      if (used >= rows[limitAt + Row.UP_AT] || used < rows[limitAt + Row.DOWN_AT]) {
        alerts.cross(scope, type, limit, used, false);
      }
    }
  }

  int firstFurther(int scope, int type) {
    int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    return site == 0 ? Site.NONE : state.sites.at(site).firstFurther;
  }

  int nextFurther(int limit) {
    return (int) further.get(limit, Row.RESERVED);
  }

  /// When the limit's window ends; `Long.MAX_VALUE` without a period.
  long windowEnd(int scope, int type, int limit) {
    return Row.windowEnd(rowsOf(scope, limit), offsetOf(scope, type, limit));
  }

  /// What may be used in the limit's window.
  long allowance(int scope, int type, int limit) {
    return rowsOf(scope, limit)[offsetOf(scope, type, limit) + Row.ALLOWANCE];
  }

  /// What was consumed in the limit's window; 0 for held types.
  long consumed(int scope, int type, int limit) {
    if (isHeld(type)) {
      return 0;
    }
    long consumed = state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.CONSUMED];
    return consumed - rowsOf(scope, limit)[offsetOf(scope, type, limit) + Row.BASE];
  }

  Limit.Terms terms(int scope, int type, int limit) {
    return state.terms.terms(Row.terms(rowsOf(scope, limit), offsetOf(scope, type, limit)));
  }

  ConstraintRef ref(int scope, int type, int limit) {
    LimitKey key = new LimitKey(ResourceType.ALL.get(type), terms(scope, type, limit).period());
    return new ConstraintRef(state.scopes.path(scope), ConstraintRef.Kind.LIMIT, key.toString());
  }

  /// The limit of a row with the least headroom; there is one.
  ConstraintRef tightest(int scope, int type) {
    int tightest =
        of(scope, type).stream()
            .min(Comparator.comparingLong(limit -> headroom(scope, type, limit)))
            .orElseThrow();
    return ref(scope, type, tightest);
  }

  /// Whether a row has a limit.
  boolean hasAny(int scope, int type) {
    return state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.ALLOWANCE] != Row.NO_LIMIT
        || firstFurther(scope, type) != Site.NONE;
  }

  /// The limits of a row, the inline one first: [#INLINE] or the index of a further one.
  List<Integer> of(int scope, int type) {
    List<Integer> limits = new ArrayList<>(1);
    if (state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.ALLOWANCE] != Row.NO_LIMIT) {
      limits.add(INLINE);
    }
    for (int limit = firstFurther(scope, type); limit != Site.NONE; limit = nextFurther(limit)) {
      limits.add(limit);
    }
    return limits;
  }

  /// Sets a limit that the row does not have yet. A window that contains now is begun; what was
  /// consumed before counts for a lifetime, not for a window.
  void add(int scope, int type, Limit.Terms terms) {
    long[] counters = state.scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    int limit = place(scope, type);
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    int index = state.terms.acquire(terms);
    Row.setTerms(rows, limitAt, index);
    rows[limitAt + Row.ALLOWANCE] = terms.amount();
    if (terms.period().isPresent()) {
      rows[limitAt + Row.BASE] = counters[at + Row.CONSUMED];
    }
    Row.setWindowEnd(rows, limitAt, state.terms.windowAt(index, state.now()).end());
    LimitAlerts.arm(rows, limitAt, terms);
    alerts.recross(scope, type, limit);
    state.soft.put(scope, type, limit, terms);
  }

  /// Where the next limit of a row lies: in the row itself, else before its further ones.
  int place(int scope, int type) {
    if (state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.ALLOWANCE] == Row.NO_LIMIT) {
      return INLINE;
    }
    Site site = state.sites.of(scope, type);
    int limit = further.take();
    Row.clear(further.chunk(limit), further.offset(limit));
    further.set(limit, Row.RESERVED, site.firstFurther);
    site.firstFurther = limit;
    return limit;
  }

  /// Gives a limit other terms with the same period; its window and what rolled over stay (L7).
  void change(int scope, int type, int limit, Limit.Terms changed) {
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    if (Row.windowIsOver(rows, limitAt, state.windowMinute())) {
      beginWindow(scope, type, limit);
    }
    Limit.Terms before = terms(scope, type, limit);
    if (!before.thresholds().equals(changed.thresholds())) {
      alerts.clearAll(scope, type, limit);
    }
    long rolledOver = changed.rollover() ? rows[limitAt + Row.ALLOWANCE] - before.amount() : 0;
    int index = state.terms.acquire(changed);
    state.terms.release(Row.terms(rows, limitAt));
    Row.setTerms(rows, limitAt, index);
    rows[limitAt + Row.ALLOWANCE] = changed.amount() + rolledOver;
    LimitAlerts.arm(rows, limitAt, changed);
    alerts.recross(scope, type, limit);
    state.soft.put(scope, type, limit, changed);
  }

  /// Takes a limit away, clearing its alerts.
  void remove(int scope, int type, int limit) {
    alerts.clearAll(scope, type, limit);
    state.alerts.forgetForetold(ref(scope, type, limit));
    state.soft.remove(scope, type, limit);
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    state.terms.release(Row.terms(rows, limitAt));
    if (limit != INLINE) {
      unchain(scope, type, limit);
      return;
    }
    long peak = rows[limitAt + Row.BASE];
    Row.clearLimit(rows, limitAt);
    if (isHeld(type)) {
      rows[limitAt + Row.BASE] = peak;
    }
  }

  /// Writes a limit's moving parts.
  void write(int scope, int type, int limit, CanonicalForm form) {
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    form.text(terms(scope, type, limit).toString()).number(rows[limitAt + Row.ALLOWANCE]);
    form.number(rows[limitAt + Row.BASE]).number(Row.windowEnd(rows, limitAt));
    form.number(Row.level(rows, limitAt));
    state.soft.write(scope, type, limit, form);
  }

  /// Has the row looked at when its present windows end, because someone waits or an alert stands.
  void lookAtWindowEnds(int scope, int type) {
    for (int limit : of(scope, type)) {
      long end = windowEnd(scope, type, limit);
      if (end != Long.MAX_VALUE) {
        state.agenda.add(new Agenda.Look(end, scope, type, false));
      }
    }
  }

  static long used(long[] counters, int at, long[] rows, int limitAt, int type) {
    long reserved = counters[at + Row.RESERVED];
    return isHeld(type)
        ? reserved
        : reserved + counters[at + Row.CONSUMED] - rows[limitAt + Row.BASE];
  }

  private void beginWindow(int scope, int type, int limit) {
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    int index = Row.terms(rows, limitAt);
    long at = state.windowTime();
    rows[limitAt + Row.ALLOWANCE] = nextAllowance(scope, type, limit, at);
    rows[limitAt + Row.BASE] =
        state.scopes.rows(scope)[ScopeTable.rowAt(scope, type) + Row.CONSUMED];
    Row.setWindowEnd(rows, limitAt, state.terms.windowAt(index, at).end());
    alerts.recross(scope, type, limit);
    state.soft.beginWindow(scope, type, limit);
  }

  /// The allowance of the window that contains `at`, which lies after the present one (L4): the
  /// unused part of the amount rolls over from the window just before.
  long nextAllowance(int scope, int type, int limit, long at) {
    long[] rows = rowsOf(scope, limit);
    int limitAt = offsetOf(scope, type, limit);
    int index = Row.terms(rows, limitAt);
    Limit.Terms terms = state.terms.terms(index);
    if (!terms.rollover()) {
      return terms.amount();
    }
    boolean followsDirectly =
        state.terms.windowAt(index, at).start() <= Row.windowEnd(rows, limitAt);
    long unused = followsDirectly ? terms.amount() - consumed(scope, type, limit) : terms.amount();
    return terms.amount() + Math.max(0, unused);
  }

  /// Takes a further limit out of its row's chain and forgets it.
  void unchain(int scope, int type, int limit) {
    Site site = state.sites.of(scope, type);
    if (site.firstFurther == limit) {
      site.firstFurther = nextFurther(limit);
    } else {
      int before = site.firstFurther;
      while (nextFurther(before) != limit) {
        before = nextFurther(before);
      }
      further.set(before, Row.RESERVED, nextFurther(limit));
    }
    further.giveBack(limit);
  }

  /// The array that holds a limit's row, from [#offsetOf] on.
  long[] rowsOf(int scope, int limit) {
    return limit == INLINE ? state.scopes.rows(scope) : further.chunk(limit);
  }

  int offsetOf(int scope, int type, int limit) {
    return limit == INLINE ? ScopeTable.rowAt(scope, type) : further.offset(limit);
  }

  private static boolean isHeld(int type) {
    return Row.isHeld(type);
  }
}
