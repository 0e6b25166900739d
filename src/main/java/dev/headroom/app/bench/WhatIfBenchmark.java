package dev.headroom.app.bench;

import dev.headroom.engine.Inspector;
import dev.headroom.engine.Rehearsal;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.WhatIf;
import dev.headroom.node.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// Measures how long it takes to find out what a change set would do that concerns everyone: every
/// user gets too few tokens, so that all of them stand over, and the root's memory, for which many
/// wait, is given free.
final class WhatIfBenchmark {
  private static final int ROUNDS = 15;
  private static final int WAITERS_MAX = 1_000;
  private static final long EACH = 10;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Node node = Node.onSystemClock();
  private final SplittableRandom random = new SplittableRandom(42);
  private final BenchTree tree;
  private long requests;

  private WhatIfBenchmark(int scopes) {
    this.tree = BenchTree.build(scopes, node);
  }

  /// Builds a tree of about `scopes` scopes and tries one change set on copies of it.
  static WhatIfRun run(int scopes) {
    WhatIfBenchmark bench = new WhatIfBenchmark(scopes);
    int waiting = Math.min(WAITERS_MAX, scopes);
    bench.fill(waiting);
    return bench.measure(waiting);
  }

  private void fill(int waiting) {
    for (int made = 0; made < tree.scopes(); made++) {
      ask(ResourceType.TOKENS, Duration.ZERO);
    }
    Change scarce = limits(ScopePath.ROOT, Map.of(ResourceType.MEMORY, EACH));
    say(new Command.ApplyChanges(id(), List.of(scarce), "bench", "to measure"));
    for (int made = 0; made <= waiting; made++) {
      ask(ResourceType.MEMORY, Duration.ofHours(1));
    }
  }

  private WhatIfRun measure(int waiting) {
    List<Change> changes = new ArrayList<>();
    tree.users().forEach(user -> changes.add(limits(user, Map.of(ResourceType.TOKENS, 1L))));
    changes.add(limits(ScopePath.ROOT, Map.of()));
    double[] millis = new double[ROUNDS];
    Looks looks = new Looks();
    WhatIf report = once(changes, looks);
    looks.forget();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      report = once(changes, looks);
      millis[round] = (System.nanoTime() - began) / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    if (report.admitted().total() != waiting) {
      throw new IllegalStateException(report.admitted().total() + " admitted, not " + waiting);
    }
    return new WhatIfRun(
        tree.scopes(),
        waiting,
        millis[ROUNDS / 2],
        millis[ROUNDS - 1],
        looks.copyNanos / NANOS_PER_MILLI,
        looks.apartNanos / NANOS_PER_MILLI,
        report.levels().total(),
        report.over().total());
  }

  private WhatIf once(List<Change> changes, Looks looks) {
    looks.begin();
    return node.whatIf(changes, looks).map(Rehearsal::report).orElseThrow();
  }

  /// Notes how far apart a rehearsal asks whether it is cancelled. Between the first time and the
  /// second it copies the engine.
  private static final class Looks implements BooleanSupplier {
    private int looks;
    private long last;
    private long copyNanos;
    private long apartNanos;

    private void begin() {
      looks = 0;
    }

    private void forget() {
      copyNanos = 0;
      apartNanos = 0;
    }

    @Override
    public boolean getAsBoolean() {
      long now = System.nanoTime();
      if (looks > 0) {
        apartNanos = Math.max(apartNanos, now - last);
      }
      if (looks == 1) {
        copyNanos = Math.max(copyNanos, now - last);
      }
      looks++;
      last = now;
      return false;
    }
  }

  private Change limits(ScopePath path, Map<ResourceType, Long> narrow) {
    ScopeStatus status =
        node.inspect((Inspector look, Instant now) -> look.scope(path, now)).orElseThrow();
    return new Change.PutLimits(path, BenchTree.limits(path, narrow), status.version());
  }

  private void ask(ResourceType type, Duration maxWait) {
    say(
        new Command.Allocate(
            id(),
            AllocationRequest.of(tree.leaf(random), RequestLine.required(type, EACH))
                .waiting(maxWait)));
  }

  private void say(Command command) {
    if (!(node.submit(command) instanceof Outcome)) {
      throw new IllegalStateException("refused: " + command);
    }
  }

  private RequestId id() {
    requests++;
    return new RequestId("w" + requests);
  }
}
