package dev.headroom.app.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `headroom simulate`: whether the engine keeps its rules, whatever is asked of it.
@Command(
    name = "simulate",
    description =
        "Gives an engine made-up commands of every kind under an erratic clock, and checks all the"
            + " while what must hold. Ends with 1 at the first violation, naming seed, command and"
            + " what is wrong.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  private static final long COMMANDS_MAX = 100_000_000_000L;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "From where everything follows (default: 1).")
  private long seed;

  @Option(
      names = "--commands",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many commands (default: 1000000).")
  private long commands;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    if (commands < 1 || commands > COMMANDS_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--commands is between 1 and " + COMMANDS_MAX + ", not " + commands);
    }
    SimulationReport report = Simulation.run(seed, commands, new Progress()::tell);
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(report) : text(report));
    return report.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static String json(SimulationReport report) throws JsonProcessingException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
  }

  private static String text(SimulationReport report) {
    String figures =
        String.format(
            Locale.ROOT,
            "%,d commands in %.1f s, %,d a second; %,d events, until %s%n"
                + "granted %,d, queued %,d, denied %,d, preempted %,d, refused %,d, repeated %,d,"
                + " reformed %,d, intervened %,d; at most %,d open%n",
            report.commands(),
            report.seconds(),
            report.commandsPerSecond(),
            report.events(),
            report.until(),
            report.granted(),
            report.queued(),
            report.denied(),
            report.preempted(),
            report.refusals(),
            report.repeats(),
            report.reforms(),
            report.interventions(),
            report.mostOpen());
    return figures
        + (report.isClean()
            ? "seed "
                + report.seed()
                + ": all held, looked at in full "
                + report.audits()
                + " times"
            : "seed "
                + report.seed()
                + ", command "
                + report.commands()
                + ": "
                + report.violation()
                + System.lineSeparator()
                + "with "
                + report.command());
  }

  /// Says on standard error how far it is, every tenth of the way.
  private final class Progress {
    private static final int PARTS = 10;

    private long told;

    void tell(long done) {
      long part = Math.multiplyExact(done, PARTS) / commands;
      if (part > told) {
        told = part;
        PrintWriter err = spec.commandLine().getErr();
        err.println(String.format(Locale.ROOT, "headroom: %,d of %,d commands", done, commands));
        err.flush();
      }
    }
  }
}
