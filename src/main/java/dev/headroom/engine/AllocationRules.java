package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
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
  private final Granting granting;
  private final GivingUp givingUp;
  private final Queueing queueing;
  private final Resolutions resolutions;

  AllocationRules(EngineState state, Ledger ledger, WaitingRoom waitingRoom) {
    this.state = state;
    this.chain = new Chain(state);
    this.admission = new Admission(state, chain);
    this.ledger = ledger;
    this.granting = new Granting(state, chain, admission, ledger);
    this.givingUp = new GivingUp(state, chain, admission, granting, waitingRoom);
    this.queueing =
        new Queueing(
            state,
            chain,
            admission,
            granting,
            waitingRoom,
            new MakingRoom(state, chain, admission, granting, waitingRoom, ledger),
            givingUp);
    this.resolutions = new Resolutions(state, admission, queueing, givingUp, waitingRoom);
  }

  /// Carries out what an administrator decides about one that waits (Q7).
  Answer resolve(Command.ResolveConflict command) {
    return resolutions.resolve(command);
  }

  Answer allocate(AllocationRequest request) {
    int overflowing = admission.overflowing(request);
    if (overflowing >= 0) {
      return Refusal.Invalid.at(
          "/lines/" + overflowing + "/amount", "would overflow a counter (rule S6)");
    }
    int scope = state.scopes.find(request.path());
    chain.follow(
        scope != ScopeTable.NONE ? scope : state.scopes.findNearest(request.path()),
        request.path());
    if (admission.decide(request, Long.MAX_VALUE)) {
      return granting.grantNew(request, scope);
    }
    WaitingLine line = admission.obstacle();
    return line == null
        ? deny(request)
        : queueing
            .makeRoomFor(request, scope)
            .or(() -> queueing.shareWith(request, scope))
            .orElseGet(() -> waitOrDeny(request, line));
  }

  private Outcome.Allocated waitOrDeny(AllocationRequest request, WaitingLine line) {
    return request.maxWait().isZero()
        ? queueing.denyAtOnce(request, line)
        : queueing.queue(request, line);
  }

  Answer release(AllocationId id) {
    int slot = state.allocations.find(id);
    if (slot == AllocationSlab.NONE) {
      return new Refusal.UnknownAllocation(id);
    }
    Waiter waiter = state.allocations.waiter(slot);
    if (waiter != null) {
      givingUp.cancel(waiter);
      return new Outcome.Released(List.of());
    }
    return new Outcome.Released(granting.end(slot, EndCause.RELEASED));
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
    granting.end(slot, EndCause.EXPIRED);
  }

  /// Ends a wait that has lasted as long as it may (Q4).
  void timeOut(int slot) {
    givingUp.deny(waiterOf(slot), Denial.Reason.WAIT_TIMEOUT);
  }

  /// Ends an allocation or a wait because its scope closes (S3).
  void endWithScope(int slot) {
    Waiter waiter = state.allocations.waiter(slot);
    if (waiter != null) {
      givingUp.deny(waiter, Denial.Reason.SCOPE_CLOSED);
    } else {
      granting.end(slot, EndCause.SCOPE_CLOSED);
    }
  }

  /// Considers those who wait at constraints that may have gained headroom, until nothing moves.
  void reconsiderWaiters() {
    queueing.reconsiderWaiters();
  }

  /// The line of an allocation for a type, or [AllocationSlab#NONE].
  int line(int slot, int type) {
    return state.allocations.line(slot, type);
  }

  /// The pool that an allocation's line draws from; none where it was removed meanwhile.
  @Nullable PoolState poolOf(int line) {
    return granting.poolOf(line);
  }

  private Outcome.Allocated deny(AllocationRequest request) {
    List<Denial> denials = admission.failed();
    state.emit(new Event.Denied(request.path(), Optional.empty(), denials, 0));
    return new Outcome.Denied(denials);
  }

  private Answer grow(int slot, int line, ResourceType type, long difference) {
    chain.follow(state.allocations.scope(slot), path(slot));
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
    if (!admission.decide(asked, Long.MAX_VALUE) && !queueing.makeRoomToGrow(slot, asked)) {
      return new Outcome.NotResized(admission.failed().getFirst());
    }
    List<GrantedLine.Flag> flags = admission.granted(0).flags();
    ledger
        .follow(state.allocations.scope(slot))
        .reserve(slot, type.ordinal(), difference, 0, serving);
    Answer answer = resized(slot, line, type, difference, flags);
    queueing.grown();
    return answer;
  }

  private Answer shrink(int slot, int line, ResourceType type, long difference) {
    if (difference > 0) {
      ledger
          .follow(state.allocations.scope(slot))
          .giveBack(slot, type.ordinal(), difference, 0, poolOf(line));
    }
    return resized(slot, line, type, -difference, List.of());
  }

  private Answer resized(
      int slot, int line, ResourceType type, long difference, List<GrantedLine.Flag> flags) {
    state.allocations.setReserved(line, state.allocations.reserved(line) + difference);
    state.holders.changed(slot);
    state.emit(new Event.Resized(path(slot), state.allocations.id(slot), type, difference));
    return new Outcome.ResizedTo(state.allocations.reserved(line), flags);
  }

  private Waiter waiterOf(int slot) {
    return Objects.requireNonNull(state.allocations.waiter(slot));
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
