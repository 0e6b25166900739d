package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All requests of a batch or none (rule A6): first each is decided as if those before it had been
/// granted, reserving nothing; only if all fit are they granted one after the other. Nobody is
/// preempted for a batch (Q3).
final class AtomicBatch {
  private final EngineState state;
  private final AllocationRules allocations;

  AtomicBatch(EngineState state, AllocationRules allocations) {
    this.state = state;
    this.allocations = allocations;
  }

  Answer allocate(Command.AllocateBatch batch) {
    for (Command.Allocate each : batch.requests()) {
      if (state.memory.knows(RequestMemory.hash(each.id()), each.id())) {
        return new Refusal.RequestIdConflict(each.id());
      }
    }
    List<AllocationRequest> requests =
        batch.requests().stream().map(Command.Allocate::request).toList();
    List<Outcome.Failing> failing = new ArrayList<>();
    Optional<Refusal> refusal = attempt(requests, failing);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return failing.isEmpty() ? grant(batch.requests()) : deny(requests, failing);
  }

  /// Tries all, reserving nothing; a request that no rule allows refuses the whole batch.
  private Optional<Refusal> attempt(
      List<AllocationRequest> requests, List<Outcome.Failing> failing) {
    BatchTrial trial = new BatchTrial(state);
    try {
      for (int index = 0; index < requests.size(); index++) {
        AllocationRequest request = requests.get(index);
        int overflowing = trial.overflowing(request);
        if (overflowing >= 0) {
          return Optional.of(
              Refusal.Invalid.at(
                  "/requests/" + index + "/lines/" + overflowing + "/amount",
                  "would overflow a counter (rule S6)"));
        }
        if (!trial.claim(request)) {
          failing.add(new Outcome.Failing(index, trial.failed()));
        }
      }
      return Optional.empty();
    } finally {
      trial.putBack();
    }
  }

  private Outcome grant(List<Command.Allocate> requests) {
    List<Answer> granted = new ArrayList<>(requests.size());
    for (Command.Allocate each : requests) {
      Answer answer = allocations.allocate(each.request());
      if (!(answer instanceof Outcome.Granted || answer instanceof Outcome.Partial)) {
        throw new IllegalStateException("fitted, but now: " + answer);
      }
      state.memory.remember(RequestMemory.hash(each.id()), each, (Outcome) answer, state.now());
      granted.add(answer);
    }
    return new Outcome.Batched(List.copyOf(granted));
  }

  private Outcome deny(List<AllocationRequest> requests, List<Outcome.Failing> failing) {
    for (Outcome.Failing each : failing) {
      state.emit(
          new Event.Denied(requests.get(each.index()).path(), Optional.empty(), each.denials(), 0));
    }
    return new Outcome.BatchDenied(List.copyOf(failing));
  }
}
