package dev.headroom.sandbox.scenario;

import dev.headroom.model.Settings;
import java.time.Instant;
import java.util.List;

/// All that makes up a scenario; the rest is chance.
///
/// @param name what it is called on the command line
/// @param title what it is called in a menu
/// @param summary what there is to see
/// @param start when it begins
/// @param users who takes part
/// @param budgets the limits at `/`
/// @param supplies the pools that serve everyone
/// @param settings how long until those who wait age and starve
/// @param companions who else is there
record Script(
    String name,
    String title,
    String summary,
    Instant start,
    List<UserPlan> users,
    List<Budget> budgets,
    List<Supply> supplies,
    Settings settings,
    List<Companion> companions) {

  /// One under the usual settings.
  Script(
      String name,
      String title,
      String summary,
      Instant start,
      List<UserPlan> users,
      List<Budget> budgets,
      List<Supply> supplies) {
    this(name, title, summary, start, users, budgets, supplies, Settings.DEFAULT, List.of());
  }

  /// The same, where those who wait age and starve sooner or later than usual.
  Script withSettings(Settings others) {
    return new Script(name, title, summary, start, users, budgets, supplies, others, companions);
  }

  /// The same, with others beside the crowd.
  Script withCompanions(Companion... others) {
    return new Script(
        name, title, summary, start, users, budgets, supplies, settings, List.of(others));
  }
}
