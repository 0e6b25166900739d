package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reserves what is missing of what a checkpoint kept. Like an atomic batch, all is tried first,
/// and only then reserved; preempts nobody (rule A6).
final class Restoring {
  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final Granting granting;

  Restoring(EngineState state, Ledger ledger) {
    this.state = state;
    this.chain = new Chain(state);
    this.admission = new Admission(state, chain);
    this.granting = new Granting(state, chain, admission, ledger);
  }

  /// What is missing of one allocation.
  ///
  /// @param then as it was
  /// @param now who stands for it
  /// @param slot of that one; [AllocationSlab#NONE] where it has ended
  /// @param request for what is missing; empty where nothing is
  private record Missing(
      Checkpoint.Kept then, AllocationId now, int slot, Optional<AllocationRequest> request) {
    boolean lives() {
      return slot != AllocationSlab.NONE;
    }
  }

  Answer restore(Command.RestoreCheckpoint command) {
    Checkpoint checkpoint = state.checkpoints.find(command.checkpoint());
    if (checkpoint == null) {
      return new Refusal.UnknownCheckpoint(command.checkpoint());
    }
    List<Missing> all = new ArrayList<>(checkpoint.allocations().size());
    for (int index = 0; index < checkpoint.allocations().size(); index++) {
      all.add(missing(checkpoint, index, command));
    }
    List<Outcome.Lacking> lacking = new ArrayList<>();
    Optional<Refusal> refusal = refusalToGrow(all).or(() -> attempt(all, lacking));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return command.partial() || lacking.isEmpty()
        ? reserve(checkpoint, all, command.partial())
        : deny(all, lacking);
  }

  private Missing missing(Checkpoint checkpoint, int index, Command.RestoreCheckpoint command) {
    Checkpoint.Kept then = checkpoint.allocations().get(index);
    AllocationId now = state.checkpoints.now(checkpoint.id(), index);
    int slot = state.allocations.find(now);
    List<RequestLine> lines = new ArrayList<>();
    for (AllocationStatus.Line line : then.lines()) {
      long missing = line.reserved() - reserved(slot, line.type().ordinal());
      if (missing > 0) {
        lines.add(
            command.partial()
                ? RequestLine.optional(line.type(), missing).atLeast(1)
                : RequestLine.required(line.type(), missing));
      }
    }
    return new Missing(
        then,
        now,
        slot,
        lines.isEmpty() ? Optional.empty() : Optional.of(request(then, lines, command.lease())));
  }

  private static AllocationRequest request(
      Checkpoint.Kept then, List<RequestLine> lines, Duration lease) {
    return new AllocationRequest(
        then.path(),
        lines,
        then.priority(),
        lease,
        Duration.ZERO,
        then.negotiable(),
        then.requeue(),
        then.purpose(),
        then.labels());
  }

  private long reserved(int slot, int type) {
    int line = slot == AllocationSlab.NONE ? slot : state.allocations.line(slot, type);
    return line == AllocationSlab.NONE ? 0 : state.allocations.reserved(line);
  }

  /// A line draws from one pool as long as it lives: it cannot grow out of another (A7).
  private Optional<Refusal> refusalToGrow(List<Missing> all) {
    for (Missing each : all) {
      if (each.lives() && each.request.isPresent()) {
        follow(each.then, state.allocations.scope(each.slot));
        for (RequestLine line : each.request.get().lines()) {
          if (drawsElsewhere(each.slot, line.type())) {
            return Optional.of(
                Refusal.Invalid.at(
                    "/checkpoint",
                    String.format(
                        java.util.Locale.ROOT,
                        "%s draws %s from another pool than its scope does now; release it first",
                        each.now,
                        line.type())));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean drawsElsewhere(int slot, ResourceType type) {
    int line = state.allocations.line(slot, type.ordinal());
    return line != AllocationSlab.NONE && granting.poolOf(line) != chain.pool(type.ordinal());
  }

  /// Tries all, reserving nothing.
  ///
  /// @param lacking takes those for which there is not enough
  private Optional<Refusal> attempt(List<Missing> all, List<Outcome.Lacking> lacking) {
    BatchTrial trial = new BatchTrial(state);
    try {
      for (Missing each : all) {
        if (each.request.isPresent()) {
          if (trial.overflowing(each.request.get()) >= 0) {
            return Optional.of(
                Refusal.Invalid.at("/checkpoint", "would overflow a counter (rule S6)"));
          }
          if (!trial.claim(each.request.get())) {
            lacking.add(new Outcome.Lacking(each.then.allocation(), trial.failed()));
          }
        }
      }
      return Optional.empty();
    } finally {
      trial.putBack();
    }
  }

  private Outcome deny(List<Missing> all, List<Outcome.Lacking> lacking) {
    int at = 0;
    for (Missing each : all) {
      if (at < lacking.size() && lacking.get(at).then().equals(each.then.allocation())) {
        List<dev.headroom.model.Denial> denials = lacking.get(at++).denials();
        state.emit(new Event.Denied(each.then.path(), Optional.empty(), denials, 0));
      }
    }
    return new Outcome.NotRestored(List.copyOf(lacking));
  }

  private Outcome reserve(Checkpoint checkpoint, List<Missing> all, boolean partial) {
    List<Outcome.Restoration> restored = new ArrayList<>(all.size());
    int reserved = 0;
    int lacking = 0;
    for (int index = 0; index < all.size(); index++) {
      Outcome.Restoration one = restore(checkpoint, index, all.get(index));
      if (!partial && !one.shortfalls().isEmpty()) {
        throw new IllegalStateException("fitted, but now: " + one);
      }
      restored.add(one);
      reserved += one.reserved().isEmpty() ? 0 : 1;
      lacking += one.shortfalls().isEmpty() ? 0 : 1;
    }
    state.emit(new Event.CheckpointRestored(checkpoint.path(), checkpoint.id(), reserved, lacking));
    return new Outcome.Restored(List.copyOf(restored));
  }

  private Outcome.Restoration restore(Checkpoint checkpoint, int index, Missing each) {
    AllocationId then = each.then.allocation();
    Optional<AllocationId> now = each.lives() ? Optional.of(each.now) : Optional.empty();
    if (each.request.isEmpty()) {
      return new Outcome.Restoration(then, now, List.of(), List.of());
    }
    AllocationRequest request = each.request.get();
    int scope =
        each.lives() ? state.allocations.scope(each.slot) : state.scopes.find(each.then.path());
    follow(each.then, scope);
    if (!admission.decide(request, Long.MAX_VALUE)) {
      return new Outcome.Restoration(then, now, List.of(), admission.failed());
    }
    if (each.lives()) {
      return new Outcome.Restoration(then, now, granting.grow(each.slot), admission.shortfalls());
    }
    int slot = granting.open(request, scope);
    granting.settle(slot, request, 0);
    if (each.then.negotiable()) {
      state.allocations.notes.setMinimums(slot, Minimums.ofRestored(each.then));
      state.holders.changed(slot);
    }
    AllocationId id = state.allocations.id(slot);
    state.checkpoints.succeed(checkpoint.id(), index, id);
    return new Outcome.Restoration(
        then, Optional.of(id), admission.grantedLines(), admission.shortfalls());
  }

  /// Turns to the chain of an allocation.
  ///
  /// @param scope where it is, or [ScopeTable#NONE] if that is to be made
  private void follow(Checkpoint.Kept then, int scope) {
    chain.follow(
        scope != ScopeTable.NONE ? scope : state.scopes.findNearest(then.path()), then.path());
  }
}
