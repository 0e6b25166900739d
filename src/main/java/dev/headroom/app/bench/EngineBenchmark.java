package dev.headroom.app.bench;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.node.Node;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/// One cycle is allocate + track + release at a uniformly random leaf of a tree six scopes deep,
/// one to three types, through a node. Every scope has a limit for each of the eight types, and
/// 100,000 allocations are live: each cycle releases the oldest of them.
public final class EngineBenchmark {
  /// How many allocations are live while it measures.
  public static final int LIVE_ALLOCATIONS = 100_000;

  private static final int REQUESTS_PER_CYCLE = 3;
  private static final int WARM_UP_PARTS = 3;
  private static final int TYPES_MAX = 3;

  private final Node node;
  private final BenchTree tree;
  private final SplittableRandom random = new SplittableRandom(42);

  /// As numbers, so that the collector has nothing of the benchmark's own to copy.
  private final long[] live = new long[LIVE_ALLOCATIONS];

  private final Histogram allocateNanos = new Histogram(Duration.ofSeconds(60).toNanos(), 3);
  private final String idPrefix;
  private int oldest;
  private long requests;

  private EngineBenchmark(Node node, BenchTree tree, String idPrefix) {
    this.node = node;
    this.tree = tree;
    this.idPrefix = idPrefix;
  }

  /// Builds a tree of about `scopes` scopes and measures it for `seconds`.
  public static BenchRun run(int scopes, int seconds) {
    Node node = Node.onSystemClock();
    EngineBenchmark bare = new EngineBenchmark(node, BenchTree.ROOT_ONLY, "bare");
    bare.fillMemories();
    long empty = Heap.used();
    BenchTree tree = BenchTree.build(scopes, node);
    EngineBenchmark benchmark = new EngineBenchmark(node, tree, "");
    benchmark.fillMemories();
    long built = Heap.used();
    benchmark.fillAllocations();
    benchmark.fillMemories();
    long filled = Heap.used();
    long cycles = benchmark.measure(seconds);
    return new BenchRun(
        tree.scopes(),
        cycles,
        benchmark.percentiles(),
        (built - empty - tree.ownBytes()) / tree.scopes(),
        (filled - built) / LIVE_ALLOCATIONS);
  }

  /// Cycles until the engine remembers nothing but requests and ended allocations of cycles, so
  /// that the memory for these is the same before and after, and counts neither for scopes nor for
  /// allocations: all of these have as many lines as there may be, so that no array grows later.
  private void fillMemories() {
    for (int round = 0; round <= REQUESTS_PER_CYCLE; round++) {
      cycleOften();
    }
  }

  private void cycleOften() {
    AllocationId[] allocated =
        new AllocationId[Engine.REMEMBERED_REQUESTS_DEFAULT / REQUESTS_PER_CYCLE];
    Arrays.setAll(allocated, _ -> allocate(TYPES_MAX));
    for (AllocationId allocation : allocated) {
      track(allocation);
    }
    for (AllocationId allocation : allocated) {
      release(allocation);
    }
  }

  private void fillAllocations() {
    for (int at = 0; at < LIVE_ALLOCATIONS; at++) {
      live[at] = allocate(1 + random.nextInt(TYPES_MAX)).value();
    }
  }

  private long measure(int seconds) {
    cycle(Duration.ofSeconds(seconds).toNanos() / WARM_UP_PARTS);
    allocateNanos.reset();
    long nanos = Duration.ofSeconds(seconds).toNanos();
    long start = System.nanoTime();
    long cycles = cycle(nanos);
    return Math.round(cycles * 1e9 / (System.nanoTime() - start));
  }

  private long cycle(long nanos) {
    long cycles = 0;
    long start = System.nanoTime();
    long now = start;
    while (now - start < nanos) {
      AllocationRequest request = request(1 + random.nextInt(TYPES_MAX));
      RequestId id = nextId();
      long before = System.nanoTime();
      Answer answer = node.submit(new Command.Allocate(id, request));
      now = System.nanoTime();
      allocateNanos.recordValue(now - before);
      AllocationId allocation = granted(answer);
      track(allocation);
      release(new AllocationId(live[oldest]));
      live[oldest] = allocation.value();
      oldest = (oldest + 1) % LIVE_ALLOCATIONS;
      cycles++;
    }
    return cycles;
  }

  private BenchRun.Percentiles percentiles() {
    return new BenchRun.Percentiles(
        allocateNanos.getValueAtPercentile(50),
        allocateNanos.getValueAtPercentile(99),
        allocateNanos.getValueAtPercentile(99.9));
  }

  private AllocationId allocate(int types) {
    return granted(node.submit(new Command.Allocate(nextId(), request(types))));
  }

  private void track(AllocationId allocation) {
    expectOutcome(
        node.submit(
            new Command.RecordUsage(
                nextId(), UsageRecord.of(allocation, ResourceType.TOKENS, 1 + random.nextInt(9)))));
  }

  private void release(AllocationId allocation) {
    expectOutcome(node.submit(new Command.Release(nextId(), allocation)));
  }

  private AllocationRequest request(int types) {
    ScopePath leaf = tree.leaf(random);
    RequestLine tokens = RequestLine.required(ResourceType.TOKENS, 10 + random.nextInt(90));
    RequestLine calls = RequestLine.required(ResourceType.API_CALLS, 1);
    return switch (types) {
      case 1 -> AllocationRequest.of(leaf, tokens);
      case 2 -> AllocationRequest.of(leaf, tokens, calls);
      default ->
          AllocationRequest.of(
              leaf, tokens, calls, RequestLine.required(ResourceType.MEMORY, 1 << 20));
    };
  }

  private RequestId nextId() {
    return new RequestId(idPrefix + Long.toString(requests++, Character.MAX_RADIX));
  }

  private static AllocationId granted(Answer answer) {
    if (answer instanceof Outcome.Granted granted) {
      return granted.allocation();
    }
    throw new IllegalStateException("the benchmark's limits are wide enough for all: " + answer);
  }

  private static void expectOutcome(Answer answer) {
    if (!(answer instanceof Outcome)) {
      throw new IllegalStateException("refused: " + answer);
    }
  }
}
