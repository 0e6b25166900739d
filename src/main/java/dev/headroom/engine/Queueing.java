package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How requests begin to wait, are considered, and stop waiting (rules Q1, Q4, Q5).
final class Queueing {
  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final Granting granting;
  private final WaitingRoom waitingRoom;
  private final Preemption preemption;
  private final Revocation revocation;

  /// @param admission decides, at `chain`
  Queueing(
      EngineState state,
      Chain chain,
      Admission admission,
      Granting granting,
      WaitingRoom waitingRoom) {
    this.state = state;
    this.chain = chain;
    this.admission = admission;
    this.granting = granting;
    this.waitingRoom = waitingRoom;
    this.preemption = new Preemption(state, chain, waitingRoom);
    this.revocation = new Revocation(state, granting, waitingRoom);
  }

  /// Grants a new request that has just failed by contention, if its constraint preempts for it.
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  Optional<Outcome.Allocated> preemptFor(AllocationRequest request, int known) {
    List<Preemption.Victim> victims = victims(request, request.priority(), Long.MAX_VALUE);
    if (victims.isEmpty()) {
      return Optional.empty();
    }
    int slot = granting.open(request, known);
    revoke(victims, slot, request, request.priority(), Long.MAX_VALUE);
    Outcome.Allocated granted = granting.settle(slot, request, 0);
    revocation.requeue();
    return Optional.of(granted);
  }

  /// Makes room for an allocation that grows, if the constraint preempts for it.
  ///
  /// @param asked the difference, as a request that has just failed
  /// @return whether the difference fits now; then [#requeue()] is due once it is reserved
  boolean preemptToGrow(int slot, AllocationRequest asked) {
    Priority rank = state.allocations.rank(slot);
    List<Preemption.Victim> victims =
        admission.obstacle() == null ? List.of() : victims(asked, rank, Long.MAX_VALUE);
    if (!victims.isEmpty()) {
      revoke(victims, slot, asked, rank, Long.MAX_VALUE);
    }
    return !victims.isEmpty();
  }

  /// Lets those wait again who were preempted and asked for it.
  void requeue() {
    revocation.requeue();
  }

  private List<Preemption.Victim> victims(AllocationRequest request, Priority rank, long arrival) {
    WaitingLine line = admission.obstacle();
    return line != null && waitingRoom.strategy(line) == ConflictStrategy.PREEMPTION
        ? preemption.victims(request, rank, arrival)
        : List.of();
  }

  private void revoke(
      List<Preemption.Victim> victims,
      int slot,
      AllocationRequest request,
      Priority rank,
      long arrival) {
    AllocationId id = state.allocations.id(slot);
    revocation.revoke(victims, new Revocation.Asker(id, request.path(), rank));
    chain.follow(state.allocations.scope(slot), request.path());
    if (!admission.decide(request, arrival)) {
      throw new IllegalStateException("revoked " + victims.size() + " in vain for " + request);
    }
  }

  /// Lets a request wait that has just failed.
  Outcome.Queued queue(AllocationRequest request, WaitingLine line) {
    int scope = state.scopes.findOrCreate(request.path());
    long until = state.now() + request.maxWait().toMillis();
    int slot = state.allocations.open(scope, request.priority(), true, state.now(), until);
    List<Denial> because = admission.failed();
    int position =
        1
            + line.ahead(
                request.priority(), waitingRoom.strategy(line), state.now(), state.settings());
    Waiter waiter = new Waiter(slot, request, state.now(), state.nextArrival(), line, because);
    state.allocations.setWaiter(slot, waiter);
    state.allocations.setRequest(slot, request);
    granting.link(slot, scope);
    state.deadlines.add(slot);
    waitingRoom.add(waiter);
    AllocationId id = state.allocations.id(slot);
    var at = waitingRoom.constraint(line);
    state.emit(new Event.Queued(request.path(), id, at, because));
    return new Outcome.Queued(id, at, position, Instant.ofEpochMilli(until));
  }

  /// Ends a wait because the caller wants it no more.
  void cancel(Waiter waiter) {
    AllocationId id = state.allocations.id(waiter.slot);
    closeWaiting(waiter);
    state.emit(new Event.Ended(waiter.request.path(), id, Event.EndCause.RELEASED, List.of()));
  }

  /// Ends a wait with a denial.
  void giveUp(Waiter waiter, Denial.Reason reason) {
    AllocationId id = state.allocations.id(waiter.slot);
    List<Denial> failing = failing(waiter);
    closeWaiting(waiter);
    List<Denial> denials =
        failing.stream()
            .map(why ->
                new Denial(why.type(), why.requested(), why.headroom(), why.binding(), reason))
            .toList();
    state.emit(
        new Event.Denied(
            waiter.request.path(), Optional.of(id), denials, state.now() - waiter.since));
  }

  /// Considers those who wait at constraints that may have gained headroom, until nothing moves.
  void reconsiderWaiters() {
    while (waitingRoom.hasMarked()) {
      waitingRoom.next().ifPresent(this::reconsider);
    }
  }

  private void reconsider(WaitingLine line) {
    Pass pass = new Pass(state, waitingRoom, line);
    for (Waiter waiter = pass.next(); waiter != null; waiter = pass.next()) {
      consider(waiter);
    }
    waitingRoom.lookAgain(line);
    revocation.requeue();
  }

  private void consider(Waiter waiter) {
    if (admission.overflowing(waiter.request) >= 0) {
      return; // Counters have grown since it began to wait (S6).
    }
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    if (admission.decide(waiter.request, waiter.arrival)) {
      waitingRoom.remove(waiter);
      granting.grantWaiting(waiter);
      return;
    }
    Priority rank =
        waiter.effectivePriority(state.now(), state.settings().agingInterval().toMillis());
    List<Preemption.Victim> victims = victims(waiter.request, rank, waiter.arrival);
    if (!victims.isEmpty()) {
      waitingRoom.remove(waiter);
      revoke(victims, waiter.slot, waiter.request, rank, waiter.arrival);
      granting.grantWaiting(waiter);
      return;
    }
    waiter.because = admission.failed();
    WaitingLine obstacle = admission.metFirst();
    if (obstacle != null) {
      waitingRoom.move(waiter, obstacle);
    }
  }

  /// What keeps a waiter from being granted at this moment, else what did when it was considered.
  private List<Denial> failing(Waiter waiter) {
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    return admission.decide(waiter.request, waiter.arrival) ? waiter.because : admission.failed();
  }

  private void closeWaiting(Waiter waiter) {
    waitingRoom.remove(waiter);
    state.deadlines.remove(waiter.slot);
    granting.close(waiter.slot);
  }
}
