package dev.headroom.sandbox.scenario;

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
/// @param supplies the pools
record Script(
    String name,
    String title,
    String summary,
    Instant start,
    List<UserPlan> users,
    List<Budget> budgets,
    List<Supply> supplies) {}
