package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
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
  private final MakingRoom makingRoom;
  private final GivingUp givingUp;
  private final Sharing sharing;

  /// @param admission decides, at `chain`
  Queueing(
      EngineState state,
      Chain chain,
      Admission admission,
      Granting granting,
      WaitingRoom waitingRoom,
      MakingRoom makingRoom,
      GivingUp givingUp) {
    this.state = state;
    this.chain = chain;
    this.admission = admission;
    this.granting = granting;
    this.waitingRoom = waitingRoom;
    this.makingRoom = makingRoom;
    this.givingUp = givingUp;
    this.sharing = new Sharing(state);
  }

  /// Grants a new request that has just failed by contention, if room is made for it (Q3).
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  Optional<Outcome.Allocated> makeRoomFor(AllocationRequest request, int known) {
    MakingRoom.Asker asker =
        new MakingRoom.Asker(request, AllocationSlab.NONE, request.priority(), Long.MAX_VALUE);
    return makingRoom.plan(asker).map(plan -> grantNew(plan, asker, known));
  }

  private Outcome.Allocated grantNew(MakingRoom.Plan plan, MakingRoom.Asker asker, int known) {
    WaitingLine line = Objects.requireNonNull(admission.obstacle());
    ConstraintRef at = waitingRoom.constraint(line);
    AllocationRequest request = asker.request();
    int slot = granting.open(request, known);
    List<Conflict.Loss> losses = makingRoom.carryOut(plan, asker.at(slot));
    Outcome.Allocated granted = granting.settle(slot, request, 0);
    makingRoom.settled();
    state.conflicts.decideAtOnce(
        request,
        line,
        at,
        Optional.of(state.allocations.id(slot)),
        Finding.of(plan.verdict(), admission.shortfalls(), losses));
    makingRoom.requeue();
    return granted;
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
        Finding.of(Conflict.Verdict.SHARED, admission.shortfalls()));
    return Optional.of(granted);
  }

  /// Grants those who wait in a line what they get if what is there is split among them.
  private void share(WaitingLine line, Optional<Conflict.Ruling> ruling) {
    for (Sharing.Share share : sharing.split(line, waitingRoom.free(line))) {
      Waiter waiter = share.waiter();
      chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
      if (admission.overflowing(waiter.request) < 0
          && admission.decideShare(
              waiter.request, waiter.arrival, line.site.type, share.amount())) {
        waitingRoom.remove(waiter);
        granting.grantWaiting(waiter);
        decided(waiter, Finding.of(Conflict.Verdict.SHARED, admission.shortfalls()).by(ruling));
      }
    }
  }

  /// Makes room for an allocation that grows, by the rank with which it holds (A7, Q3).
  ///
  /// @param asked the difference, as a request that has just failed
  /// @return whether the difference fits now; then [#grown()] is due once it is reserved
  boolean makeRoomToGrow(int slot, AllocationRequest asked) {
    MakingRoom.Asker asker =
        new MakingRoom.Asker(asked, slot, state.allocations.rank(slot), Long.MAX_VALUE);
    Optional<MakingRoom.Plan> plan = makingRoom.plan(asker);
    plan.ifPresent(how -> makingRoom.carryOut(how, asker));
    return plan.isPresent();
  }

  /// The difference is reserved for which room was made.
  void grown() {
    makingRoom.settled();
    makingRoom.requeue();
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
    state.link(slot, scope);
    state.deadlines.add(slot);
    waitingRoom.add(waiter);
    AllocationId id = state.allocations.id(slot);
    var at = waitingRoom.constraint(line);
    state.emit(new Event.Queued(request.path(), id, at, because));
    state.conflicts.join(waiter, at);
    List<Denial> denied = givingUp.breakDeadlocks(state.waitingScopes.takeDoubt(), waiter);
    if (!denied.isEmpty()) {
      return new Outcome.Denied(denied);
    }
    int position =
        line.ahead(request.priority(), waitingRoom.strategy(line), state.now(), state.settings());
    ConflictId conflict = Objects.requireNonNull(line.conflict).id;
    return new Outcome.Queued(id, conflict, at, position, Instant.ofEpochMilli(until));
  }

  /// Denies a request that has just failed by contention and is not ready to wait (Q4).
  Outcome.Denied denyAtOnce(AllocationRequest request, WaitingLine line) {
    List<Denial> denials = admission.failed();
    state.emit(new Event.Denied(request.path(), Optional.empty(), denials, 0));
    ConstraintRef at = denials.getFirst().binding();
    state.conflicts.decideAtOnce(
        request, line, at, Optional.empty(), Finding.of(Conflict.Verdict.DENIED, denials));
    return new Outcome.Denied(denials);
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
    decided(waiter, Finding.of(Conflict.Verdict.OVERRIDDEN, admission.shortfalls(), ruling));
  }

  /// Decides once by another strategy than that of the constraint (Q7).
  ///
  /// @param ruling whose word that was, which the story of whatever comes of it tells (Q8)
  void decideOnce(Waiter waiter, ConflictStrategy strategy, Conflict.Ruling ruling) {
    switch (strategy) {
      case QUEUING, PRIORITY, SHARING -> reconsider(waiter.line, strategy, Optional.of(ruling));
      case PREEMPTION, NEGOTIATION -> makeRoomOnce(waiter, strategy, Optional.of(ruling));
    }
  }

  private void makeRoomOnce(
      Waiter waiter, ConflictStrategy strategy, Optional<Conflict.Ruling> ruling) {
    if (admission.overflowing(waiter.request) >= 0) {
      return;
    }
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    if (!admission.decide(waiter.request, waiter.arrival)) {
      MakingRoom.Asker asker = asker(waiter);
      makingRoom
          .planAnyway(asker, strategy)
          .ifPresent(plan -> grantInRoomMade(waiter, plan, asker, ruling));
      makingRoom.requeue();
    }
  }

  private MakingRoom.Asker asker(Waiter waiter) {
    long aging = state.settings().agingInterval().toMillis();
    Priority rank = waiter.effectivePriority(state.now(), aging);
    return new MakingRoom.Asker(waiter.request, waiter.slot, rank, waiter.arrival);
  }

  private void grantInRoomMade(
      Waiter waiter,
      MakingRoom.Plan plan,
      MakingRoom.Asker asker,
      Optional<Conflict.Ruling> ruling) {
    waitingRoom.remove(waiter);
    List<Conflict.Loss> losses = makingRoom.carryOut(plan, asker);
    granting.grantWaiting(waiter);
    makingRoom.settled();
    decided(waiter, Finding.of(plan.verdict(), admission.shortfalls(), losses).by(ruling));
  }

  /// Considers those who wait at constraints that may have gained headroom, until nothing moves.
  void reconsiderWaiters() {
    while (waitingRoom.hasMarked() || state.waitingScopes.anyDoubt()) {
      if (waitingRoom.hasMarked()) {
        waitingRoom.next().ifPresent(this::reconsider);
      } else {
        givingUp.breakDeadlocks(state.waitingScopes.takeDoubt());
      }
    }
  }

  private void reconsider(WaitingLine line) {
    reconsider(line, waitingRoom.strategy(line), Optional.empty());
  }

  private void reconsider(
      WaitingLine line, ConflictStrategy strategy, Optional<Conflict.Ruling> ruling) {
    if (strategy == ConflictStrategy.SHARING && waitingRoom.mayShare(line)) {
      share(line, ruling);
    }
    Pass pass = new Pass(state, waitingRoom, line, strategy);
    for (Waiter waiter = pass.next(); waiter != null; waiter = pass.next()) {
      consider(waiter, ruling);
    }
    waitingRoom.lookAgain(line);
    makingRoom.requeue();
  }

  private void consider(Waiter waiter, Optional<Conflict.Ruling> ruling) {
    if (admission.overflowing(waiter.request) >= 0) {
      return; // Counters have grown since it began to wait (S6).
    }
    chain.follow(state.allocations.scope(waiter.slot), waiter.request.path());
    if (admission.decide(waiter.request, waiter.arrival)) {
      waitingRoom.remove(waiter);
      granting.grantWaiting(waiter);
      decided(waiter, Finding.of(Conflict.Verdict.GRANTED, admission.shortfalls()).by(ruling));
      return;
    }
    MakingRoom.Asker asker = asker(waiter);
    Optional<MakingRoom.Plan> plan = makingRoom.plan(asker);
    if (plan.isPresent()) {
      grantInRoomMade(waiter, plan.get(), asker, ruling);
      return;
    }
    waiter.because = admission.failed();
    WaitingLine obstacle = admission.metFirst();
    if (obstacle != null) {
      waitingRoom.move(waiter, obstacle);
    }
  }
}
