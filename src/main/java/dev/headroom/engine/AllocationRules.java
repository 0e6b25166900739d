package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How allocations begin, change and end (rules A1–A4, A7, A8).
final class AllocationRules {
  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final Ledger ledger;
  private final WaitingRoom waitingRoom;

  AllocationRules(EngineState state, Ledger ledger, WaitingRoom waitingRoom) {
    this.state = state;
    this.chain = new Chain(state);
    this.admission = new Admission(state, chain);
    this.ledger = ledger;
    this.waitingRoom = waitingRoom;
  }

  Answer allocate(AllocationRequest request) {
    if (request.negotiable()) {
      return new Refusal.Unsupported("a negotiable request", "Q3");
    }
    if (request.requeue()) {
      return new Refusal.Unsupported("requeueing after preemption", "Q3");
    }
    int overflowing = admission.overflowing(request);
    if (overflowing >= 0) {
      return Refusal.Invalid.at(
          "/lines/" + overflowing + "/amount", "would overflow a counter (rule S6)");
    }
    int scope = state.scopes.find(request.path());
    chain.follow(scope != ScopeTable.NONE ? scope : state.scopes.findNearest(request.path()));
    if (admission.decide(request, Long.MAX_VALUE)) {
      return grantNew(request, scope);
    }
    WaitingLine line = admission.obstacle();
    return line == null || request.maxWait().isZero() ? deny(request) : queue(request, line);
  }

  Answer release(AllocationId id) {
    int slot = state.allocations.find(id);
    if (slot == AllocationSlab.NONE) {
      return new Refusal.UnknownAllocation(id);
    }
    Waiter waiter = state.allocations.waiter(slot);
    if (waiter != null) {
      cancel(waiter, Event.EndCause.RELEASED);
      return new Outcome.Released(List.of());
    }
    return new Outcome.Released(end(slot, Event.EndCause.RELEASED));
  }

  Answer renew(Command.Renew renew) {
    int slot = state.allocations.find(renew.allocation());
    if (slot == AllocationSlab.NONE) {
      return new Refusal.UnknownAllocation(renew.allocation());
    }
    if (state.allocations.isWaiting(slot)) {
      return new Refusal.StillWaiting(renew.allocation());
    }
    state.deadlines.remove(slot);
    state.allocations.setDeadline(slot, state.now() + renew.lease().toMillis());
    state.deadlines.add(slot);
    Instant expiresAt = Instant.ofEpochMilli(state.allocations.deadline(slot));
    state.emit(new Event.Renewed(path(slot), renew.allocation(), expiresAt));
    return new Outcome.Renewed(expiresAt);
  }

  Answer resize(Command.Resize resize) {
    int slot = state.allocations.find(resize.allocation());
    if (slot == AllocationSlab.NONE) {
      return new Refusal.UnknownAllocation(resize.allocation());
    }
    if (state.allocations.isWaiting(slot)) {
      return new Refusal.StillWaiting(resize.allocation());
    }
    int line = line(slot, resize.type().ordinal());
    if (line == AllocationSlab.NONE) {
      return new Refusal.NoSuchLine(resize.allocation(), resize.type());
    }
    long reserved = state.allocations.reserved(line);
    long consumed = state.allocations.consumed(line);
    if (resize.amount() < consumed) {
      return Refusal.Invalid.at("/amount", "is below what is consumed, " + consumed + " (rule A7)");
    }
    long target = resize.type().isHeld() ? resize.amount() : resize.amount() - consumed;
    return target > reserved
        ? grow(slot, line, resize.type(), target - reserved)
        : shrink(slot, line, resize.type(), reserved - target);
  }

  /// Ends an allocation whose lease is over (A8).
  void expire(int slot) {
    end(slot, Event.EndCause.EXPIRED);
  }

  /// Ends a wait that has lasted as long as it may (Q4).
  void timeOut(int slot) {
    giveUp(waiterOf(slot), Denial.Reason.WAIT_TIMEOUT);
  }

  /// Ends an allocation or a wait because its scope closes (S3).
  void endWithScope(int slot) {
    Waiter waiter = state.allocations.waiter(slot);
    if (waiter != null) {
      giveUp(waiter, Denial.Reason.SCOPE_CLOSED);
    } else {
      end(slot, Event.EndCause.SCOPE_CLOSED);
    }
  }

  /// Considers those who wait at constraints that may have gained headroom, until nothing moves.
  void reconsiderWaiters() {
    while (waitingRoom.hasMarked()) {
      waitingRoom.next().ifPresent(this::reconsider);
    }
  }

