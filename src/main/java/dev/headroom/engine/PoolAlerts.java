package dev.headroom.engine;

import dev.headroom.model.ResourceType;
import java.util.List;

/// Raises and clears the alerts of a pool, by what is not available of its capacity (rule T1).
final class PoolAlerts {
  private PoolAlerts() {}

  /// Raises and clears what a change of the pool's stock crossed.
  static void settle(EngineState state, PoolState pool) {
    long used = pool.used();
    if (used >= pool.upAt || used < pool.downAt) {
      cross(state, pool, false);
    }
  }

  /// Crosses every threshold that lies between the pool's alerts and its stock.
  ///
  /// @param anew whether alerts clear without the five points, since the pool changed
  static void cross(EngineState state, PoolState pool, boolean anew) {
    List<Integer> percents = pool.pool.terms().thresholds().percents();
    long used = pool.used();
    long capacity = pool.capacity();
    while (pool.level > 0 && used < clearsBelow(percents.get(pool.level - 1), capacity, anew)) {
      pool.level--;
      state.alerts.clear(pool.pool.ref(), percents.get(pool.level));
    }
    while (pool.level < percents.size()
        && used >= TermsTable.reaching(percents.get(pool.level), capacity)) {
      state.alerts.raise(
          pool.scope,
          ResourceType.ALL.get(pool.type),
          pool.pool.ref(),
          percents.get(pool.level),
          used,
          capacity);
      pool.level++;
    }
    arm(pool);
    lookWhenItClears(state, pool);
  }

  /// Clears whatever stands and forgets it: the pool is removed, or gets other thresholds.
  static void clearAll(EngineState state, PoolState pool) {
    List<Integer> percents = pool.pool.terms().thresholds().percents();
    while (pool.level > 0) {
      pool.level--;
      state.alerts.clear(pool.pool.ref(), percents.get(pool.level));
    }
    state.alerts.forget(pool.pool.ref(), percents);
    arm(pool);
  }

  private static void arm(PoolState pool) {
    List<Integer> percents = pool.pool.terms().thresholds().percents();
    long capacity = pool.capacity();
    pool.upAt =
        pool.level < percents.size()
            ? TermsTable.reaching(percents.get(pool.level), capacity)
            : Long.MAX_VALUE;
    pool.downAt = pool.level > 0 ? TermsTable.clearing(percents.get(pool.level - 1), capacity) : 0;
  }

  /// Looks at a pool that may clear by now.
  static void look(EngineState state, PoolState pool) {
    if (pool.nextLook <= state.now()) {
      pool.nextLook = Long.MAX_VALUE;
    }
    pool.refill(state.now());
    cross(state, pool, false);
  }

  /// Replenishment clears alerts without anyone's doing, so it must be looked at in time: sooner
  /// than before where something was returned or consumed. A look that comes too early looks again.
  static void lookWhenItClears(EngineState state, PoolState pool) {
    if (pool.level > 0) {
      pool.whenAvailable(pool.capacity() - pool.downAt + 1, state.now())
          .filter(when -> when < pool.nextLook)
          .ifPresent(when -> {
            pool.nextLook = when;
            state.agenda.add(new Agenda.Look(when, pool.scope, pool.type, true));
          });
    }
  }

  private static long clearsBelow(int percent, long capacity, boolean anew) {
    return anew ? TermsTable.reaching(percent, capacity) : TermsTable.clearing(percent, capacity);
  }
}
