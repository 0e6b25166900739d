package dev.headroom.sandbox.scenario;

import dev.headroom.model.ResourceType;

/// What a scope is expected to use at its usual tempo: per second of the spent types, at any time
/// of the held ones.
final class Demand {
  /// What part of its reservation a task uses on average.
  static final double USED_SHARE = 0.8;

  private final double[] usual = new double[ResourceType.ALL.size()];
  private final long[] largest = new long[ResourceType.ALL.size()];

  /// What a team is expected to use.
  ///
  /// @param tasksPerSecond how many tasks each of its runs begins
  static Demand of(Population.Team team, double tasksPerSecond) {
    var demand = new Demand();
    Crew crew = team.crew();
    double rate = tasksPerSecond * team.runs() / crew.tasks().size();
    for (Task task : crew.tasks()) {
      for (Portion portion : task.portions()) {
        boolean held = portion.type().isHeld();
        demand.note(portion, rate * (held ? task.meanSeconds() : USED_SHARE));
      }
      for (Portion portion : task.later()) {
        demand.note(portion, rate * task.meanSeconds() / 2);
      }
    }
    for (Portion portion : Workspace.PORTIONS) {
      demand.note(portion, (double) team.runs() * crew.steps().size());
    }
    return demand;
  }

  void add(Demand other) {
    for (int type = 0; type < usual.length; type++) {
      usual[type] += other.usual[type];
      largest[type] = Math.max(largest[type], other.largest[type]);
    }
  }

  /// So many times as much, in requests of the same size.
  Demand times(double factor) {
    var other = new Demand();
    for (int type = 0; type < usual.length; type++) {
      other.usual[type] = usual[type] * factor;
      other.largest[type] = largest[type];
    }
    return other;
  }

  /// Units per second of a spent type; units of a held one.
  double usual(ResourceType type) {
    return usual[type.ordinal()];
  }

  /// The most that one task asks for.
  long largest(ResourceType type) {
    return largest[type.ordinal()];
  }

  private void note(Portion portion, double times) {
    int type = portion.type().ordinal();
    usual[type] += portion.mean() * times;
    largest[type] = Math.max(largest[type], portion.most());
  }
}
