package dev.headroom.sandbox.scenario;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who takes part in a scenario of a given size: users of each kind in turn, each with its teams,
/// each of these with some runs at a time.
final class Population {
  private static final int SCOPES_PER_USER = 100;
  private static final int USERS_MAX = 5_000;

  /// Of so many additions to a user that has all its crews, one is another crew and the rest are
  /// runs.
  private static final int RUNS_PER_TEAM = 3;

  /// In a large population, one of so many users of a kind has bursts, and the others are steady:
  /// most are fine.
  private static final int USERS_PER_BURST = 10;

  private final List<User> users = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private int scopes = 1;

  private Population() {}

  /// A population of about `scopes` scopes, `/` and all steps included; of at least one run a user.
  static Population of(Script script, int scopes) {
    var population = new Population();
    List<UserPlan> plans = script.users();
    int count = Math.clamp(scopes / SCOPES_PER_USER, plans.size(), USERS_MAX);
    for (int number = 0; number < count; number++) {
      population.addUser(plans.get(number % plans.size()), number / plans.size());
    }
    population.grow(scopes);
    return population;
  }

  List<User> users() {
    return users;
  }

  /// How many scopes there are while every run has begun.
  int scopes() {
    return scopes;
  }

  private void addUser(UserPlan plan, int turn) {
    String name = plan.names().get(turn % plan.names().size());
    int namesake = turn / plan.names().size() + 1;
    String path = "/user:" + name + (namesake == 1 ? "" : "-" + namesake);
    UserPlan own = turn % USERS_PER_BURST == 0 ? plan : plan.settled();
    users.add(new User(ScopePath.of(path), own, new ArrayList<>()));
    scopes++;
  }

  private void grow(int target) {
    for (int round = 0; round == 0 || scopes < target; round++) {
      for (User user : users) {
        if (round > 0 && scopes >= target) {
          return;
        }
        grow(user, round);
      }
    }
  }

  private void grow(User user, int round) {
    int crews = user.plan().crews().size();
    int beyond = round - crews;
    if (beyond < 0) {
      addTeam(user, round);
    } else if (beyond % RUNS_PER_TEAM == RUNS_PER_TEAM - 1) {
      addTeam(user, crews + beyond / RUNS_PER_TEAM);
    }
    Team team = user.teams().get(round % user.teams().size());
    team.runs++;
    scopes += 1 + team.crew.steps().size();
  }

  private void addTeam(User user, int number) {
    List<Crew> crews = user.plan().crews();
    Crew crew = crews.get(number % crews.size());
    int namesake = number / crews.size() + 1;
    String path = user.path().text() + "/" + crew.place() + (namesake == 1 ? "" : "-" + namesake);
    for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (places.add(path.substring(0, slash)) && slash > user.path().text().length()) {
        scopes++;
      }
    }
    scopes++;
    user.teams().add(new Team(ScopePath.of(path), crew));
  }

  /// One user.
  record User(ScopePath path, UserPlan plan, List<Team> teams) {}

  /// A crew at its place.
  static final class Team {
    private final ScopePath path;
    private final Crew crew;
    private int runs;

    Team(ScopePath path, Crew crew) {
      this.path = path;
      this.crew = crew;
    }

    ScopePath path() {
      return path;
    }

    Crew crew() {
      return crew;
    }

    /// How many runs it has at a time.
    int runs() {
      return runs;
    }
  }
}
