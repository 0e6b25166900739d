package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Conflict;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How requests stop waiting without having been granted (rules Q4, Q6, Q7).
final class GivingUp {
  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final Granting granting;
  private final WaitingRoom waitingRoom;
  private final Deadlocks deadlocks;

  /// @param admission decides, at `chain`
  GivingUp(
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
    this.deadlocks = new Deadlocks(state, waitingRoom);
  }

  /// Ends a wait because the caller wants it no more.
  void cancel(Waiter waiter) {
    AllocationId id = state.allocations.id(waiter.slot);
    waitingRoom.remove(waiter);
    state.emit(new Event.Ended(waiter.request.path(), id, EndCause.RELEASED, List.of()));
    state.conflicts.decide(waiter, waiter.line, Finding.of(Conflict.Verdict.CANCELLED, List.of()));
    close(waiter);
  }

  /// Ends a wait with a denial.
  void deny(Waiter waiter, Denial.Reason reason) {
    deny(waiter, reason, because -> Finding.of(verdict(reason), because));
  }

  /// Denies a request because an administrator says so (Q7).
  void refuse(Waiter waiter, Conflict.Ruling ruling) {
    deny(
        waiter,
        Denial.Reason.CONTENTION,
        because -> Finding.of(Conflict.Verdict.DENIED, because, ruling));
  }

  /// Breaks the deadlocks that a wait closes, one after the other (Q6).
  void breakDeadlocks(WaitingScopes.Doubt doubt) {
    breakDeadlocks(doubt, null);
  }

  /// The same for a wait that has just begun.
  ///
  /// @return why that one was denied; empty where it was not
  List<Denial> breakDeadlocks(WaitingScopes.Doubt doubt, @Nullable Waiter begun) {
    List<Denial> why = List.of();
    List<Deadlocks.Link> cycle = deadlocks.closedBy(doubt);
    while (!cycle.isEmpty()) {
      Waiter denied = deadlocks.denied(cycle);
      List<Conflict.Wait> told = deadlocks.told(cycle);
      state.emit(
          new Event.DeadlockFound(
              denied.request.path(),
              Objects.requireNonNull(denied.line.conflict).id,
              told,
              state.allocations.id(denied.slot)));
      List<Denial> denials =
          deny(denied, Denial.Reason.CONTENTION, because -> Finding.ofDeadlock(because, told));
      why = denied == begun ? denials : why;
      cycle = deadlocks.closedBy(doubt);
    }
    return why;
  }

  private List<Denial> deny(
      Waiter waiter, Denial.Reason reason, Function<List<Denial>, Finding> finding) {
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
    state.conflicts.decide(waiter, waiter.line, finding.apply(denials));
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
