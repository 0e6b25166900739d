package dev.headroom.app.window;

import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What every command with a simulated workload asks: which, and from which seed.
public final class SandboxOptions {
  /// The scenario that is played where none is named.
  private static final String SCENARIO_DEFAULT = "launch-rush";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "What is simulated, see below (default: launch-rush).")
  private @Nullable String scenario;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "From where every chance in it comes; the same seed, the same course" + " (default: 1).")
  private long seed;

  @Option(
      names = "--inject",
      paramLabel = "KIND@TIME[@PATH]",
      converter = PlannedInjection.Argument.class,
      description =
          "Throw a disturbance in once so much simulated time has passed, at that scope or where"
              + " the seed says: spike, runaway-run, thundering-herd, pool-outage, priority-storm"
              + " or slow-disk, for example spike@PT10M. May be given again and again.")
  private List<PlannedInjection> injections = new ArrayList<>();

  /// Tells in the command's help what each scenario shows.
  @Spec(Spec.Target.MIXEE)
  void tellStories(CommandSpec command) {
    Stream<String> stories =
        Scenarios.all().stream()
            .map(scenario -> "%n" + scenario.name() + ": " + scenario.summary().replace("%", "%%"));
    command
        .usageMessage()
        .footer(Stream.concat(Stream.of("%nScenarios:"), stories).toArray(String[]::new));
  }

  /// Whether a scenario was named.
  public boolean isScenarioNamed() {
    return scenario != null;
  }

  /// The sandbox, paused at its beginning.
  ///
  /// @param scopes about how many scopes; 0 for as many as the scenario has by default
  public Sandbox sandbox(int scopes) {
    return sandbox(Scenarios.all(), Optional.ofNullable(scenario).orElse(SCENARIO_DEFAULT), scopes);
  }

  /// The sandbox, paused at the beginning of a workload of another kind; the scenarios can be
  /// played from there too.
  public Sandbox sandbox(WorkloadSource first) {
    List<WorkloadSource> sources = new ArrayList<>(List.of(first));
    sources.addAll(Scenarios.all());
    return sandbox(sources, first.name(), 0);
  }

  private Sandbox sandbox(List<WorkloadSource> sources, String name, int scopes) {
    List<String> names = sources.stream().map(WorkloadSource::name).toList();
    if (!names.contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no scenario '" + name + "'; there are " + String.join(", ", names));
    }
    var sandbox = new Sandbox(sources, name, seed, scopes, System::nanoTime);
    injections.forEach(injection -> injection.planFor(sandbox));
    return sandbox;
  }
}
