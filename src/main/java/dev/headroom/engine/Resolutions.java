package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.Resolution;
import java.util.Objects;

/// What an administrator decides about those who wait (rule Q7).
final class Resolutions {
  private final EngineState state;
  private final Admission admission;
  private final Queueing queueing;
  private final GivingUp givingUp;
  private final WaitingRoom waitingRoom;

  Resolutions(
      EngineState state,
      Admission admission,
      Queueing queueing,
      GivingUp givingUp,
      WaitingRoom waitingRoom) {
    this.state = state;
    this.admission = admission;
    this.queueing = queueing;
    this.givingUp = givingUp;
    this.waitingRoom = waitingRoom;
  }

  /// Refused where the request waits no more, or waits in another conflict than the administrator
  /// saw it in.
  Answer resolve(Command.ResolveConflict command) {
    int slot = state.allocations.find(command.allocation());
    Waiter waiter = slot == AllocationSlab.NONE ? null : state.allocations.waiter(slot);
    if (waiter == null) {
      return new Refusal.NotWaiting(command.allocation());
    }
    ConflictId current = Objects.requireNonNull(waiter.line.conflict).id;
    if (!current.equals(command.conflict())) {
      return new Refusal.StaleVersion(
          "the conflict of allocation " + command.allocation(),
          command.conflict().value(),
          current.value());
    }
    int overflowing =
        command.resolution() instanceof Resolution.Grant
            ? admission.overflowing(waiter.request)
            : -1;
    if (overflowing >= 0) {
      return Refusal.Invalid.at("/action", "would overflow a counter (rule S6)");
    }
    tell(command, waiter);
    carryOut(command, waiter);
    return new Outcome.Resolved(
        current, state.allocations.waiter(slot) != null && is(slot, command.allocation()));
  }

  private boolean is(int slot, AllocationId id) {
    return state.allocations.isOpen(slot) && state.allocations.id(slot).equals(id);
  }

  private void tell(Command.ResolveConflict command, Waiter waiter) {
    state.emit(
        new Event.ConflictResolved(
            waiter.request.path(),
            command.conflict(),
            command.allocation(),
            command.resolution(),
            command.author(),
            command.reason()));
  }

  private void carryOut(Command.ResolveConflict command, Waiter waiter) {
    Conflict.Ruling ruling = new Conflict.Ruling(command.author(), command.reason());
    switch (command.resolution()) {
      case Resolution.Grant _ -> queueing.override(waiter, ruling);
      case Resolution.Deny _ -> givingUp.refuse(waiter, ruling);
      case Resolution.Reprioritise(var priority) -> reprioritise(waiter, priority);
      case Resolution.Apply(var strategy) -> queueing.decideOnce(waiter, strategy, ruling);
    }
  }

  private void reprioritise(Waiter waiter, Priority priority) {
    AllocationRequest request = waiter.request.withPriority(priority);
    Waiter changed =
        new Waiter(waiter.slot, request, waiter.since, waiter.arrival, waiter.line, waiter.because);
    waitingRoom.replace(waiter, changed);
    state.allocations.setWaiter(waiter.slot, changed);
    state.allocations.setRequest(waiter.slot, request);
    state.allocations.setPriority(waiter.slot, priority);
    waitingRoom.mark(waiter.line);
  }
}
