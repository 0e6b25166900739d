package dev.headroom.sandbox.copy;

import dev.headroom.engine.Engine;
import dev.headroom.model.Config;
import dev.headroom.node.Recording;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.WorkloadSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// A copy of an instance as it was at the end of a recording, under the demand of the recording's
/// span. It plays the same from every seed.
public final class CopiedInstance implements WorkloadSource {
  /// What it is called on the command line, if it ever is.
  public static final String NAME = "copy";

  private static final int SCOPES_UNKNOWN = 0;

  private final String title;
  private final Engine end;
  private final Demand demand;

  private CopiedInstance(String title, Engine end, Demand demand) {
    this.title = title;
    this.end = end;
    this.demand = demand;
  }

  /// Reads one. Takes about twice as long as applying the recording's commands.
  ///
  /// @param title what it is to be called
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @param progress told how far it is, from 0 to 1
  /// @return empty where it was cancelled, or the recording has nothing
  /// @throws IOException where the recording cannot be read
  public static Optional<CopiedInstance> of(
      Path recording, String title, BooleanSupplier cancelled, DoubleConsumer progress)
      throws IOException {
    try (Recording opened = Recording.open(recording)) {
      var reader = new DemandReader(opened.from(), opened.to(), cancelled, progress);
      opened.node().past().walk(opened.from(), opened.to(), reader);
      return cancelled.getAsBoolean()
          ? Optional.empty()
          : reader.end().map(end -> new CopiedInstance(title, end, reader.demand()));
    }
  }

  /// The limits, pools and settings that it begins with.
  public Config config() {
    return end.inspector().config();
  }

  /// Of how long a span the demand is.
  public Duration span() {
    return demand.span();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String summary() {
    return "An instance as it was, under the demand of its last minutes, again and again.";
  }

  @Override
  public Instant start() {
    return end.now();
  }

  @Override
  public int scopesDefault() {
    return SCOPES_UNKNOWN;
  }

  @Override
  public Stage stage() {
    return Stage.goingOn(end);
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    return new CopiedWorkload(stage, demand);
  }
}
