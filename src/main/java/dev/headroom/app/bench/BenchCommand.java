package dev.headroom.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.headroom.app.window.SandboxOptions;
import dev.headroom.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
  private static final int CONSOLE_SCOPES_DEFAULT = 100_000;
  private static final int SCOPES_MAX = 10_000_000;
  private static final List<Integer> CONTENDED_SIZES = List.of(100, 1_000, 10_000, 100_000);
  private static final List<Integer> WHAT_IF_SIZES = List.of(1_000, 10_000, 100_000);
  private static final int SECONDS_MAX = 3600;

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
      description = "How long to measure each, after a third of it to warm up (default: 10).")
  private int seconds;

  @Option(
      names = "--console",
      description =
          "Measure the console instead: how evenly it draws while a scenario of --scopes (100000 by"
              + " default) plays.")
  private boolean console;

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
              + " nothing else, and how fast they are recovered.")
  private boolean durable;

  @Option(
      names = "--place",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "On which disk --durable measures (default: here).")
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
      return measureDurable();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.println(
          "    scopes   cycles/s   allocate p50      p99    p99.9 ns   B/scope  B/allocation");
    }
    List<BenchRun> runs = new ArrayList<>();
    for (int size : scopes == null ? SCOPES_DEFAULT : List.of(scopes)) {
      BenchRun run = EngineBenchmark.run(size, seconds);
      runs.add(run);
      if (!json) {
        out.println(row(run));
        out.flush();
      }
    }
    if (json) {
      out.println(indented(Map.of("runs", runs)));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private int measureContended() throws JsonProcessingException {
    List<ContendedRun> runs = new ArrayList<>();
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.nextGrant(size)));
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.preemption(size)));
    CONTENDED_SIZES.forEach(size -> runs.add(ContendedBenchmark.negotiation(size)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(indented(Map.of("contended", runs)));
    } else {
      out.println("decision        among   p50 ns   p99 ns");
      runs.forEach(run ->
          out.println(
              String.format(
                  Locale.ROOT,
                  "%-10s %,10d %8d %8d",
                  run.what(),
                  run.size(),
                  run.nanos(),
                  run.nanosP99())));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private int measureWhatIf() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.println("    scopes  what-if p50      max  copying ms  deaf to a cancel ms");
    }
    List<WhatIfRun> runs = new ArrayList<>();
    for (int size : scopes == null ? WHAT_IF_SIZES : List.of(scopes)) {
      WhatIfRun run = WhatIfBenchmark.run(size);
      runs.add(run);
      if (!json) {
        out.println(row(run));
        out.flush();
      }
    }
    if (json) {
      out.println(indented(Map.of("whatIf", runs)));
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static String row(WhatIfRun run) {
    return String.format(
        Locale.ROOT,
        "%,10d %12.1f %8.1f %11.1f %20.1f",
        run.scopes(),
        run.millis(),
        run.millisMax(),
        run.copyMillisMax(),
        run.cancelMillisMax());
  }

  private int measureDurable() throws IOException, InterruptedException {
    if (!Files.isDirectory(place)) {
      throw wrong("--place is a folder; there is none at " + place);
    }
    DurableRun run = DurableBenchmark.run(place, seconds);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? indented(run) : text(run));
    return CommandLine.ExitCode.OK;
  }

  private static String text(DurableRun run) {
    return String.format(
        Locale.ROOT,
        "%d callers: %,d commands/s, safe on disk; %.1f share a sync, %.0f bytes each%n"
            + "the same writes and syncs alone: %,d commands/s, so it is %.2f of that%n"
            + "recovered: %,d commands/s",
        run.callers(),
        run.commandsPerSecond(),
        run.commandsPerSync(),
        run.bytesPerCommand(),
        run.rawCommandsPerSecond(),
        run.ofRaw(),
        run.recoveredPerSecond());
  }

  private int measureConsole() throws InterruptedException, JsonProcessingException {
    int size = scopes == null ? CONSOLE_SCOPES_DEFAULT : Math.min(scopes, Sandbox.SCOPES_MAX);
    ConsoleRun run = ConsoleBenchmark.run(sandbox.sandbox(size), seconds);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(run));
      return CommandLine.ExitCode.OK;
    }
    out.println(text(run));
    return CommandLine.ExitCode.OK;
  }

  private static String text(ConsoleRun run) {
    ConsoleRun.Percentiles frame = run.frameMillis();
    Causes causes = run.causes();
    return String.format(
        Locale.ROOT,
        "%s, %,d scopes, %,d changes/s in, %.0f s%n"
            + "frames %,d, apart p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, at most %.1f ms%n"
            + "busy: JavaFX's thread %.0f %%, drawing %.0f %%, simulation %.0f %%;"
            + " other programs took %.0f %% of the machine%n"
            + "pauses to collect garbage: %,d, %,d ms in all, %,d ms at most;"
            + " the engine answered within %.1f ms",
        run.scenario(),
        run.scopes(),
        run.changesPerSecond(),
        run.seconds(),
        run.frames(),
        frame.p50(),
        frame.p95(),
        frame.p99(),
        frame.max(),
        100 * causes.uiThreadShare(),
        100 * causes.drawingShare(),
        100 * causes.simulationShare(),
        100 * causes.othersShare(),
        causes.collections(),
        causes.collectionMillis(),
        causes.collectionMillisMax(),
        causes.answerMillisMax());
  }

  private static String row(BenchRun run) {
    return String.format(
        Locale.ROOT,
        "%,10d %,10d %14d %8d %11d %9d %13d",
        run.scopes(),
        run.cyclesPerSecond(),
        run.allocateNanos().p50(),
        run.allocateNanos().p99(),
        run.allocateNanos().p999(),
        run.bytesPerScope(),
        run.bytesPerAllocation());
  }

  private static String indented(Object value) throws JsonProcessingException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
