package dev.headroom.app.bench;

import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.ScopePath;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Past;
import dev.headroom.node.Watch;
import dev.headroom.node.replay.SpanReplay;
import dev.headroom.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Measures how soon it is known what other limits would have done to a span, next to applying the
/// commands of that span again and nothing else.
final class ReplayBenchmark {
  private static final int ROUNDS = 3;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private final Path data;
  private final RecordedSpan span;

  private ReplayBenchmark(Path data, RecordedSpan span) {
    this.data = data;
    this.span = span;
  }

  /// Plays a span into an empty folder and replays it.
  ///
  /// @param sandbox paused at its beginning; closed once it was played
  /// @param commands how many commands the span is to have, about
  static ReplayRun run(Path folder, Sandbox sandbox, long commands) throws IOException {
    Path data = folder.resolve("data");
    RecordedSpan span;
    try (sandbox) {
      span = RecordedSpan.play(data, sandbox, commands);
    }
    return new ReplayBenchmark(data, span).measure();
  }

  private ReplayRun measure() throws IOException {
    List<Change> all = halved();
    Watched recovered = new Watched();
    Watched unchanged = new Watched();
    Watched one = new Watched();
    Watched every = new Watched();
    for (int round = 0; round < ROUNDS; round++) {
      recovered.note(this::recover);
      requireSame(unchanged.note(() -> replay(List.of())));
      one.note(() -> replay(all.subList(0, Math.min(1, all.size()))));
      every.note(() -> replay(all));
    }
    return new ReplayRun(
        span.scenario(),
        Duration.between(span.from(), span.to()).toMillis() / MILLIS_PER_HOUR,
        span.scopes(),
        span.commands(),
        recovered.pace(span.commands()),
        unchanged.pace(span.commands()),
        one.pace(span.commands()),
        every.pace(span.commands()));
  }

  /// Changes that halve all limits, those of one scope each.
  private List<Change> halved() throws IOException {
    try (Disk disk = FolderDisk.look(data)) {
      Map<ScopePath, List<Limit>> limits =
          Past.of(disk)
              .at(span.from(), () -> false)
              .orElseThrow()
              .inspector()
              .config()
              .limits()
              .stream()
              .map(limit -> limit.with(limit.terms().withAmount(limit.terms().amount() / 2)))
              .collect(Collectors.groupingBy(Limit::path, TreeMap::new, Collectors.toList()));
      List<Change> changes = new ArrayList<>();
      limits.forEach((path, ofPath) -> changes.add(new Change.PutLimits(path, ofPath, 0)));
      return changes;
    }
  }

  private Hindsight replay(List<Change> changes) throws IOException {
    try (Disk disk = FolderDisk.look(data)) {
      ReplayQuery query = new ReplayQuery(span.from(), span.to(), changes);
      return switch (SpanReplay.run(Past.of(disk), query, Watch.NONE)) {
        case SpanReplay.Result.Compared(var hindsight) -> hindsight;
        case SpanReplay.Result.Refused(var refusal) ->
            throw new IllegalStateException(refusal.sentence());
        case SpanReplay.Result.NothingKept _, SpanReplay.Result.Cancelled _ ->
            throw new IllegalStateException("nothing was replayed");
      };
    }
  }

  private static void requireSame(Hindsight hindsight) {
    if (!hindsight.all().before().equals(hindsight.all().after())) {
      throw new IllegalStateException("under unchanged settings it was not the same");
    }
  }

  private long recover() throws IOException {
    DataFolder.Recovered recovered = DataFolder.open(data, DataFolder.Progress.UNSEEN);
    recovered.node().close();
    return recovered.applied();
  }

  /// Something that is done again and again.
  private interface Deed<T> {
    T go() throws IOException;
  }

  /// Notes how long something takes.
  private static final class Watched {
    private final double[] seconds = new double[ROUNDS];
    private int rounds;

    private <T> T note(Deed<T> deed) throws IOException {
      long begin = System.nanoTime();
      T done = deed.go();
      seconds[rounds++] = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      return done;
    }

    private ReplayRun.Pace pace(long commands) {
      double[] sorted = seconds.clone();
      Arrays.sort(sorted);
      double usual = sorted[ROUNDS / 2];
      return new ReplayRun.Pace(usual, sorted[ROUNDS - 1], Math.round(commands / usual));
    }
  }
}
