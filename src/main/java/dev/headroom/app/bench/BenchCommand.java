package dev.headroom.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.headroom.app.input.TokenFile;
import dev.headroom.app.window.Display;
import dev.headroom.app.window.SandboxOptions;
import dev.headroom.client.remote.ServerAddress;
import dev.headroom.model.InvalidValueException;
import dev.headroom.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom bench`: how fast the engine is on this machine.
@Command(
    name = "bench",
    description =
        "Measures the engine: cycles of allocate, track and release per second over six scopes,"
            + " with a limit for each type at every scope and 100,000 live allocations.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  private static final List<Integer> SCOPES_DEFAULT = List.of(10_000, 100_000, 1_000_000);
  private static final List<Integer> CONSOLE_SCOPES = List.of(1_000, 100_000, 1_000_000);
  private static final List<Long> CONSOLE_CHANGES = List.of(1_000L, 100_000L, 1_000_000L);
  private static final long CHANGES_MAX = 100_000_000;
  private static final int SCOPES_MANY = 1_000_000;
  private static final int SCOPES_MAX = 10_000_000;
  private static final List<Integer> CONTENDED_SIZES = List.of(100, 1_000, 10_000, 100_000);
  private static final List<Integer> WHAT_IF_SIZES = List.of(1_000, 10_000, 100_000);
  private static final int SECONDS_MAX = 3600;
  private static final long RECORDS_MIN = 1_000;
  private static final long RECORDS_MAX = 1_000_000_000;
  private static final long RECORDS_USUAL = 10_000_000;
  private static final long COMMANDS_USUAL = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--scopes",
      paramLabel = "N",
      description = "About how many scopes; 10000, 100000 and 1000000 by default.")
  private @Nullable Integer scopes;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How long to measure each, after a third of it to warm up (default: 10); --console warms"
              + " up for "
              + ConsoleBenchmark.WARM_UP_SECONDS
              + " s, and tells how frames came meanwhile too.")
  private int seconds;

  @Option(
      names = "--console",
      description =
          "Measure the console instead: how evenly it draws while a scenario plays, and how soon"
              + " it opens, at 1000, 100000 and 1000000 scopes by default, each with 1000, 100000"
              + " and 1000000 changes a second.")
  private boolean console;

  @Option(
      names = "--changes",
      paramLabel = "N",
      description =
          "About how many changes a second --console has; 0 for as many as the scenario has by"
              + " itself.")
  private @Nullable Long changes;

  @Option(
      names = "--contended",
      description =
          "Measure conflicts instead: a release that lets in the next of many who wait, a request"
              + " that preempts one of many who hold, and one for which one of many is shrunk,"
              + " each over several sizes.")
  private boolean contended;

  @Option(
      names = "--what-if",
      description =
          "Measure what-if instead: how long it takes to find out, on a copy, what a change would"
              + " do that concerns every user, at 1000, 10000 and 100000 scopes by default.")
  private boolean whatIf;

  @Option(
      names = "--durable",
      description =
          "Measure a journal instead, in a folder of its own below --place: commands that are safe"
              + " on disk before they are answered, next to writing and syncing the same and"
              + " nothing else, and to an instance that keeps its history, and how fast they are"
              + " recovered.")
  private boolean durable;

  @Option(
      names = "--snapshots",
      description =
          "Measure snapshots instead, in a folder of its own below --place: what one of --scopes"
              + " (1000000 by default) costs those who call meanwhile, its size, and how fast the"
              + " folder is opened by it.")
  private boolean snapshots;

  @Option(
      names = "--history",
      description =
          "Measure reports instead, in a folder of its own below --place: how fast a history of"
              + " --records is filled, and how long a year's reports take.")
  private boolean history;

  @Option(
      names = "--replay",
      description =
          "Measure what-if by replay instead, in a folder of its own below --place: how soon it is"
              + " known what other limits would have done to --records commands of --scenario,"
              + " next to recovering the same journal.")
  private boolean replay;

  @Option(
      names = "--past",
      description =
          "Measure the past instead, in a folder of its own below --place: how soon any instant of"
              + " a journal of --records commands is seen.")
  private boolean past;

  @Option(
      names = "--records",
      paramLabel = "N",
      description =
          "How many usage records --history has, or commands --past (default: 10000000), and how"
              + " many commands --replay (default: 1000000).")
  private @Nullable Long records;

  @Option(
      names = "--remote",
      paramLabel = "URL",
      description =
          "Measure a server instead, on which this leaves traces: calls by 64 callers while a"
              + " client follows all events, next to the same calls in process, in a folder of its"
              + " own below --place.")
  private @Nullable String remote;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Where the token for --remote stands, of role client or more, for /.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--place",
      paramLabel = "DIR",
      defaultValue = ".",
      description =
          "On which disk --durable, --snapshots, --history, --replay, --past and --remote measure"
              + " (default: here).")
  private Path place;

  @Mixin private SandboxOptions sandbox;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (scopes != null && (scopes < 200 || scopes > SCOPES_MAX)) {
      throw wrong("--scopes is between 200 and " + SCOPES_MAX + ", not " + scopes);
    }
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw wrong("--seconds is between 1 and " + SECONDS_MAX + ", not " + seconds);
    }
    if (console) {
      return measureConsole();
    }
    if (contended) {
      return measureContended();
    }
    if (whatIf) {
      return measureWhatIf();
    }
    if (durable) {
      DurableRun run = inFolder(folder -> DurableBenchmark.run(folder, seconds));
      return print(run, run.text());
    }
    if (snapshots) {
      SnapshotRun run =
          inFolder(folder -> SnapshotBenchmark.run(folder, scopes == null ? SCOPES_MANY : scopes));
      return print(run, run.text());
    }
    if (history) {
      HistoryRun run = inFolder(folder -> HistoryBenchmark.run(folder, records(RECORDS_USUAL)));
      return print(run, run.text());
    }
    if (replay) {
      Sandbox played = sandbox.sandbox(scopes == null ? 0 : scopes);
      ReplayRun run =
          inFolder(folder -> ReplayBenchmark.run(folder, played, records(COMMANDS_USUAL)));
      return print(run, run.text());
    }
    if (past) {
      return measurePast(scopes == null ? SCOPES_DEFAULT.getFirst() : scopes);
    }
    if (remote != null) {
      RemoteRun run = measureRemote(remote);
      return print(run, run.text());
    }
    return measureEngine();
  }

  private int measureEngine() throws JsonProcessingException {
    Series<BenchRun> runs =
        series(
            "    scopes   cycles/s   allocate p50      p99    p99.9 ns   B/scope  B/allocation",
            BenchRun::row);
    for (int size : scopes == null ? SCOPES_DEFAULT : List.of(scopes)) {
      runs.add(EngineBenchmark.run(size, seconds));
    }
    runs.end("runs");
    return CommandLine.ExitCode.OK;
  }

  private <T> Series<T> series(String head, Function<T, String> text) {
    return new Series<>(spec.commandLine().getOut(), json, head, text);
  }

  private int measurePast(int size) throws IOException, InterruptedException {
    PastRun run = inFolder(folder -> PastBenchmark.run(folder, records(RECORDS_USUAL), size));
    return print(run, run.text());
  }

  private int measureContended() throws JsonProcessingException {
    Series<ContendedRun> runs =
        series("decision        among   p50 ns   p99 ns", ContendedRun::row);
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.nextGrant(size)));
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.preemption(size)));
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.negotiation(size)));
    runs.end("contended");
    return CommandLine.ExitCode.OK;
  }

  private int measureWhatIf() throws JsonProcessingException {
    Series<WhatIfRun> runs =
        series("    scopes  what-if p50      max  copying ms  deaf to a cancel ms", WhatIfRun::row);
    for (int size : scopes == null ? WHAT_IF_SIZES : List.of(scopes)) {
      runs.add(WhatIfBenchmark.run(size));
    }
    runs.end("whatIf");
    return CommandLine.ExitCode.OK;
  }

  private long records(long usual) {
    long many = records == null ? usual : records;
    if (many < RECORDS_MIN || many > RECORDS_MAX) {
      throw wrong("--records is between " + RECORDS_MIN + " and " + RECORDS_MAX + ", not " + many);
    }
    return many;
  }

  private RemoteRun measureRemote(String url) throws IOException, InterruptedException {
    if (tokenFile == null) {
      throw wrong("--remote URL needs --token-file FILE");
    }
    try {
      var server = ServerAddress.of(url, TokenFile.read(tokenFile).text());
      return inFolder(folder -> RemoteBenchmark.run(server, folder, seconds));
    } catch (InvalidValueException invalid) {
      throw wrong("--remote: " + invalid.getMessage());
    }
  }

  /// Measures in a new folder below the place, and clears up.
  private <T> T inFolder(BenchFolder.Measurement<T> measurement)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(place)) {
      throw wrong("--place is a folder; there is none at " + place);
    }
    return BenchFolder.measure(place, measurement);
  }

  private int print(Object run, String text) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Series.indented(run) : text);
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private int measureConsole() throws InterruptedException, JsonProcessingException {
    if (changes != null && (changes < 0 || changes > CHANGES_MAX)) {
      throw wrong("--changes is between 0 and " + CHANGES_MAX + ", not " + changes);
    }
    List<Integer> sizes = scopes == null ? CONSOLE_SCOPES : List.of(scopes);
    List<Long> rates = changes == null ? CONSOLE_CHANGES : List.of(changes);
    Display.useMemory();
    Display.start();
    boolean many = sizes.size() * rates.size() > 1;
    Series<ConsoleRun> runs =
        series(many ? ConsoleRun.HEAD : "", many ? ConsoleRun::row : ConsoleRun::text);
    for (int size : sizes) {
      for (long rate : rates) {
        Sandbox played = sandbox.sandbox(Math.min(size, Sandbox.SCOPES_MAX));
        runs.add(ConsoleBenchmark.run(played, rate, seconds));
      }
    }
    runs.end("console");
    return CommandLine.ExitCode.OK;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
