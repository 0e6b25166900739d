package dev.headroom.engine.history;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.Explanation;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Asks for exactly the headroom that is explained, which must be granted, and for one more, which
/// must not (rules A2, A9). Asks as a batch of all or none, for whose sake nobody is preempted or
/// shrunk, nothing is borrowed beyond a limit and nothing is split (A6).
final class Edge {
  private final Twins twins;
  private final Instant now;
  private final ScopePath path;
  private final ResourceType type;
  private final String name;

  private Edge(Twins twins, Instant now, ScopePath path, ResourceType type, String name) {
    this.twins = twins;
    this.now = now;
    this.path = path;
    this.type = type;
    this.name = name;
  }

  /// @param name that no other command has
  /// @throws IllegalStateException where more or less is granted than is explained
  static void check(Twins twins, Instant now, ScopePath path, ResourceType type, String name) {
    new Edge(twins, now, path, type, name).check();
  }

  private void check() {
    Explanation before = explain();
    if (before.binding().isEmpty()) {
      return;
    }
    long headroom = before.links().get(before.binding().get()).headroom();
    if (headroom < Amount.MAX) {
      Answer beyond = ask(Math.max(0, headroom) + 1, "beyond");
      expect(beyond instanceof Outcome.BatchDenied || overflows(beyond), before, beyond);
      expect(headroomNow() == headroom, before, headroomNow());
    }
    if (headroom >= 1 && headroom < Amount.MAX) {
      Answer all = ask(headroom, "all");
      expect(all instanceof Outcome.Batched || mayNotPass(all) || overflows(all), before, all);
      if (all instanceof Outcome.Batched(var answers)
          && answers.getFirst() instanceof Outcome.Granted granted) {
        expect(headroomNow() == owed(), before, headroomNow());
        say(id -> new Command.Release(id, granted.allocation()), "back");
      }
    }
  }

  private Explanation explain() {
    return twins.inspector().explain(path, type, now);
  }

  private long headroomNow() {
    Explanation explanation = explain();
    return explanation.links().get(explanation.binding().orElseThrow()).headroom();
  }

  /// What is left where nothing is: 0, but where the binding pool owes what was used beyond (U3)
  /// and can borrow no more, as much below. What is borrowed makes no debt good, which only
  /// replenishment does (P5), and so it was granted in spite of the debt.
  private long owed() {
    Explanation explanation = explain();
    return explanation
        .links()
        .get(explanation.binding().orElseThrow())
        .pool()
        .map(pool -> Math.min(0, pool.available()))
        .orElse(0L);
  }

  private Answer ask(long amount, String which) {
    AllocationRequest request = AllocationRequest.of(path, RequestLine.required(type, amount));
    return say(
        id ->
            new Command.AllocateBatch(
                id, true, List.of(new Command.Allocate(new RequestId(id + "-1"), request))),
        which);
  }

  private Answer say(Function<RequestId, Command> command, String which) {
    return twins.play(now, command.apply(new RequestId(name + "-" + which))).answer();
  }

  /// It would fit, but someone who waits has starved (Q5).
  private boolean mayNotPass(Answer answer) {
    return answer instanceof Outcome.BatchDenied(var failing)
        && twins.inspector().waiterCount() > 0
        && isBehind(failing.getFirst().denials().getFirst());
  }

  private static boolean isBehind(Denial denial) {
    return denial.reason() == Denial.Reason.CONTENTION && denial.headroom() >= denial.requested();
  }

  /// A counter of the root is nearer to its end than the constraint to its own (S6).
  private static boolean overflows(Answer answer) {
    return answer instanceof Refusal.Invalid;
  }

  private static void expect(boolean holds, Explanation explained, Object got) {
    if (!holds) {
      throw new IllegalStateException("explained was " + explained + "\nbut got " + got);
    }
  }
}
