package dev.headroom.sandbox.scenario;

import java.util.List;

/// A kind of user. In a large population there are many of each kind.
///
/// @param names what they are called; when these are used up, with numbers
/// @param crews who works for them
/// @param budgets their own limits
record UserPlan(List<String> names, List<Crew> crews, List<Budget> budgets) {

  static UserPlan of(String name, Crew... crews) {
    return new UserPlan(List.of(name), List.of(crews), List.of());
  }

  UserPlan withBudgets(Budget... others) {
    return new UserPlan(names, crews, List.of(others));
  }

  /// The same, everyone at another tempo.
  UserPlan withTempo(Tempo tempo) {
    return new UserPlan(names, crews.stream().map(crew -> crew.withTempo(tempo)).toList(), budgets);
  }

  /// The same without bursts.
  UserPlan settled() {
    return new UserPlan(
        names,
        crews.stream()
            .map(crew -> crew.tempo() instanceof Tempo.Bursts ? crew.withTempo(Tempo.STEADY) : crew)
            .toList(),
        budgets);
  }

  /// The same, everyone doing other tasks.
  UserPlan withTasks(Task... tasks) {
    return new UserPlan(names, crews.stream().map(crew -> crew.withTasks(tasks)).toList(), budgets);
  }
}
