package dev.headroom.sandbox.scenario;

import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Together;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.WorkloadSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A script, ready to be played in any size. About as many commands a second as it has scopes go to
/// the engine, and at most [#COMMANDS_PER_SECOND_MAX], at the usual tempo.
final class Scenario implements WorkloadSource {
  static final double COMMANDS_PER_SECOND_MAX = 100_000;

  private static final int SCOPES_DEFAULT = 80;

  /// About how many commands a task takes.
  private static final double COMMANDS_PER_TASK = 6;

  private final Script script;

  Scenario(Script script) {
    this.script = script;
  }

  @Override
  public String name() {
    return script.name();
  }

  @Override
  public String title() {
    return script.title();
  }

  @Override
  public String summary() {
    return script.summary();
  }

  @Override
  public Instant start() {
    return script.start();
  }

  @Override
  public int scopesDefault() {
    return SCOPES_DEFAULT;
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    var population = Population.of(script, scopes);
    double activity = 0;
    for (Population.User user : population.users()) {
      for (Population.Team team : user.teams()) {
        activity += team.runs() * team.crew().activity();
      }
    }
    double commands = Math.min(population.scopes(), COMMANDS_PER_SECOND_MAX);
    double tasksPerActivity = commands / COMMANDS_PER_TASK / activity;
    new Founding(stage, script, population).found(tasksPerActivity);
    List<Workload> workloads = new ArrayList<>();
    workloads.add(new Crowd(stage, population, tasksPerActivity, seed));
    script.companions().forEach(companion -> workloads.add(companion.join(stage, seed)));
    return workloads.size() == 1 ? workloads.getFirst() : new Together(workloads);
  }
}
