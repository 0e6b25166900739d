package dev.headroom.sandbox.scenario;

import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;

/// One run of a team: it does its tasks, then closes and makes room for the next.
final class Run {
  private final Population.Team team;
  private final ScopePath path;
  private final List<ScopePath> steps = new ArrayList<>();
  private final double secondsPerTask;
  private long tasksLeft;
  private int underWay;
  private double growth = 1;

  /// @param number tells it from the team's other runs
  /// @param tasks how many it does
  /// @param secondsPerTask how long on average from one to the next, at the usual tempo
  Run(Population.Team team, long number, long tasks, double secondsPerTask) {
    this.team = team;
    this.path = team.path().child(ScopeKind.RUN, team.crew().stem() + "-" + number);
    this.tasksLeft = tasks;
    this.secondsPerTask = secondsPerTask;
    for (String step : team.crew().steps()) {
      steps.add(path.child(ScopeKind.STEP, step));
    }
  }

  Population.Team team() {
    return team;
  }

  Crew crew() {
    return team.crew();
  }

  ScopePath path() {
    return path;
  }

  List<ScopePath> steps() {
    return steps;
  }

  double secondsPerTask() {
    return secondsPerTask;
  }

  boolean hasTasksLeft() {
    return tasksLeft > 0;
  }

  /// Whether all that it began has come to an end, and nothing more is to begin.
  boolean isOver() {
    return tasksLeft == 0 && underWay == 0;
  }

  /// Begins a task.
  ///
  /// @return how many times the usual it takes
  double begin() {
    tasksLeft--;
    underWay++;
    double times = growth;
    Crew.Habits habits = crew().habits();
    growth = Math.min(habits.growthMax(), growth * (1 + habits.growthPercent() / 100.0));
    return times;
  }

  /// A task has come to an end, good or bad.
  void end() {
    underWay--;
  }
}
