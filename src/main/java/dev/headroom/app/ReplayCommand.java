package dev.headroom.app;

import dev.headroom.app.input.ConfigFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.model.Config;
import dev.headroom.model.InvalidValueException;
import dev.headroom.sandbox.trace.ReplayOptions;
import dev.headroom.sandbox.trace.ReplayReport;
import dev.headroom.sandbox.trace.SkippedRow;
import dev.headroom.sandbox.trace.TraceException;
import dev.headroom.sandbox.trace.TraceFormat;
import dev.headroom.sandbox.trace.TraceReplay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom replay`: what would have come of a real workload under a configuration.
@Command(
    name = "replay",
    description =
        "Runs a trace through the engine as fast as it can and prints what came of it. Rows that"
            + " are skipped are named on standard error.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Runnable {
  /// Skipped rows that are named one by one; the rest are counted.
  private static final int SKIPPED_SHOWN_MAX = 100;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The trace, plain or .gz: CSV with TIMESTAMP,ContextTokens,GeneratedTokens, or a log in"
              + " the Standard Workload Format.")
  private Path file;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The config document, YAML or JSON, whose limits and pools hold.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "llm|swf",
      description = "What the trace is; by default its content tells.")
  private @Nullable TraceFormat format;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "From where all comes that the trace does not say (default: 1).")
  private long seed;

  @Option(
      names = "--max-wait",
      paramLabel = "DURATION",
      defaultValue = "0",
      converter = DurationArgument.class,
      description = "How long each request may wait, such as PT5M (default: 0, not at all).")
  private Duration maxWait;

  @Option(
      names = "--least",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description =
          "With how much of its processors or tokens each request is content where they are"
              + " split (SHARING); a job with fewer takes longer (default: 100).")
  private int least;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--contention",
      description =
          "Add to the object what contention did: preemptions, utilisation of pools, and for how"
              + " long anyone was passed. The report for people always tells.")
  private boolean contention;

  private long skipped;

  @Override
  public void run() {
    ReplayReport report = replay(options(ConfigFile.read(config)));
    if (skipped > SKIPPED_SHOWN_MAX) {
      err().println("headroom: and " + (skipped - SKIPPED_SHOWN_MAX) + " more skipped rows");
    }
    spec.commandLine().getOut().println(json ? report.json(contention) : report.text());
  }

  private ReplayOptions options(Config limits) {
    try {
      return new ReplayOptions(Optional.ofNullable(format), limits, seed, maxWait, least, true);
    } catch (InvalidValueException invalid) {
      throw new ParameterException(spec.commandLine(), invalid.getMessage());
    }
  }

  private ReplayReport replay(ReplayOptions options) {
    try {
      return TraceReplay.run(file, options, this::tell);
    } catch (TraceException unusable) {
      throw new UnusableInputException(Objects.requireNonNull(unusable.getMessage()));
    }
  }

  private void tell(SkippedRow row) {
    skipped++;
    if (skipped <= SKIPPED_SHOWN_MAX) {
      err().println("headroom: skipped " + file + ":" + row.line() + ": " + row.reason());
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
