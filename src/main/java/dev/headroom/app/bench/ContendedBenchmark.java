package dev.headroom.app.bench;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures decisions in a conflict at one pool: a release that lets the next one in of many who
/// wait, a request that preempts one of many who hold, and one for which one of many is shrunk.
/// What a decision costs must not grow as they do. One thread; the engine's time stands still.
final class ContendedBenchmark {
  private static final int DECISIONS = 4_000;
  private static final int REMEMBERED = 1 << 10;
  private static final int SCOPES = 100;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Engine engine = new Engine(this::hear, REMEMBERED);
  private Optional<AllocationId> shrunk = Optional.empty();
  private long requests;

  private ContendedBenchmark(ConflictStrategy strategy, long capacity) {
    Pool.Terms terms = Pool.Terms.of(capacity).withOnConflict(Optional.of(strategy));
    Pool pool = new Pool(new PoolId("pool"), ScopePath.ROOT, ResourceType.MEMORY, terms);
    say(
        new Command.ApplyChanges(
            id(), List.of(new Change.PutPool(pool, 0)), "bench", "to measure"));
  }

  /// A release and the grant that follows, with that many who wait.
  static ContendedRun nextGrant(int waiters) {
    ContendedBenchmark bench = new ContendedBenchmark(ConflictStrategy.PRIORITY, 1);
    Deque<AllocationId> turns = new ArrayDeque<>();
    while (turns.size() <= waiters) {
      turns.add(bench.ask(Priority.NORMAL, Duration.ofHours(1)));
    }
    long[] nanos = new long[DECISIONS];
    for (int at = -DECISIONS; at < DECISIONS; at++) {
      Command release = new Command.Release(bench.id(), turns.remove());
      long began = System.nanoTime();
      bench.say(release);
      nanos[Math.max(0, at)] = System.nanoTime() - began;
      turns.add(bench.ask(Priority.NORMAL, Duration.ofHours(1)));
    }
    return run("next grant", waiters, nanos);
  }

  /// A request that preempts one of that many who hold.
  static ContendedRun preemption(int holders) {
    ContendedBenchmark bench = new ContendedBenchmark(ConflictStrategy.PREEMPTION, holders);
    for (int made = 0; made < holders; made++) {
      bench.ask(Priority.LOW, Duration.ZERO);
    }
    long[] nanos = new long[DECISIONS];
    for (int at = -DECISIONS; at < DECISIONS; at++) {
      Command allocate = bench.request(Priority.HIGH, Duration.ZERO);
      long began = System.nanoTime();
      Answer answer = bench.say(allocate);
      nanos[Math.max(0, at)] = System.nanoTime() - began;
      bench.say(new Command.Release(bench.id(), nameIn(answer)));
      bench.ask(Priority.LOW, Duration.ZERO);
    }
    return run("preemption", holders, nanos);
  }

  /// A request for which one of that many is shrunk who hold.
  static ContendedRun negotiation(int holders) {
    ContendedBenchmark bench = new ContendedBenchmark(ConflictStrategy.NEGOTIATION, 2L * holders);
    for (int made = 0; made < holders; made++) {
      bench.say(bench.flexible());
    }
    long[] nanos = new long[DECISIONS];
    for (int at = -DECISIONS; at < DECISIONS; at++) {
      Command allocate = bench.request(Priority.NORMAL, Duration.ZERO);
      long began = System.nanoTime();
      Answer answer = bench.say(allocate);
      nanos[Math.max(0, at)] = System.nanoTime() - began;
      bench.say(new Command.Release(bench.id(), nameIn(answer)));
      AllocationId whose = bench.shrunk.orElseThrow();
      bench.say(new Command.Resize(bench.id(), whose, ResourceType.MEMORY, 2));
    }
    return run("negotiation", holders, nanos);
  }

  private void hear(Event event) {
    if (event.body() instanceof Event.Shrunk lost) {
      shrunk = Optional.of(lost.allocation());
    }
  }

  private static ContendedRun run(String what, int size, long[] nanos) {
    Arrays.sort(nanos);
    return new ContendedRun(what, size, nanos[nanos.length / 2], nanos[nanos.length * 99 / 100]);
  }

  private AllocationId ask(Priority priority, Duration maxWait) {
    return nameIn(say(request(priority, maxWait)));
  }

  private Command request(Priority priority, Duration maxWait) {
    ScopePath path = ScopePath.of("/user:u" + requests % SCOPES);
    return new Command.Allocate(
        id(),
        AllocationRequest.of(path, RequestLine.required(ResourceType.MEMORY, 1))
            .withPriority(priority)
            .waiting(maxWait));
  }

  /// For two, and content with one.
  private Command flexible() {
    return new Command.Allocate(
        id(),
        new AllocationRequest(
            ScopePath.of("/user:u" + requests % SCOPES),
            List.of(RequestLine.required(ResourceType.MEMORY, 2).atLeast(1)),
            Priority.NORMAL,
            AllocationRequest.LEASE_DEFAULT,
            Duration.ZERO,
            true,
            false,
            "",
            Map.of()));
  }

  private Answer say(Command command) {
    return engine.apply(NOW, command);
  }

  private RequestId id() {
    requests++;
    return new RequestId("c" + requests);
  }

  private static AllocationId nameIn(Answer answer) {
    return switch (answer) {
      case Outcome.Granted granted -> granted.allocation();
      case Outcome.Queued queued -> queued.allocation();
      default -> throw new IllegalStateException("neither granted nor queued: " + answer);
    };
  }
}
