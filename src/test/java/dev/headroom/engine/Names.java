package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a [Story] calls its allocations. One thread.
final class Names {
  private final Map<String, AllocationId> names = new HashMap<>();

  /// What those were called for whom others were restored.
  private final Map<AllocationId, String> former = new HashMap<>();

  /// Gives the allocation that an answer names a name; of a batch called `b`, what its second
  /// request made is called `b2`.
  void learn(String name, Answer answer) {
    switch (answer) {
      case Outcome.Granted granted -> names.put(name, granted.allocation());
      case Outcome.Partial partial -> names.put(name, partial.allocation());
      case Outcome.Queued queued -> names.put(name, queued.allocation());
      case Outcome.Batched(var answers) -> learnAll(name, answers);
      case Outcome.Restored(var allocations) -> allocations.forEach(this::follow);
      default -> {}
    }
  }

  /// Who waits again after preemption keeps its name.
  void follow(Event.Body body) {
    if (body instanceof Event.Preempted was && was.requeuedAs().isPresent()) {
      names.replaceAll((_, id) -> id.equals(was.allocation()) ? was.requeuedAs().get() : id);
    }
  }

  /// Who is restored keeps the name of the one before; the checkpoint may know an earlier one.
  private void follow(Outcome.Restoration one) {
    String name = former.getOrDefault(one.then(), "");
    name = name.isEmpty() ? of(one.then()) : name;
    former.put(one.then(), name);
    if (one.now().isPresent()) {
      former.put(one.now().get(), name);
      names.put(name, one.now().get());
    }
  }

  AllocationId allocation(String name) {
    return Objects.requireNonNull(names.get(name), () -> "nothing is called " + name);
  }

  String of(AllocationId id) {
    return names.entrySet().stream()
        .filter(name -> name.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void learnAll(String batch, List<Answer> answers) {
    for (int at = 0; at < answers.size(); at++) {
      learn(batch + (at + 1), answers.get(at));
    }
  }
}
