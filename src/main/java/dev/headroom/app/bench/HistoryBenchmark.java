package dev.headroom.app.bench;

import dev.headroom.history.History;
import dev.headroom.model.AllocationId;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.UsageQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Measures a history of a year's usage: 100 users with 10 swarms of 8 runs each, that reserve
/// tokens and memory, tell ten times what they used, under one of six categories, and give back the
/// rest.
final class HistoryBenchmark {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();
  private static final int USERS = 100;
  private static final int SWARMS = 10;
  private static final int RUNS = 8;
  private static final int RECORDS = 10;
  private static final long TOKENS = 1000;
  private static final List<String> MODELS =
      List.of("large", "medium", "small", "vision", "speech", "embedding");
  private static final int PORTION = 4096;
  private static final int ROUNDS = 9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final SplittableRandom random = new SplittableRandom(42);
  private final List<ScopePath> runs = new ArrayList<>();
  private final History history;
  private final long records;
  private List<Event> portion = new ArrayList<>(PORTION);
  private long sequence;

  private HistoryBenchmark(History history, long records) {
    this.history = history;
    this.records = records;
    for (int user = 0; user < USERS; user++) {
      for (int swarm = 0; swarm < SWARMS; swarm++) {
        for (int run = 0; run < RUNS; run++) {
          runs.add(ScopePath.of("/user:u" + user + "/swarm:s" + swarm + "/run:r" + run));
        }
      }
    }
  }

  /// Fills a history in a folder and reports on it.
  ///
  /// @param records how many usage records
  static HistoryRun run(Path folder, long records) throws IOException {
    Path file = folder.resolve(History.FILE);
    try (History history = History.open(file)) {
      var bench = new HistoryBenchmark(history, records);
      long began = System.nanoTime();
      bench.fill();
      double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
      ScopePath run = bench.runs.getFirst();
      ScopePath user = run.parent().flatMap(ScopePath::parent).orElseThrow();
      double[] all = bench.reports(ScopePath.ROOT, Optional.empty());
      return new HistoryRun(
          records,
          1 + USERS + USERS * SWARMS + bench.runs.size(),
          Math.round(bench.sequence / seconds),
          Files.size(file) >> 20,
          all[ROUNDS / 2],
          all[ROUNDS - 1],
          bench.reports(user, Optional.empty())[ROUNDS / 2],
          bench.reports(run, Optional.empty())[ROUNDS / 2],
          bench.reports(ScopePath.ROOT, Optional.of(Period.of("P1D")))[ROUNDS / 2]);
    }
  }

  private void fill() {
    long allocations = records / RECORDS;
    for (long id = 1; id <= allocations; id++) {
      allocate(id, BEGIN.plusMillis(YEAR_MILLIS / allocations * (id - 1)));
    }
    flush();
    history.commit();
  }

  private void allocate(long number, Instant at) {
    ScopePath path = runs.get(random.nextInt(runs.size()));
    AllocationId id = new AllocationId(number);
    List<GrantedLine> lines =
        List.of(
            new GrantedLine(ResourceType.TOKENS, TOKENS, TOKENS),
            new GrantedLine(ResourceType.MEMORY, 1L << 30, 1L << 30));
    tell(at, new Event.Granted(path, id, lines, at.plus(Duration.ofHours(1)), 0));
    long left = TOKENS;
    String model = MODELS.get(random.nextInt(MODELS.size()));
    for (int record = 0; record < RECORDS; record++) {
      long tokens = random.nextLong(TOKENS / RECORDS);
      left -= tokens;
      Money cost = new Money(tokens * 7);
      tell(at, new Event.Used(path, id, ResourceType.TOKENS, tokens, 0, cost, model));
    }
    List<GrantedLine> back =
        List.of(
            new GrantedLine(ResourceType.TOKENS, TOKENS, left),
            new GrantedLine(ResourceType.MEMORY, 1L << 30, 1L << 30));
    tell(at, new Event.Ended(path, id, EndCause.RELEASED, back));
  }

  private void tell(Instant at, Event.Body body) {
    sequence++;
    portion.add(new Event(sequence, at, body));
    if (portion.size() == PORTION) {
      flush();
    }
  }

  private void flush() {
    history.add(portion);
    portion = new ArrayList<>(PORTION);
  }

  /// How long reports of the year took, in milliseconds, the fastest first.
  private double[] reports(ScopePath path, Optional<Period> step) {
    Instant end = BEGIN.plusMillis(YEAR_MILLIS);
    UsageQuery query = new UsageQuery(path, BEGIN, end, step, UsageQuery.CHILDREN_USUAL);
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      if (history.report(query, end).types().isEmpty()) {
        throw new IllegalStateException("nothing is reported of " + path);
      }
      millis[round] = (System.nanoTime() - began) / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    return millis;
  }
}
