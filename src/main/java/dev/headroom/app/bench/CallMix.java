package dev.headroom.app.bench;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Callers that allocate, track and release on any instance, each as soon as its last call is
/// answered, all below one user of their own.
final class CallMix {
  private static final int RUNS = 1_000;
  private static final int CALLS_PER_CYCLE = 3;
  private static final long LONGEST = Duration.ofMinutes(5).toNanos();

  private final Instance instance;
  private final int callers;
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private Histogram nanos = new ConcurrentHistogram(LONGEST, 3);
  private long elapsed;

  CallMix(Instance instance, int callers) {
    this.instance = instance;
    this.callers = callers;
  }

  /// How long calls took.
  ///
  /// @param callsPerSecond by all callers together
  /// @param p50Micros half of them took at most so long
  /// @param p95Micros 95 % did
  /// @param p99Micros 99 % did
  /// @param maxMicros the longest
  record Pace(
      long callsPerSecond, long p50Micros, long p95Micros, long p99Micros, long maxMicros) {}

  /// Lets all of them call for a while.
  void run(Duration time) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      var random = new SplittableRandom(caller);
      threads.add(Thread.ofVirtual().start(() -> call(random, end)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    elapsed += System.nanoTime() - begin;
  }

  /// Forgets what was measured.
  void forget() {
    nanos = new ConcurrentHistogram(LONGEST, 3);
    elapsed = 0;
  }

  /// What was measured since.
  Pace pace() {
    return new Pace(
        Math.round(nanos.getTotalCount() * 1e9 / Math.max(1, elapsed)),
        nanos.getValueAtPercentile(50) / 1_000,
        nanos.getValueAtPercentile(95) / 1_000,
        nanos.getValueAtPercentile(99) / 1_000,
        nanos.getMaxValue() / 1_000);
  }

  /// How many calls were decided since.
  long count() {
    return nanos.getTotalCount();
  }

  /// How many calls were not decided: refused, or nobody knows.
  long undecided() {
    return unanswered.get();
  }

  private void call(SplittableRandom random, long end) {
    while (System.nanoTime() - end < 0) {
      ScopePath path = ScopePath.of("/user:bench-" + tag + "/run:r" + random.nextInt(RUNS));
      AllocationRequest request =
          AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 50));
      long begin = System.nanoTime();
      if (instance.allocate(id(), request)
          instanceof Reply.Decided<Outcome.Allocated>(Outcome.Granted granted)) {
        long allocated = took(begin);
        AllocationId name = granted.allocation();
        UsageRecord usage = UsageRecord.of(name, ResourceType.TOKENS, 10);
        count(instance.recordUsage(id(), usage));
        long tracked = took(allocated);
        count(instance.release(id(), name));
        took(tracked);
      } else {
        unanswered.addAndGet(CALLS_PER_CYCLE);
      }
    }
  }

  private void count(Reply<?> reply) {
    if (!(reply instanceof Reply.Decided)) {
      unanswered.incrementAndGet();
    }
  }

  private long took(long begin) {
    long now = System.nanoTime();
    nanos.recordValue(Math.min(now - begin, LONGEST));
    return now;
  }

  private RequestId id() {
    return new RequestId(tag + "-" + Long.toString(ids.incrementAndGet(), Character.MAX_RADIX));
  }
}
