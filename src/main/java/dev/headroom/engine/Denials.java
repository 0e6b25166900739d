package dev.headroom.engine;

import dev.headroom.model.Denial;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Standing;

/// Says why a line did not fit (rule A4).
///
/// The binding constraint is named by headroom; the reason is the gravest that any constraint of
/// the chain gives, since a caller who is told CONTENTION may wait, and nobody should wait for what
/// can never fit.
final class Denials {
  private final EngineState state;
  private final Chain chain;

  Denials(EngineState state, Chain chain) {
    this.state = state;
    this.chain = chain;
  }

  /// Why `amount` of a type did not fit.
  ///
  /// @param pending what earlier lines of the same request already take of the type
  /// @param maxWaitMillis how long the caller is ready to wait
  Denial explain(ResourceType type, long amount, long pending, long maxWaitMillis) {
    int index = type.ordinal();
    return new Denial(
        type,
        amount,
        chain.headroom(index) - pending,
        chain.binding(index),
        reason(index, amount + pending, maxWaitMillis));
  }

  /// A line that would fit, but may not pass one who starves (Q5).
  Denial behindStarving(ResourceType type, long amount, long pending, WaitingLine guard) {
    int index = type.ordinal();
    Site site = guard.site;
    PoolState pool = site.pool;
    return new Denial(
        type,
        amount,
        chain.headroom(index) - pending,
        guard.ofPool && pool != null ? pool.pool.ref() : state.limits.tightest(site.scope, index),
        Denial.Reason.CONTENTION);
  }

  private Denial.Reason reason(int type, long amount, long maxWaitMillis) {
    Denial.Reason gravest = Denial.Reason.CONTENTION;
    for (int step = 0; step < chain.length(); step++) {
      int scope = chain.scope(step);
      long asked = amount + chain.claimedAt(scope, type);
      for (int limit : state.limits.of(scope, type)) {
        gravest = graver(gravest, reasonOf(scope, type, limit, asked, maxWaitMillis));
      }
    }
    PoolState pool = chain.pool(type);
    return pool == null
        ? gravest
        : graver(gravest, reasonOf(pool, amount + chain.claimedFrom(pool), maxWaitMillis));
  }

  private Denial.Reason reasonOf(int scope, int type, int limit, long amount, long maxWait) {
    long allowance = state.limits.allowance(scope, type, limit);
    Limit.Terms terms = state.limits.terms(scope, type, limit);
    long everAllowed = terms.rollover() ? terms.amount() * 2 : terms.amount();
    if (amount > terms.headroom(Math.max(allowance, everAllowed), 0, Standing.WITHIN)) {
      return Denial.Reason.EXCEEDS_LIMIT;
    }
    long consumed = state.limits.consumed(scope, type, limit);
    Standing released = consumed > allowance ? Standing.OVERAGE : Standing.WITHIN;
    boolean evenIfAllReleased =
        amount <= terms.headroom(allowance, consumed, released)
            || amount <= state.limits.headroom(scope, type, limit);
    boolean windowOutlastsWait = state.limits.windowEnd(scope, type, limit) - state.now() > maxWait;
    return evenIfAllReleased || !windowOutlastsWait
        ? Denial.Reason.CONTENTION
        : Denial.Reason.BUDGET_EXHAUSTED;
  }

  private Denial.Reason reasonOf(PoolState pool, long amount, long maxWait) {
    if (amount > state.lending.reach(pool)) {
      return Denial.Reason.EXCEEDS_CAPACITY;
    }
    boolean evenIfAllReleased =
        pool.isHeld() || state.lending.stockBy(pool, state.now() + maxWait) >= amount;
    return evenIfAllReleased ? Denial.Reason.CONTENTION : Denial.Reason.BUDGET_EXHAUSTED;
  }

  private static Denial.Reason graver(Denial.Reason one, Denial.Reason other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
