package dev.headroom.sandbox.trace;

import dev.headroom.model.Answer;
import dev.headroom.model.Refusal;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/// Runs a whole trace through an engine as fast as it can, under a clock that jumps from one
/// instant of the trace to the next, until nothing runs or waits any more.
public final class TraceReplay {
  /// How many commands a warm-up gives to engines that are thrown away: about what it takes until
  /// the Java runtime has compiled all of it.
  private static final long WARM_UP_COMMANDS = 400_000;

  /// How many rows, from the first one on, a warm-up repeats.
  private static final long WARM_UP_ROWS = 20_000;

  private static final int WARM_UP_ROUNDS_MAX = 50;
  private static final double NANOS_PER_SECOND = 1e9;

  private final TraceFile file;
  private final ReplayOptions options;

  private TraceReplay(TraceFile file, ReplayOptions options) {
    this.file = file;
    this.options = options;
  }

  /// Replays a file.
  ///
  /// @param onSkipped is told of every row that is not replayed, as it is come upon
  /// @return what came of it; all but its speed is the same for the same file and options
  /// @throws TraceException where the file is missing, empty, unreadable or no trace, or the
  ///   configuration is refused
  public static ReplayReport run(Path path, ReplayOptions options, Consumer<SkippedRow> onSkipped)
      throws TraceException {
    var replay = new TraceReplay(TraceFile.inspect(path, options.format()), options);
    try {
      if (options.warmUp()) {
        replay.warmUp();
      }
      return replay.measured(onSkipped);
    } catch (IOException failure) {
      throw TraceFile.unreadable(path, failure);
    } catch (UncheckedIOException failure) {
      throw TraceFile.unreadable(path, Objects.requireNonNull(failure.getCause()));
    }
  }

  private void warmUp() throws IOException, TraceException {
    long commands = 0;
    for (int round = 0; round < WARM_UP_ROUNDS_MAX && commands < WARM_UP_COMMANDS; round++) {
      try (TraceReader rows = file.read(WARM_UP_ROWS, _ -> {});
          Stage stage = stageFor(rows)) {
        play(stage, rows, eventTally(stage), _ -> {});
        commands += stage.commands();
      }
    }
  }

  private ReplayReport measured(Consumer<SkippedRow> onSkipped) throws IOException, TraceException {
    long begin = System.nanoTime();
    try (TraceReader rows = file.read(Long.MAX_VALUE, onSkipped);
        Stage stage = stageFor(rows)) {
      EventTally events = eventTally(stage);
      RowTally tally = play(stage, rows, events, onSkipped);
      double seconds = Math.max(1, System.nanoTime() - begin) / NANOS_PER_SECOND;
      return report(rows, tally, events, stage, seconds);
    }
  }

  private EventTally eventTally(Stage stage) {
    return new EventTally(RowMapping.types(file.format()), options.config(), stage.now());
  }

  /// A stage whose time is that of the first row.
  private static Stage stageFor(TraceReader rows) throws IOException {
    return new Stage(rows.next() ? Instant.ofEpochMilli(rows.row().atMillis()) : Instant.EPOCH);
  }

  private RowTally play(
      Stage stage, TraceReader rows, EventTally events, Consumer<SkippedRow> onRefused)
      throws TraceException {
    Answer answer = stage.configure(options.config(), "replay", "the configuration of the replay");
    if (answer instanceof Refusal refusal) {
      throw TraceException.configRefused(refusal);
    }
    var mapping = new RowMapping(options.seed(), options.maxWait(), options.leastPercent());
    var workload = new TraceWorkload(stage, rows, mapping, new Waking(options.config()), onRefused);
    stage
        .node()
        .observe(event -> {
          events.accept(event);
          workload.onEvent(event);
        });
    long next = workload.nextAt();
    while (next != Workload.NEVER) {
      stage.clock().moveTo(next);
      workload.act();
      next = workload.nextAt();
    }
    return workload.tally();
  }

  private static ReplayReport report(
      TraceReader rows, RowTally tally, EventTally events, Stage stage, double seconds) {
    return new ReplayReport(
        rows.rows(),
        rows.skipped() + tally.refusedRows(),
        tally.grantedRows(),
        tally.partialRows(),
        tally.queuedRows(),
        tally.deniedRows(),
        events.expired(),
        tally.waits().summary(),
        events.types(),
        events.alerts(),
        seconds,
        stage.commands(),
        Math.round(stage.commands() / seconds),
        stage.node().stateHash(),
        contention(tally, events));
  }

  private static ReplayReport.Contention contention(RowTally tally, EventTally events) {
    return new ReplayReport.Contention(
        new ReplayReport.Preemptions(events.preempted(), tally.requeuedRows(), tally.lostSeconds()),
        events.utilisation(),
        events.passedSeconds());
  }
}
