package dev.headroom.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.history.forecast.Backtest;
import dev.headroom.sandbox.trace.TraceDemand;
import dev.headroom.sandbox.trace.TraceException;
import dev.headroom.sandbox.trace.TraceFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom backtest`: how good forecasts would have been.
@Command(
    name = "backtest",
    description =
        "Walks forward over a recorded workload, forecasting from each moment on what was known"
            + " then, and compares with what came: ours, the naive forecast (the last bucket goes"
            + " on) and the seasonal naive one (as one season ago).",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private static final int HORIZON_MAX = 1_000;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The trace, plain or .gz: CSV with TIMESTAMP,ContextTokens,GeneratedTokens, or a log in"
              + " the Standard Workload Format.")
  private Path file;

  @Option(
      names = "--bucket",
      paramLabel = "DURATION",
      converter = DurationArgument.class,
      description = "Over how long demand is summed, such as PT10S; by default about 400 of them.")
  private @Nullable Duration bucket;

  @Option(
      names = "--season",
      paramLabel = "DURATION",
      converter = DurationArgument.class,
      description =
          "After how long demand repeats, such as P1D; PT0S for none. By default a day, where there"
              + " are two.")
  private @Nullable Duration season;

  @Option(
      names = "--horizons",
      paramLabel = "N,N…",
      split = ",",
      defaultValue = "1,2,4,8,12",
      description = "The mean of how many buckets ahead is forecast (default: ${DEFAULT-VALUE}).")
  private List<Integer> horizons;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /// What was forecast, and how well.
  ///
  /// @param demand what of the trace
  /// @param buckets how many there are
  /// @param scores by horizon
  record Tested(String demand, int buckets, List<Backtest.Score> scores) {}

  @Override
  public Integer call() throws JsonProcessingException {
    if (horizons.stream().anyMatch(each -> each < 1 || each > HORIZON_MAX)) {
      throw wrong("--horizons are between 1 and " + HORIZON_MAX);
    }
    if (bucket != null && bucket.toMillis() < 1) {
      throw wrong("--bucket is at least a millisecond");
    }
    try {
      TraceFile trace = TraceFile.inspect(file, Optional.empty());
      Duration length = bucket == null ? TraceDemand.bucketFor(trace) : bucket;
      TraceDemand demand = TraceDemand.of(trace, length);
      int seasonBuckets = season(demand, length);
      List<Tested> tested = new ArrayList<>();
      demand.byName().forEach((name, values) -> tested.add(test(name, values, seasonBuckets)));
      print(length, seasonBuckets, tested);
      return CommandLine.ExitCode.OK;
    } catch (TraceException unusable) {
      throw new UnusableInputException(Objects.requireNonNull(unusable.getMessage()));
    }
  }

  private int season(TraceDemand demand, Duration length) {
    long wanted = (season == null ? Duration.ofDays(1) : season).dividedBy(length);
    int shortest =
        demand.byName().values().stream().mapToInt(values -> values.length).min().orElse(0);
    if (season == null) {
      return 2 * wanted <= shortest ? (int) wanted : 0;
    }
    if (wanted > shortest / 2) {
      throw wrong("--season: the trace is shorter than two of them");
    }
    return (int) wanted;
  }

  private Tested test(String name, double[] demand, int seasonBuckets) {
    try {
      return new Tested(
          name,
          demand.length,
          horizons.stream().map(each -> Backtest.run(demand, seasonBuckets, each)).toList());
    } catch (IllegalArgumentException tooShort) {
      throw new UnusableInputException(file + ": " + tooShort.getMessage());
    }
  }

  private void print(Duration length, int seasonBuckets, List<Tested> tested)
      throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(
                  Map.of("bucket", length.toString(), "season", seasonBuckets, "demands", tested)));
    } else {
      out.println(
          "buckets of "
              + length
              + ", "
              + (seasonBuckets == 0 ? "no season" : "a season has " + seasonBuckets));
      out.println("demand     ahead  scored  ours/naive  ours/seasonal  within 80 % bounds");
      for (Tested each : tested) {
        each.scores().forEach(score -> out.println(row(each.demand(), score)));
      }
    }
    out.flush();
  }

  private static String row(String name, Backtest.Score score) {
    return String.format(
        Locale.ROOT,
        "%-10s %5d %7d %11.3f %14.3f %18.1f %%",
        name,
        score.horizon(),
        score.scored(),
        score.ofNaive(),
        score.ofSeasonalNaive(),
        100 * score.covered());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
