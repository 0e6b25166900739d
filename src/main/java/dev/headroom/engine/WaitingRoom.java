package dev.headroom.engine;

import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.ResourceType;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Who waits where, and which lines have gained headroom and are to be reconsidered (rule Q5).
final class WaitingRoom {
  private final EngineState state;
  private final List<WaitingLine> marked = new ArrayList<>();
  private int waiting;

  WaitingRoom(EngineState state) {
    this.state = state;
  }

  /// Lets copies of those who wait in another room wait in this one.
  ///
  /// @param state a copy of the other's
  WaitingRoom(WaitingRoom other, EngineState state) {
    if (!other.marked.isEmpty() || other.state.waitingScopes.anyDoubt()) {
      throw new IllegalStateException("someone is still to be reconsidered");
    }
    this.state = state;
    this.waiting = other.waiting;
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      Waiter waiter = other.state.allocations.waiter(slot);
      if (waiter != null) {
        Waiter copy = new Waiter(waiter, state.sites);
        state.allocations.setWaiter(slot, copy);
        copy.line.add(copy);
        state.waitingScopes.add(copy);
      }
    }
    for (PoolState pool : state.pools.all()) {
      PoolState original = other.state.pools.find(pool.pool.id());
      if (original != null && original.shares != null) {
        pool.shares = new PoolShares(state, pool);
      }
    }
  }

  /// How many wait.
  int waiting() {
    return waiting;
  }

  /// Lets a request wait in its line.
  void add(Waiter waiter) {
    enter(waiter, waiter.line);
    waiting++;
    int scope = state.allocations.scope(waiter.slot);
    state.scopes.addToCount(scope, ScopeTable.Count.WAITERS, 1);
    state.waitingScopes.begin(waiter);
    lookAgain(waiter.line);
  }

  /// Lets a request wait on that has waited before, in an engine that goes on from a written state.
  void goOn(Waiter waiter) {
    state.allocations.setWaiter(waiter.slot, waiter);
    waiter.line.add(waiter);
    noteBorrower(waiter.line);
    waiting++;
    int scope = state.allocations.scope(waiter.slot);
    state.scopes.addToCount(scope, ScopeTable.Count.WAITERS, 1);
    state.waitingScopes.add(waiter);
  }

  /// Takes a request out of its line: it is granted or gives up.
  void remove(Waiter waiter) {
    leave(waiter);
    waiting--;
    state.waitingScopes.end(waiter);
    int scope = state.allocations.scope(waiter.slot);
    state.scopes.addToCount(scope, ScopeTable.Count.WAITERS, -1);
    mark(waiter.line);
  }

  /// Lets a waiter be considered as another from now on, in the same place.
  void replace(Waiter waiter, Waiter changed) {
    leave(waiter);
    enter(changed, changed.line);
  }

  /// Moves a waiter to the line of the constraint that keeps it now.
  void move(Waiter waiter, WaitingLine line) {
    if (line != waiter.line) {
      WaitingLine before = waiter.line;
      leave(waiter);
      state.waitingScopes.end(waiter);
      waiter.line = line;
      state.waitingScopes.begin(waiter);
      enter(waiter, line);
      state.conflicts.decide(waiter, before, Finding.of(Conflict.Verdict.MOVED, waiter.because));
      state.conflicts.join(waiter, constraint(line));
      lookAgain(line);
    }
  }

  /// How the members share the pool that a line waits for; none where no policy but PRIORITY is set
  /// (P4).
  @Nullable PoolShares shares(WaitingLine line) {
    PoolState pool = line.site.pool;
    return line.ofPool && pool != null ? pool.shares : null;
  }

  /// Whether what is there may be split among those who wait in a line (Q3): a limit does, or a
  /// pool whose policy does not split it already.
  boolean mayShare(WaitingLine line) {
    return shares(line) == null && free(line) != Long.MAX_VALUE;
  }

  /// Has the pool's line reconsidered, and those of the pools beside it whose fair shares depend on
  /// what is held of it.
  void markSharing(PoolState pool) {
    mark(pool);
    if (isFair(pool)) {
      for (int type = 0; type < ResourceType.ALL.size(); type++) {
        state.poolAt(pool.scope, type).filter(WaitingRoom::isFair).ifPresent(this::mark);
      }
    }
  }

  private static boolean isFair(PoolState pool) {
    return pool.pool.terms().sharing() == SharingPolicy.FAIR;
  }

  /// Under a policy every coming and going changes what others may have.
  private void enter(Waiter waiter, WaitingLine line) {
    line.add(waiter);
    noteBorrower(line);
    PoolShares shares = shares(line);
    if (shares != null) {
      shares.join(waiter);
      mark(line);
    }
  }

  private void noteBorrower(WaitingLine line) {
    PoolState pool = line.site.pool;
    if (line.ofPool && pool != null && pool.loans != null) {
      state.lending.setWaiting(pool, !line.isEmpty());
    }
  }

  private void leave(Waiter waiter) {
    waiter.line.remove(waiter);
    noteBorrower(waiter.line);
    PoolShares shares = shares(waiter.line);
    if (shares != null) {
      shares.leave(waiter);
      mark(waiter.line);
    }
  }

  /// Has a line reconsidered: its constraint may have gained headroom.
  void mark(WaitingLine line) {
    markAlone(line);
    PoolState pool = line.site.pool;
    if (line.ofPool && pool != null) {
      for (PoolState borrower : state.lending.waitingFor(pool)) {
        markAlone(state.sites.of(borrower.scope, borrower.type).atPool);
      }
    }
  }

  private void markAlone(WaitingLine line) {
    if (!line.isEmpty() && !line.marked) {
      line.marked = true;
      marked.add(line);
    }
  }

  void mark(PoolState pool) {
    int site = Row.site(state.scopes.rows(pool.scope), ScopeTable.rowAt(pool.scope, pool.type));
    if (site != 0) {
      mark(state.sites.at(site).atPool);
    }
  }

  /// Lets those who wait at the pool further up wait at the new one, where that serves them (P2).
  void moveTo(PoolState nearer) {
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    Optional<PoolState> above = Optional.empty();
    for (int step = state.scopes.chain(nearer.scope, chain) - 2; step >= 0; step--) {
      int scope = chain[step];
      above = above.or(() -> state.poolAt(scope, nearer.type));
    }
    above.ifPresent(pool -> {
      WaitingLine from = state.sites.of(pool.scope, pool.type).atPool;
      WaitingLine to = state.sites.of(nearer.scope, nearer.type).atPool;
      for (Waiter waiter :
          from.all().stream().sorted(Comparator.comparingLong(each -> each.arrival)).toList()) {
        if (state.scopes.isWithin(state.allocations.scope(waiter.slot), nearer.scope)) {
          move(waiter, to);
        }
      }
      mark(from);
      mark(to);
    });
  }

  /// The line at the limits of a row, after they changed or a window began.
  void markLimits(int scope, int type) {
    int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    if (site != 0) {
      mark(state.sites.at(site).atLimits);
    }
  }

  /// Has the line of a pool reconsidered if replenishment has just reached what may be enough for
  /// someone there; else it is looked at again later.
  ///
  /// @param before what was available just before now
  void replenished(PoolState pool, long before) {
    WaitingLine line = state.sites.of(pool.scope, pool.type).atPool;
    long now = state.lending.grantable(pool);
    if (leastWantedAbove(line, before).orElse(Long.MAX_VALUE) <= now) {
      mark(line);
    }
    lookAgain(line);
  }

  /// Every line in which someone waits.
  void markEveryone() {
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      Waiter waiter = state.allocations.waiter(slot);
      if (waiter != null) {
        mark(waiter.line);
      }
    }
  }

  /// The next marked line, from the root down; empty where none is left.
  Optional<WaitingLine> next() {
    Optional<WaitingLine> first = marked.stream().min(WaitingLine.rootFirst(state.scopes));
    first.ifPresent(line -> {
      marked.remove(line);
      line.marked = false;
    });
    return first;
  }

  /// Whether a line with waiters is marked. Lines that have emptied meanwhile are forgotten.
  boolean hasMarked() {
    marked.removeIf(line -> {
      line.marked = !line.isEmpty();
      return line.isEmpty();
    });
    return !marked.isEmpty();
  }

  /// How a line decides between its waiters: its constraint's strategy, else the nearest one set up
  /// the path, else PRIORITY (Q1).
  ConflictStrategy strategy(WaitingLine line) {
    Site site = line.site;
    PoolState pool = site.pool;
    if (line.ofPool && pool != null && pool.pool.terms().onConflict().isPresent()) {
      return pool.pool.terms().onConflict().get();
    }
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    for (int step = state.scopes.chain(site.scope, chain) - 1; step >= 0; step--) {
      Optional<ConflictStrategy> set = strategyAt(chain[step], site.type);
      if (set.isPresent()) {
        return set.get();
      }
    }
    return ConflictStrategy.PRIORITY;
  }

  /// The strategy that a limit of a row sets, else its pool.
  private Optional<ConflictStrategy> strategyAt(int scope, int type) {
    for (int limit : state.limits.of(scope, type)) {
      Optional<ConflictStrategy> set = state.limits.terms(scope, type, limit).onConflict();
      if (set.isPresent()) {
        return set;
      }
    }
    return state.poolAt(scope, type).flatMap(pool -> pool.pool.terms().onConflict());
  }

  /// The constraint that a line waits for.
  ConstraintRef constraint(WaitingLine line) {
    Site site = line.site;
    PoolState pool = site.pool;
    if (line.ofPool && pool != null) {
      return pool.pool.ref();
    }
    return state.limits.tightest(site.scope, site.type);
  }

  /// What a line's constraint has left; `Long.MAX_VALUE` where the constraint is no more.
  long free(WaitingLine line) {
    Site site = line.site;
    if (line.ofPool) {
      return site.pool == null ? Long.MAX_VALUE : state.lending.grantable(site.pool);
    }
    long least = Long.MAX_VALUE;
    for (int limit : state.limits.of(site.scope, site.type)) {
      least = Math.min(least, state.limits.headroom(site.scope, site.type, limit));
    }
    return least;
  }

  /// Makes sure that a line with waiters is looked at when time alone gives its constraint
  /// headroom.
  void lookAgain(WaitingLine line) {
    if (line.isEmpty()) {
      return;
    }
    Site site = line.site;
    PoolState pool = site.pool;
    if (!line.ofPool) {
      state.limits.lookAtWindowEnds(site.scope, site.type);
    } else if (pool != null) {
      OptionalLong wanted = leastWantedAbove(line, state.lending.grantable(pool));
      state
          .lending
          .whenGrantable(pool, wanted.orElse(Long.MAX_VALUE))
          .ifPresent(when -> state.agenda.add(new Agenda.Look(when, site.scope, site.type, true)));
    }
  }

  private OptionalLong leastWantedAbove(WaitingLine line, long available) {
    PoolShares shares = shares(line);
    return shares == null ? line.leastWantedAbove(available) : shares.leastWantedAbove(available);
  }

  /// The same for those who wait at a pool, or at one that may borrow from it.
  void lookAgain(PoolState pool) {
    lookAgain(state.sites.of(pool.scope, pool.type).atPool);
    for (PoolState borrower : state.lending.waitingFor(pool)) {
      lookAgain(state.sites.of(borrower.scope, borrower.type).atPool);
    }
  }
}
