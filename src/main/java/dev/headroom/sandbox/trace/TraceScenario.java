package dev.headroom.sandbox.trace;

import dev.headroom.model.Answer;
import dev.headroom.model.Config;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.UnplayableException;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.WorkloadSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A recorded workload, to be watched in a sandbox at any speed instead of an invented one. When
/// its rows are over, time goes on and nothing more happens.
public final class TraceScenario implements WorkloadSource {
  private static final int SCOPES_UNKNOWN = 0;

  private final TraceFile file;
  private final Config config;
  private final Duration maxWait;
  private final Instant start;

  /// @param config the settings, limits and pools that hold from before the first row
  /// @param maxWait how long every request may wait; zero for not at all
  /// @throws TraceException where the file has become unreadable or the configuration is refused
  public TraceScenario(TraceFile file, Config config, Duration maxWait) throws TraceException {
    this.file = file;
    this.config = config;
    this.maxWait = maxWait;
    this.start = file.start();
    try (Stage trial = new Stage(start)) {
      if (configure(trial) instanceof Refusal refusal) {
        throw TraceException.configRefused(refusal);
      }
    }
  }

  @Override
  public String name() {
    return "trace";
  }

  @Override
  public String title() {
    return "Trace " + file.path().getFileName();
  }

  @Override
  public String summary() {
    return "Recorded in real life: "
        + switch (file.format()) {
          case LLM -> "requests to a language model.";
          case SWF -> "jobs of a computing cluster.";
        };
  }

  @Override
  public Instant start() {
    return start;
  }

  @Override
  public int scopesDefault() {
    return SCOPES_UNKNOWN;
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    if (configure(stage) instanceof Refusal refusal) {
      throw new IllegalStateException("refused, though not in a trial: " + refusal.sentence());
    }
    try {
      TraceReader rows = file.read(Long.MAX_VALUE, _ -> {});
      rows.next();
      return new Played(
          file,
          new TraceWorkload(
              stage, rows, new RowMapping(seed, maxWait, 100), new Waking(config), _ -> {}));
    } catch (IOException failure) {
      throw new UnplayableException(file.whyUnreadable(failure), failure);
    }
  }

  private Answer configure(Stage stage) {
    return stage.configure(config, "trace", "the configuration that the trace runs under");
  }

  /// A trace that says, for people, why it cannot be read any further.
  private record Played(TraceFile file, TraceWorkload trace) implements Workload {
    @Override
    public long nextAt() {
      return trace.nextAt();
    }

    @Override
    public void act() {
      try {
        trace.act();
      } catch (UncheckedIOException failure) {
        IOException cause = Objects.requireNonNull(failure.getCause());
        throw new UnplayableException(file.whyUnreadable(cause), failure);
      }
    }

    @Override
    public void onEvent(Event event) {
      trace.onEvent(event);
    }

    @Override
    public void close() {
      trace.close();
    }
  }
}
