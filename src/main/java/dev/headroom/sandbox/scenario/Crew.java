package dev.headroom.sandbox.scenario;

import java.util.List;

/// Those who work together below one user: a session or swarm, whose runs all do the same kinds of
/// task in the same steps.
///
/// @param place its path below the user, for example `session:web` or `session:desk/swarm:agents`
/// @param stem how its runs are called; a number follows
/// @param steps the names of each run's steps
/// @param tasks what the steps do, each as often as the others
/// @param activity how much each run does, compared with the runs of others; usually 1
/// @param tempo when
/// @param habits how they behave
/// @param budgets the limits of the session or swarm
/// @param supplies pools of its own
/// @param worth what each task done counts as achieved; 0 where nobody reports that
record Crew(
    String place,
    String stem,
    List<String> steps,
    List<Task> tasks,
    double activity,
    Tempo tempo,
    Habits habits,
    List<Budget> budgets,
    List<Supply> supplies,
    long worth) {

  /// A crew of usual activity, steady, well behaved, without limits of its own.
  static Crew of(String place, String stem, List<String> steps, Task... tasks) {
    return new Crew(
        place, stem, steps, List.of(tasks), 1, Tempo.STEADY, Habits.GOOD, List.of(), List.of(), 0);
  }

  Crew withActivity(double other) {
    return new Crew(place, stem, steps, tasks, other, tempo, habits, budgets, supplies, worth);
  }

  Crew withTempo(Tempo other) {
    return new Crew(place, stem, steps, tasks, activity, other, habits, budgets, supplies, worth);
  }

  Crew withHabits(Habits other) {
    return new Crew(place, stem, steps, tasks, activity, tempo, other, budgets, supplies, worth);
  }

  Crew withBudgets(Budget... others) {
    return new Crew(
        place, stem, steps, tasks, activity, tempo, habits, List.of(others), supplies, worth);
  }

  Crew withSupplies(Supply... others) {
    return new Crew(
        place, stem, steps, tasks, activity, tempo, habits, budgets, List.of(others), worth);
  }

  Crew withTasks(Task... others) {
    return new Crew(
        place, stem, steps, List.of(others), activity, tempo, habits, budgets, supplies, worth);
  }

  Crew withWorth(long perTask) {
    return new Crew(place, stem, steps, tasks, activity, tempo, habits, budgets, supplies, perTask);
  }

  /// How callers behave.
  ///
  /// @param overrunPercent how many tasks in a hundred use more than they reserved
  /// @param forgetPercent how many are never released, and end by their lease
  /// @param growthPercent by how much each task of a run takes more than the one before
  /// @param growthMax how many times the usual they take at most
  record Habits(int overrunPercent, int forgetPercent, int growthPercent, double growthMax) {
    static final Habits GOOD = new Habits(0, 1, 0, 1);
    static final Habits CARELESS = new Habits(6, 5, 0, 1);
  }
}
