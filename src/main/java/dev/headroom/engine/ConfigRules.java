package dev.headroom.engine;

import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of limits, pools and settings: checked all, then applied all (rules L7, L9, P6).
final class ConfigRules {
  private final EngineState state;
  private final WaitingRoom waitingRoom;
  private final ChangeCheck check;
  private final LoanLedger loanLedger;
  private final LimitOrder limitOrder;
  private final QuotaRules quotas;

  ConfigRules(EngineState state, WaitingRoom waitingRoom, QuotaRules quotas) {
    this.quotas = quotas;
    this.state = state;
    this.waitingRoom = waitingRoom;
    this.loanLedger = new LoanLedger(state, waitingRoom);
    this.check = new ChangeCheck(state);
    this.limitOrder = new LimitOrder(state.limits);
  }

  Answer apply(Command.ApplyChanges changes) {
    Optional<Refusal> refusal = check.refusalOf(changes.changes());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    state.holders.clear();
    long version = state.configVersion() + 1;
    state.setConfigVersion(version);
    state.emit(
        new Event.ConfigChanged(
            ScopePath.ROOT, version, changes.changes(), changes.author(), changes.reason()));
    for (Change change : changes.changes()) {
      switch (change) {
        case Change.PutLimits(var path, var limits, var _) -> putLimits(path, limits, version);
        case Change.PutPool(var pool, var _) -> putPool(pool, version);
        case Change.RemovePool(var pool, var _) ->
            removePool(java.util.Objects.requireNonNull(state.pools.find(pool)));
        case Change.PutSettings(var settings, var _) -> putSettings(settings, version);
      }
    }
    return new Outcome.ConfigChanged(version);
  }

  Answer topUp(Command.TopUp topUp) {
    PoolState pool = state.pools.find(topUp.pool());
    if (pool == null) {
      return new Refusal.UnknownPool(topUp.pool());
    }
    if (pool.isHeld()) {
      return Refusal.Invalid.at("/pool", "a pool of a held type has no stock to add to");
    }
    if (!pool.topUp(topUp.amount(), state.now())) {
      long room = pool.room(state.now());
      return Refusal.Invalid.at(
          "/amount", "at most " + room + " fit the pool's capacity (rule P1)");
    }
    state.emit(
        new Event.ToppedUp(
            pool.pool.path(), topUp.pool(), topUp.amount(), topUp.author(), topUp.reason()));
    PoolAlerts.cross(state, pool, false);
    waitingRoom.mark(pool);
    return new Outcome.ToppedUp(pool.available(state.now()));
  }

  /// Takes a scope's limits and pools away, since it closes.
  void removeAll(int scope) {
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      for (int limit : state.limits.of(scope, type)) {
        state.limits.remove(scope, type, limit);
      }
      int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
      PoolState pool = site == 0 ? null : state.sites.at(site).pool;
      if (pool != null) {
        removePool(pool);
      }
      if (site != 0) {
        state.holders.forget(state.sites.at(site));
      }
      state.sites.remove(scope, type);
    }
  }

  /// Windows that have begun keep the end that the calendar before gave them (L2). Who waited
  /// behind one who starved may go where nobody starves any more (Q5).
  private void putSettings(Settings settings, long version) {
    for (int scope = 0; scope < state.scopes.end(); scope++) {
      for (int type = 0; state.scopes.exists(scope) && type < ResourceType.ALL.size(); type++) {
        state.limits.beginDueWindows(scope, type);
      }
    }
    state.setSettings(settings, version);
    waitingRoom.markEveryone();
  }

  private void putLimits(ScopePath path, List<Limit> limits, long version) {
    int scope = state.scopes.findOrCreate(path);
    state.scopes.setLimitsVersion(scope, version);
    Map<Object, Limit> wanted = new HashMap<>();
    limits.forEach(limit -> wanted.put(limit.key(), limit));
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      for (int limit : new ArrayList<>(state.limits.of(scope, type))) {
        Object key = LimitLook.status(state, scope, type, limit, state.now()).limit().key();
        Limit changed = wanted.remove(key);
        if (changed == null) {
          state.limits.remove(scope, type, limit);
        } else {
          state.limits.change(scope, type, limit, changed.terms());
        }
      }
      waitingRoom.markLimits(scope, type);
    }
    limits.stream()
        .filter(limit -> wanted.containsKey(limit.key()))
        .sorted()
        .forEach(limit -> state.limits.add(scope, limit.type().ordinal(), limit.terms()));
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      limitOrder.restore(scope, type);
      state.soft.follow(scope, type);
    }
  }

  private void putPool(Pool pool, long version) {
    PoolState known = state.pools.find(pool.id());
    if (known != null) {
      if (!known.pool.terms().thresholds().equals(pool.terms().thresholds())) {
        PoolAlerts.clearAll(state, known);
      }
      waitingRoom.markSharing(known);
      known.change(pool, version, state.now());
      quotas.endWhatLostItsGround(known);
      share(known);
      PoolAlerts.cross(state, known, true);
      waitingRoom.markSharing(known);
      return;
    }
    int scope = state.scopes.findOrCreate(pool.path());
    PoolState added = new PoolState(pool, scope, version, state.now());
    state.pools.add(added);
    state.sites.of(scope, added.type).pool = added;
    share(added);
    PoolAlerts.cross(state, added, true);
    waitingRoom.moveTo(added);
    waitingRoom.markSharing(added);
  }

  private void share(PoolState pool) {
    if (pool.loans == null && pool.pool.terms().borrowing() > 0) {
      pool.loans = new Loans();
    }
    WaitingLine line = state.sites.of(pool.scope, pool.type).atPool;
    state.lending.setWaiting(pool, !line.isEmpty());
    pool.shares =
        pool.pool.terms().sharing() == SharingPolicy.PRIORITY ? null : new PoolShares(state, pool);
    pool.pool.terms().members().stream()
        .flatMap(member -> member.loans().stream())
        .filter(loan -> loan.runs(state.nowInstant()))
        .map(loan -> new Agenda.Look(loan.until().toEpochMilli(), pool.scope, pool.type, true))
        .forEach(state.agenda::add);
  }

  private void removePool(PoolState pool) {
    quotas.endAll(pool);
    PoolAlerts.clearAll(state, pool);
    state.alerts.forgetForetold(pool.pool.ref());
    waitingRoom.markSharing(pool);
    loanLedger.close(pool);
    Site site = state.sites.of(pool.scope, pool.type);
    if (site.pool == pool) {
      site.pool = null;
    }
    pool.shares = null;
    state.pools.remove(pool);
  }
}
