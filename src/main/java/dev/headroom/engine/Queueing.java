package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
  private final Sharing sharing;
  private final Deadlocks deadlocks;

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
    this.sharing = new Sharing(state);
    this.deadlocks = new Deadlocks(state, waitingRoom);
  }

  /// Grants a new request that has just failed by contention, if its constraint preempts for it.
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  Optional<Outcome.Allocated> preemptFor(AllocationRequest request, int known) {
    List<Preemption.Victim> victims = victims(request, request.priority(), Long.MAX_VALUE);
    if (victims.isEmpty()) {
      return Optional.empty();
    }
    WaitingLine line = Objects.requireNonNull(admission.obstacle());
    ConstraintRef at = waitingRoom.constraint(line);
    int slot = granting.open(request, known);
    List<Conflict.Loss> losses = revoke(victims, slot, request, request.priority(), Long.MAX_VALUE);
    Outcome.Allocated granted = granting.settle(slot, request, 0);
    AllocationId id = state.allocations.id(slot);
    state.conflicts.decideAtOnce(
        request,
        line,
        at,
        Optional.of(id),
        Finding.of(Conflict.Verdict.GRANTED_BY_PREEMPTION, losses));
    revocation.requeue();
    return Optional.of(granted);
  }

  /// Grants a new request that has just failed by contention what is there, if its constraint
  /// shares and that is not less than the request's minimum.
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  Optional<Outcome.Allocated> shareWith(AllocationRequest request, int known) {
    WaitingLine line = Objects.requireNonNull(admission.obstacle());
    if (waitingRoom.strategy(line) != ConflictStrategy.SHARING || !waitingRoom.mayShare(line)) {
      return Optional.empty();
    }
    ConstraintRef at = waitingRoom.constraint(line);
    if (!admission.decideShare(request, Long.MAX_VALUE, line.site.type, waitingRoom.free(line))) {
      admission.decide(request, Long.MAX_VALUE);
      return Optional.empty();
    }
    int slot = granting.open(request, known);
    chain.follow(state.allocations.scope(slot), request.path());
    Outcome.Allocated granted = granting.settle(slot, request, 0);
    state.conflicts.decideAtOnce(
        request,
        line,
        at,
        Optional.of(state.allocations.id(slot)),
        Finding.of(Conflict.Verdict.SHARED));
    return Optional.of(granted);
  }

  /// Grants those who wait in a line what they get if what is there is split among them.
  private void share(WaitingLine line) {
    for (Sharing.Share share : sharing.split(line, waitingRoom.free(line))) {
      Waiter waiter = share.waiter();
      chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
      if (admission.overflowing(waiter.request) < 0
          && admission.decideShare(
              waiter.request, waiter.arrival, line.site.type, share.amount())) {
        waitingRoom.remove(waiter);
        granting.grantWaiting(waiter);
        decided(waiter, Finding.of(Conflict.Verdict.SHARED));
      }
    }
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
        ? preemption.victims(request, rank, arrival, false)
        : List.of();
  }

  private List<Conflict.Loss> revoke(
      List<Preemption.Victim> victims,
      int slot,
      AllocationRequest request,
      Priority rank,
      long arrival) {
    AllocationId id = state.allocations.id(slot);
    List<Conflict.Loss> losses =
        revocation.revoke(victims, new Revocation.Asker(id, request.path(), rank));
    chain.follow(state.allocations.scope(slot), request.path());
    if (!admission.decide(request, arrival)) {
      throw new IllegalStateException("revoked " + victims.size() + " in vain for " + request);
    }
    return losses;
  }

  /// Lets a request wait that has just failed; where that closes a deadlock, it may be denied to
  /// break it (Q6).
  Outcome.Allocated queue(AllocationRequest request, WaitingLine line) {
    int scope = state.scopes.findOrCreate(request.path());
    long until = state.now() + request.maxWait().toMillis();
    int slot = state.allocations.open(scope, request.priority(), true, state.now(), until);
    List<Denial> because = admission.failed();
    Waiter waiter = new Waiter(slot, request, state.now(), state.nextArrival(), line, because);
    state.allocations.setWaiter(slot, waiter);
    state.allocations.setRequest(slot, request);
    granting.link(slot, scope);
    state.deadlines.add(slot);
    waitingRoom.add(waiter);
    AllocationId id = state.allocations.id(slot);
    var at = waitingRoom.constraint(line);
    state.emit(new Event.Queued(request.path(), id, at, because));
    state.conflicts.join(waiter, at);
    List<Denial> denied = breakDeadlocks(waitingRoom.takeBegun());
    if (!denied.isEmpty()) {
      return new Outcome.Denied(denied);
    }
    int position =
        line.ahead(request.priority(), waitingRoom.strategy(line), state.now(), state.settings());
    return new Outcome.Queued(id, at, position, Instant.ofEpochMilli(until));
  }

  /// Breaks the deadlocks that a wait which has just begun closes, one after the other (Q6).
  ///
  /// @return why it was denied itself; empty where it was not
  private List<Denial> breakDeadlocks(Waiter begun) {
    List<Deadlocks.Link> cycle = deadlocks.closedBy(begun);
    while (!cycle.isEmpty()) {
      Waiter denied = deadlocks.denied(cycle);
      List<Conflict.Wait> told = deadlocks.told(cycle);
      state.emit(
          new Event.DeadlockFound(
              denied.request.path(),
              Objects.requireNonNull(denied.line.conflict).id,
              told,
              state.allocations.id(denied.slot)));
      List<Denial> denials = giveUp(denied, Denial.Reason.CONTENTION, Finding.ofDeadlock(told));
      if (denied == begun) {
        return denials;
      }
      cycle = deadlocks.closedBy(begun);
    }
    return List.of();
  }

  /// Denies a request that has just failed by contention and is not ready to wait (Q4).
  Outcome.Denied denyAtOnce(AllocationRequest request, WaitingLine line) {
    List<Denial> denials = admission.failed();
    state.emit(new Event.Denied(request.path(), Optional.empty(), denials, 0));
    ConstraintRef at = denials.getFirst().binding();
    state.conflicts.decideAtOnce(
        request, line, at, Optional.empty(), Finding.of(Conflict.Verdict.DENIED));
    return new Outcome.Denied(denials);
  }

  /// Ends a wait because the caller wants it no more.
  void cancel(Waiter waiter) {
    AllocationId id = state.allocations.id(waiter.slot);
    waitingRoom.remove(waiter);
    state.emit(new Event.Ended(waiter.request.path(), id, Event.EndCause.RELEASED, List.of()));
    decided(waiter, Finding.of(Conflict.Verdict.CANCELLED));
    close(waiter);
  }

  /// Ends a wait with a denial.
  void giveUp(Waiter waiter, Denial.Reason reason) {
    giveUp(waiter, reason, Finding.of(verdict(reason)));
  }

  private List<Denial> giveUp(Waiter waiter, Denial.Reason reason, Finding finding) {
    AllocationId id = state.allocations.id(waiter.slot);
    List<Denial> failing = failing(waiter);
    waitingRoom.remove(waiter);
    List<Denial> denials =
        failing.stream()
            .map(why ->
                new Denial(why.type(), why.requested(), why.headroom(), why.binding(), reason))
            .toList();
    state.emit(
        new Event.Denied(
            waiter.request.path(), Optional.of(id), denials, state.now() - waiter.since));
    decided(waiter, finding);
    close(waiter);
    return denials;
  }

  private static Conflict.Verdict verdict(Denial.Reason reason) {
    return switch (reason) {
      case WAIT_TIMEOUT -> Conflict.Verdict.TIMED_OUT;
      case SCOPE_CLOSED -> Conflict.Verdict.SCOPE_CLOSED;
      default -> Conflict.Verdict.DENIED;
    };
  }

  private void decided(Waiter waiter, Finding finding) {
    state.conflicts.decide(waiter, waiter.line, finding);
  }

  /// Grants a request now, over the limit (Q7).
  void override(Waiter waiter, Conflict.Ruling ruling) {
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    admission.force(waiter.request, waiter.arrival);
    waitingRoom.remove(waiter);
    granting.grantWaiting(waiter);
    decided(waiter, Finding.of(Conflict.Verdict.OVERRIDDEN, ruling));
  }

  /// Denies a request because an administrator says so (Q7).
  void refuse(Waiter waiter, Conflict.Ruling ruling) {
    giveUp(waiter, Denial.Reason.CONTENTION, Finding.of(Conflict.Verdict.DENIED, ruling));
  }

  /// Decides once by another strategy than that of the constraint (Q7).
  void decideOnce(Waiter waiter, ConflictStrategy strategy) {
    switch (strategy) {
      case QUEUING, PRIORITY, SHARING -> reconsider(waiter.line, strategy);
      case PREEMPTION -> preemptOnce(waiter);
      case NEGOTIATION ->
          throw new IllegalStateException("a strategy that should have been refused");
    }
  }

  private void preemptOnce(Waiter waiter) {
    if (admission.overflowing(waiter.request) >= 0) {
      return;
    }
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    if (!admission.decide(waiter.request, waiter.arrival) && admission.obstacle() != null) {
      Priority rank = rank(waiter);
      grantByPreemption(waiter, preemption.victims(waiter.request, rank, waiter.arrival, true));
      revocation.requeue();
    }
  }

  private Priority rank(Waiter waiter) {
    return waiter.effectivePriority(state.now(), state.settings().agingInterval().toMillis());
  }

  /// @return whether there were victims, and so room was made
  private boolean grantByPreemption(Waiter waiter, List<Preemption.Victim> victims) {
    if (victims.isEmpty()) {
      return false;
    }
    waitingRoom.remove(waiter);
    List<Conflict.Loss> losses =
        revoke(victims, waiter.slot, waiter.request, rank(waiter), waiter.arrival);
    granting.grantWaiting(waiter);
    decided(waiter, Finding.of(Conflict.Verdict.GRANTED_BY_PREEMPTION, losses));
    return true;
  }

  /// Considers those who wait at constraints that may have gained headroom, until nothing moves.
  void reconsiderWaiters() {
    while (waitingRoom.hasMarked() || waitingRoom.hasBegun()) {
      if (waitingRoom.hasMarked()) {
        waitingRoom.next().ifPresent(this::reconsider);
      } else {
        breakDeadlocks(waitingRoom.takeBegun());
      }
    }
  }

  private void reconsider(WaitingLine line) {
    reconsider(line, waitingRoom.strategy(line));
  }

  private void reconsider(WaitingLine line, ConflictStrategy strategy) {
    if (strategy == ConflictStrategy.SHARING && waitingRoom.mayShare(line)) {
      share(line);
    }
    Pass pass = new Pass(state, waitingRoom, line, strategy);
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
      decided(waiter, Finding.of(Conflict.Verdict.GRANTED));
      return;
    }
    if (grantByPreemption(waiter, victims(waiter.request, rank(waiter), waiter.arrival))) {
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

  private void close(Waiter waiter) {
    state.deadlines.remove(waiter.slot);
    granting.close(waiter.slot);
  }
}
