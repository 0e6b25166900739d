package dev.headroom.engine.reference;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was decided before (rule A5): every decision for 24 hours, unless half of what can be
/// remembered was decided since. A refusal decides nothing.
final class Memory {
  private static final long AGE_MILLIS = Duration.ofHours(24).toMillis();

  private record Decided(Command command, Answer answer) {}

  private final int half;
  private List<Decided> younger = new ArrayList<>();
  private List<Decided> older = new ArrayList<>();
  private long youngerSince;
  private int youngerWeight;

  Memory(int capacity) {
    this.half = capacity / 2;
  }

  /// The answer to a command whose id was used before.
  Optional<Answer> answer(Command command) {
    RequestId id = command.id();
    return Stream.concat(younger.stream(), older.stream())
        .filter(past -> past.command.id().equals(id))
        .findFirst()
        .map(
            past -> past.command.equals(command) ? past.answer : new Refusal.RequestIdConflict(id));
  }

  /// The older half is forgotten when the younger one is full or a day old.
  void remember(Command command, Answer answer, long now) {
    int weight = weight(answer);
    boolean full = youngerWeight > 0 && youngerWeight + weight > half;
    if (full || now - youngerSince >= AGE_MILLIS) {
      older = younger;
      younger = new ArrayList<>();
      youngerSince = now;
      youngerWeight = 0;
    }
    youngerWeight += weight;
    younger.add(new Decided(command, answer));
  }

  /// A batch counts as much as its answers (A6).
  private static int weight(Answer answer) {
    return switch (answer) {
      case Outcome.Batched(var answers) -> answers.size();
      case Outcome.BatchDenied(var failing) -> failing.size();
      case Outcome.Restored(var allocations) -> Math.max(1, allocations.size());
      case Outcome.NotRestored(var lacking) -> lacking.size();
      default -> 1;
    };
  }
}
