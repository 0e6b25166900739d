package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Revokes allocations for the sake of a request, and lets those wait again who asked for it (rules
/// Q3, A7).
///
/// Who waits again has a new name, since the allocation that was preempted has ended, but its old
/// arrival; what it waited before counts, for its priority as for its maximum wait, and so nothing
/// is left of a maximum wait of zero. It enters its line only when all is done for whose sake it
/// was revoked, so that nobody comes to stand before the one for whom room was made.
final class Revocation {
  /// Most losses that a conflict remembers of one decision.
  static final int LOSSES_MAX = 16;

  /// For whose sake.
  ///
  /// @param rank its effective priority
  record Asker(AllocationId id, ScopePath path, Priority rank) {}

  private record Returning(Waiter waiter, long requested) {}

  private final EngineState state;
  private final Granting granting;
  private final WaitingRoom waitingRoom;
  private final List<Returning> returning = new ArrayList<>();

  Revocation(EngineState state, Granting granting, WaitingRoom waitingRoom) {
    this.state = state;
    this.granting = granting;
    this.waitingRoom = waitingRoom;
  }

  /// Ends the victims' allocations, in order, and says who lost what for it.
  List<Conflict.Loss> revoke(List<Preemption.Victim> victims, Asker asker) {
    List<Conflict.Loss> losses = new ArrayList<>();
    for (Preemption.Victim victim : victims) {
      if (losses.size() < LOSSES_MAX) {
        losses.add(loss(victim));
      }
      revoke(victim, asker);
    }
    return List.copyOf(losses);
  }

  private Conflict.Loss loss(Preemption.Victim victim) {
    int slot = victim.holder().slot();
    int line = state.allocations.line(slot, victim.at().site.type);
    return new Conflict.Loss(
        state.scopes.path(state.allocations.scope(slot)),
        state.allocations.id(slot),
        state.allocations.reserved(line));
  }

  /// Lets those wait again who were revoked and asked for it.
  void requeue() {
    if (!returning.isEmpty()) {
      List<Returning> entering = List.copyOf(returning);
      returning.clear();
      entering.forEach(this::enter);
    }
  }

  private void revoke(Preemption.Victim victim, Asker asker) {
    int slot = victim.holder().slot();
    int scope = state.allocations.scope(slot);
    ConstraintRef at = waitingRoom.constraint(victim.at());
    AllocationId id = state.allocations.id(slot);
    Optional<AllocationId> again = prepareReturn(victim, slot, scope);
    state.emit(
        new Event.Preempted(
            state.scopes.path(scope),
            id,
            victim.rank(),
            at,
            Optional.of(asker.id()),
            asker.path(),
            asker.rank(),
            again));
    granting.end(slot, EndCause.PREEMPTED);
  }

  private Optional<AllocationId> prepareReturn(Preemption.Victim victim, int slot, int scope) {
    Ticket ticket = state.allocations.notes.ticket(slot);
    AllocationRequest request = state.allocations.request(slot);
    if (ticket == null
        || request == null
        || ticket.waitedMillis() >= request.maxWait().toMillis()) {
      return Optional.empty();
    }
    long since = state.now() - ticket.waitedMillis();
    long until = since + request.maxWait().toMillis();
    long requested =
        state.allocations.requested(state.allocations.line(slot, victim.at().site.type));
    int again = state.allocations.open(scope, request.priority(), true, since, until);
    Waiter waiter = new Waiter(again, request, since, ticket.arrival(), victim.at(), List.of());
    state.allocations.setWaiter(again, waiter);
    state.allocations.setRequest(again, request);
    state.link(again, scope);
    returning.add(new Returning(waiter, requested));
    return Optional.of(state.allocations.id(again));
  }

  private void enter(Returning entering) {
    Waiter waiter = entering.waiter;
    WaitingLine line = waiter.line;
    ConstraintRef at = waitingRoom.constraint(line);
    waiter.because =
        List.of(
            new Denial(
                ResourceType.ALL.get(line.site.type),
                entering.requested,
                waitingRoom.free(line),
                at,
                Denial.Reason.CONTENTION));
    state.deadlines.add(waiter.slot);
    waitingRoom.add(waiter);
    waitingRoom.mark(line);
    AllocationId id = state.allocations.id(waiter.slot);
    state.emit(new Event.Queued(waiter.request.path(), id, at, waiter.because));
    state.conflicts.join(waiter, at);
  }
}
