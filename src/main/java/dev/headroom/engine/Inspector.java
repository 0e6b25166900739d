package dev.headroom.engine;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Config;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Distribution;
import dev.headroom.model.Explanation;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks at an engine's state as it would stand at a given instant, changing nothing: looking often
/// and never looking lead to the same state. To be used under the engine's lock.
public final class Inspector {
  private final EngineState state;
  private final WaitingRoom waitingRoom;

  Inspector(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  /// The number of the last event.
  public long sequence() {
    return state.sequence();
  }

  /// What holds for the whole instance.
  public Settings settings() {
    return state.settings();
  }

  /// How many scopes there are, the root included.
  public int scopeCount() {
    return state.scopes.size();
  }

  /// A number that changes whenever a scope appears or vanishes.
  public long structure() {
    return state.scopes.structure();
  }

  /// How many alerts stand.
  public int alertCount() {
    return state.alerts.standing();
  }

  /// How many requests wait.
  public int waiterCount() {
    return waitingRoom.waiting();
  }

  /// How many allocations are live or waiting.
  public int allocationCount() {
    return state.allocations.open();
  }

  /// A scope as it stands at `at`; empty where there is none.
  public Optional<ScopeStatus> scope(ScopePath path, Instant at) {
    int scope = state.scopes.find(path);
    return scope == ScopeTable.NONE
        ? Optional.empty()
        : Optional.of(ScopeLook.status(state, scope, at));
  }

  /// The chain of constraints for a type at a scope, which need not exist yet (A9).
  public Explanation explain(ScopePath path, ResourceType type, Instant at) {
    return ScopeLook.explain(state, path, type, at);
  }

  /// The first of those scopes that are wanted, and how many there are, all looked at in one go.
  public RankedScopes scopes(ScopeSelection wanted, Instant at) {
    var search = new ScopeSearch(wanted);
    boolean more = true;
    while (more) {
      more = step(search, at);
    }
    return search.found();
  }

  /// Goes on with a search.
  ///
  /// @return whether there is more to look at
  public boolean step(ScopeSearch search, Instant at) {
    return search.step(state, at.toEpochMilli());
  }

  /// Allocations at and below a scope: live ones newest first, or waiting ones in the order in
  /// which they will be considered.
  public List<AllocationStatus> allocations(
      ScopePath below, boolean waiting, int offset, int count) {
    return new AllocationListing(state).list(below, waiting, offset, count);
  }

  /// An allocation, live or waiting.
  public Optional<AllocationStatus> allocation(AllocationId id) {
    int slot = state.allocations.find(id);
    return slot == AllocationSlab.NONE
        ? Optional.empty()
        : Optional.of(new AllocationListing(state).status(slot));
  }

  /// Where an allocation is, or was where usage is taken of it still (U4).
  public Optional<ScopePath> placeOf(AllocationId id, Instant at) {
    return allocation(id)
        .map(AllocationStatus::path)
        .or(() ->
            Optional.ofNullable(state.ended.find(id, at.toEpochMilli()))
                .map(EndedAllocations.Ended::path));
  }

  /// Who waits at and below a scope, in the order of [#allocations], each with its place in the
  /// line where it waits.
  public List<WaitStatus> waits(ScopePath below, int offset, int count, Instant at) {
    List<AllocationStatus> page = allocations(below, true, offset, count);
    Map<WaitingLine, Set<Waiter>> lines = new HashMap<>();
    for (AllocationStatus request : page) {
      Waiter waiter = state.allocations.waiter(state.allocations.find(request.id()));
      if (waiter != null) {
        lines.computeIfAbsent(waiter.line, _ -> new HashSet<>()).add(waiter);
      }
    }
    Map<AllocationId, WaitStatus> found = new HashMap<>();
    lines.forEach((line, waiters) -> found.putAll(find(line, waiters, at)));
    return page.stream()
        .flatMap(request -> Optional.ofNullable(found.get(request.id())).stream())
        .toList();
  }

  private Map<AllocationId, WaitStatus> find(WaitingLine line, Set<Waiter> waiters, Instant at) {
    return new WaitListing(state, waitingRoom, line, at).find(waitingRoom.strategy(line), waiters);
  }

  private List<WaitStatus> inLine(WaitingLine line, int offset, int count, Instant at) {
    return new WaitListing(state, waitingRoom, line, at)
        .list(waitingRoom.strategy(line), offset, count);
  }

  /// How many allocations [#allocations] has in all.
  public int countAllocations(ScopePath below, boolean waiting) {
    return new AllocationListing(state).count(below, waiting);
  }

  /// All that was reported as achieved at and below a scope.
  public long score(ScopePath path) {
    int scope = state.scopes.find(path);
    return scope == ScopeTable.NONE ? 0 : state.scores.total(scope);
  }

  /// Why a budget cannot be divided like this; empty where it can.
  public Optional<Refusal> refusalOf(Distribution distribution) {
    return new Dividing(state, distribution).refusal();
  }

  /// How a budget would be divided, where nothing refuses that.
  public Distribution.Proposal propose(Distribution distribution, Instant at) {
    return new Dividing(state, distribution).proposal(at);
  }

  /// The alerts that stand at and below a scope and are not shelved, gravest first, then newest.
  public List<Alert> alerts(ScopePath below, Instant at) {
    return alerts(below, Set.of(AlertState.ACTIVE, AlertState.ACKNOWLEDGED), at);
  }

  /// The alerts at and below a scope in any of these states, gravest first, then newest.
  public List<Alert> alerts(ScopePath below, Set<AlertState> states, Instant at) {
    return new AlertListing(state).list(below, states, at.toEpochMilli());
  }

  /// The same with floods folded.
  public AlertOverview alertOverview(ScopePath below, Set<AlertState> states, Instant at) {
    return AlertFloods.fold(alerts(below, states, at));
  }

  /// The constraints that are expected to run out (T5).
  public List<ConstraintRef> foretold() {
    return state.alerts.foretold();
  }

  /// How many alerts shelving a scope would hide now, by severity.
  public ScopeStatus.AlertCounts shelvable(ScopePath below, Instant at) {
    return AlertFloods.count(
        alerts(below, Set.of(AlertState.ACTIVE, AlertState.ACKNOWLEDGED, AlertState.CLEARED), at));
  }

  /// The conflicts that are open, or those of the latest that have closed, the newest first (Q8).
  public List<Conflict> conflicts(boolean open, int offset, int count) {
    return state.conflicts.list(open).stream().skip(offset).limit(count).toList();
  }

  /// How many conflicts [#conflicts] has in all.
  public int countConflicts(boolean open) {
    return open ? state.conflicts.openCount() : state.conflicts.closedCount();
  }

  /// One conflict; empty where there is none, or it is long forgotten.
  public Optional<Conflict> conflict(ConflictId id) {
    return state.conflicts.find(id);
  }

  /// Why an allocation was granted, denied, preempted or shrunk where that was contended: every
  /// decision about it or at its cost, oldest first, as far as conflicts remember them (A9, Q8).
  /// What was granted at once without contention has none; why it was cut says its status.
  public List<Conflict.Episode> decisions(AllocationId id) {
    return state.conflicts.concerning(id);
  }

  /// Those who wait in a conflict, in the order of their turns.
  public List<WaitStatus> waiting(ConflictId id, int offset, int count, Instant at) {
    return state.conflicts.line(id).map(line -> inLine(line, offset, count, at)).orElse(List.of());
  }

  /// One request that waits; empty where it does not.
  public Optional<WaitStatus> waiting(AllocationId id, Instant at) {
    int slot = state.allocations.find(id);
    Waiter waiter = slot == AllocationSlab.NONE ? null : state.allocations.waiter(slot);
    return waiter == null
        ? Optional.empty()
        : find(waiter.line, Set.of(waiter), at).values().stream().findFirst();
  }

  /// The checkpoints of scopes at and below one, the newest first.
  public List<Checkpoint> checkpoints(ScopePath below, int offset, int count) {
    return state.checkpoints.list(below, offset, count);
  }

  /// How many checkpoints there are of scopes at and below one.
  public int countCheckpoints(ScopePath below) {
    return state.checkpoints.count(below);
  }

  /// One checkpoint; empty where it is not kept.
  public Optional<Checkpoint> checkpoint(CheckpointId id) {
    return Optional.ofNullable(state.checkpoints.find(id));
  }

  /// All pools, by id.
  public List<PoolStatus> pools(Instant at) {
    return state.pools.all().stream().map(pool -> pool.status(at.toEpochMilli())).toList();
  }

  /// One pool; empty where there is none.
  public Optional<PoolStatus> pool(PoolId id, Instant at) {
    return Optional.ofNullable(state.pools.find(id)).map(pool -> pool.status(at.toEpochMilli()));
  }

  /// What the members of a pool have lent each other by now, and what each could lend (P7); empty
  /// where there is no such pool.
  public Optional<PoolLending> lending(PoolId id) {
    return Optional.ofNullable(state.pools.find(id)).map(pool -> LendingLook.of(state, pool));
  }

  /// All that is lent or borrowed by command at and below a scope by now, by pool, then the oldest
  /// first.
  public List<LoanStatus> loans(ScopePath below) {
    return LendingLook.loans(state, below);
  }

  /// Settings, limits and pools as they hold.
  public Config config() {
    return ConfigLook.of(state);
  }

  /// The version of [#config()].
  public long configVersion() {
    return state.configVersion();
  }

  /// The version of the settings.
  public long settingsVersion() {
    return state.settingsVersion();
  }
}