  /// The line of an allocation for a type, or [AllocationSlab#NONE].
  int line(int slot, int type) {
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE && state.allocations.type(line) != type) {
      line = state.allocations.nextLine(line);
    }
    return line;
  }

  /// The pool that an allocation's line draws from; none where it was removed meanwhile.
  @Nullable PoolState poolOf(int line) {
    return state.pools.existing(state.allocations.pool(line));
  }

  private void reconsider(WaitingLine line) {
    ConflictStrategy strategy = waitingRoom.strategy(line);
    long[] considered = new long[Priority.values().length];
    while (true) {
      Waiter waiter =
          line.next(strategy, waitingRoom.free(line), considered, state.now(), state.settings());
      if (waiter == null || waiter.arrival > line.guardedArrival(state.now(), state.settings())) {
        break;
      }
      considered[waiter.request.priority().ordinal()] = waiter.arrival;
      consider(waiter);
    }
    waitingRoom.lookAgain(line);
  }

  private void consider(Waiter waiter) {
    if (admission.overflowing(waiter.request) >= 0) {
      return; // Counters have grown since it began to wait (S6).
    }
    chain.follow(state.allocations.scope(waiter.slot));
    if (admission.decide(waiter.request, waiter.arrival)) {
      grantWaiting(waiter);
      return;
    }
    waiter.because = admission.failed();
    WaitingLine obstacle = admission.metFirst();
    if (obstacle != null) {
      waitingRoom.move(waiter, obstacle);
    }
  }

  private Answer grantNew(AllocationRequest request, int known) {
    int scope = known != ScopeTable.NONE ? known : state.scopes.findOrCreate(request.path());
    long expires = state.now() + request.lease().toMillis();
    int slot = state.allocations.open(scope, request.priority(), false, state.now(), expires);
    if (!request.purpose().isEmpty() || !request.labels().isEmpty()) {
      state.allocations.setRequest(slot, request);
    }
    link(slot, scope);
    return settleGrant(slot, request, 0);
  }

  private void grantWaiting(Waiter waiter) {
    waitingRoom.remove(waiter);
    state.deadlines.remove(waiter.slot);
    long expires = state.now() + waiter.request.lease().toMillis();
    long waited = state.now() - waiter.since;
    state.allocations.grant(waiter.slot, state.now(), expires);
    settleGrant(waiter.slot, waiter.request, waited);
  }

  private Outcome.Allocated settleGrant(int slot, AllocationRequest request, long waited) {
    int scope = state.allocations.scope(slot);
    AllocationId id = state.allocations.id(slot);
    Instant expiresAt = Instant.ofEpochMilli(state.allocations.deadline(slot));
    List<GrantedLine> lines = admission.grantedLines();
    List<Denial> shortfalls = admission.shortfalls();
    state.deadlines.add(slot);
    state.emit(new Event.Granted(request.path(), id, lines, expiresAt, waited));
    ledger.follow(scope);
    for (int at = 0; at < lines.size(); at++) {
      GrantedLine line = lines.get(at);
      int type = line.type().ordinal();
      PoolState pool = chain.pool(type);
      state.allocations.addLine(
          slot,
          type,
          line.requested(),
          line.granted(),
          state.pools.indexOrNone(pool));
      ledger.reserve(type, line.granted(), at == 0 ? 1 : 0, pool);
    }
    return shortfalls.isEmpty()
        ? new Outcome.Granted(id, expiresAt, lines)
        : new Outcome.Partial(id, expiresAt, lines, shortfalls);
  }

  private Answer deny(AllocationRequest request) {
    List<Denial> denials = admission.failed();
    state.emit(new Event.Denied(request.path(), Optional.empty(), denials, 0));
    return new Outcome.Denied(denials);
  }

  private Answer queue(AllocationRequest request, WaitingLine line) {
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
    link(slot, scope);
    state.deadlines.add(slot);
    waitingRoom.add(waiter);
    AllocationId id = state.allocations.id(slot);
    var at = waitingRoom.constraint(line);
    state.emit(new Event.Queued(request.path(), id, at, because));
    return new Outcome.Queued(id, at, position, Instant.ofEpochMilli(until));
  }

  private void cancel(Waiter waiter, Event.EndCause cause) {
    AllocationId id = state.allocations.id(waiter.slot);
    closeWaiting(waiter);
    state.emit(new Event.Ended(waiter.request.path(), id, cause, List.of()));
  }

  private void giveUp(Waiter waiter, Denial.Reason reason) {
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

  /// What keeps a waiter from being granted at this moment, else what did when it was considered.
  private List<Denial> failing(Waiter waiter) {
    chain.follow(state.allocations.scope(waiter.slot));
    return admission.decide(waiter.request, waiter.arrival) ? waiter.because : admission.failed();
  }

  private void closeWaiting(Waiter waiter) {
    waitingRoom.remove(waiter);
    state.deadlines.remove(waiter.slot);
    unlink(waiter.slot);
    state.allocations.close(waiter.slot);
  }

  private List<GrantedLine> end(int slot, Event.EndCause cause) {
    List<GrantedLine> returned = reservedLines(slot);
    state.deadlines.remove(slot);
    AllocationId id = state.allocations.id(slot);
    state.emit(new Event.Ended(path(slot), id, cause, returned));
    state.ended.add(id, path(slot), state.now());
    ledger.follow(state.allocations.scope(slot));
    int first = state.allocations.firstLine(slot);
    for (int line = first; line != AllocationSlab.NONE; line = state.allocations.nextLine(line)) {
      int type = state.allocations.type(line);
      if (Row.isHeld(type) && state.allocations.consumed(line) > 0) {
        ledger.sample(type, -state.allocations.consumed(line));
      }
      if (line == first || state.allocations.reserved(line) > 0) {
        ledger.giveBack(
            type, state.allocations.reserved(line), line == first ? 1 : 0, poolOf(line));
      }
      state.ended.addLine(
          type,
          state.allocations.consumed(line),
          state.allocations.pool(line),
          state.allocations.exhausted(line));
    }
    unlink(slot);
    state.allocations.close(slot);
    return returned;
  }

  private List<GrantedLine> reservedLines(int slot) {
    List<GrantedLine> lines = new ArrayList<>(4);
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      if (state.allocations.reserved(line) > 0) {
        lines.add(
            new GrantedLine(
                ResourceType.ALL.get(state.allocations.type(line)),
                state.allocations.requested(line),
                state.allocations.reserved(line)));
      }
      line = state.allocations.nextLine(line);
    }
    return List.copyOf(lines);
  }

  private Answer grow(int slot, int line, ResourceType type, long difference) {
    chain.follow(state.allocations.scope(slot));
    AllocationRequest asked =
        AllocationRequest.of(path(slot), RequestLine.required(type, difference));
    if (admission.overflowing(asked) >= 0) {
      return Refusal.Invalid.at("/amount", "would overflow a counter (rule S6)");
    }
    PoolState serving = chain.pool(type.ordinal());
    if (serving != poolOf(line)) {
      return Refusal.Invalid.at(
          "/type", "this line draws from another pool than the scope does now; allocate anew");
    }
    if (!admission.decide(asked, Long.MAX_VALUE)) {
      return new Outcome.NotResized(admission.failed().getFirst());
    }
    ledger.follow(state.allocations.scope(slot)).reserve(type.ordinal(), difference, 0, serving);
    return resized(slot, line, type, difference);
  }

  private Answer shrink(int slot, int line, ResourceType type, long difference) {
    if (difference > 0) {
      ledger
          .follow(state.allocations.scope(slot))
          .giveBack(type.ordinal(), difference, 0, poolOf(line));
    }
    return resized(slot, line, type, -difference);
  }

  private Answer resized(int slot, int line, ResourceType type, long difference) {
    state.allocations.setReserved(line, state.allocations.reserved(line) + difference);
    state.emit(new Event.Resized(path(slot), state.allocations.id(slot), type, difference));
    return new Outcome.ResizedTo(state.allocations.reserved(line));
  }

  private void link(int slot, int scope) {
    int first = state.scopes.firstAllocation(scope);
    state.allocations.setSiblings(slot, AllocationSlab.NONE, first);
    if (first != AllocationSlab.NONE) {
      state.allocations.setSiblings(first, slot, state.allocations.next(first));
    }
    state.scopes.setFirstAllocation(scope, slot);
  }

  private void unlink(int slot) {
    int previous = state.allocations.previous(slot);
    int next = state.allocations.next(slot);
    if (previous == AllocationSlab.NONE) {
      state.scopes.setFirstAllocation(state.allocations.scope(slot), next);
    } else {
      state.allocations.setSiblings(previous, state.allocations.previous(previous), next);
    }
    if (next != AllocationSlab.NONE) {
      state.allocations.setSiblings(next, previous, state.allocations.next(next));
    }
  }

  private Waiter waiterOf(int slot) {
    return Objects.requireNonNull(state.allocations.waiter(slot));
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
