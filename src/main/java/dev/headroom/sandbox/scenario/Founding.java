package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Stage;
import java.util.ArrayList;
import java.util.List;

/// Gives a population its limits and pools, and its past.
final class Founding {
  private static final String AUTHOR = "scenario";

  /// So many users share the pools at `/`. More of them have pools of their own, as large houses
  /// do, and so that no line is waited in by thousands.
  private static final int SHARING_USERS_MAX = 20;

  /// A pool of one's own has to be larger, since nobody else's pauses make up for one's bursts.
  private static final double OWN_POOL_FACTOR = 1.4;

  private final Stage stage;
  private final Script script;
  private final Population population;
  private final Demand everyone = new Demand();
  private final List<Limit> limits = new ArrayList<>();
  private final List<Pool> pools = new ArrayList<>();
  private final List<Past> pasts = new ArrayList<>();

  Founding(Stage stage, Script script, Population population) {
    this.stage = stage;
    this.script = script;
    this.population = population;
  }

  /// Does it. What lies in the past was spent before there were pools and limits at `/`, which
  /// count from now on.
  ///
  /// @param tasksPerActivity how many tasks a run of activity 1 begins in a second
  void found(double tasksPerActivity) {
    for (Population.User user : population.users()) {
      budget(user, tasksPerActivity);
    }
    configure(Settings.DEFAULT, limits, List.of());
    pasts.forEach(this::relive);
    List<Limit> global =
        script.budgets().stream()
            .map(budget -> Sizing.limit(ScopePath.ROOT, budget, everyone))
            .toList();
    if (!isLarge()) {
      for (Supply supply : script.supplies()) {
        var id = new PoolId(supply.id());
        List<ScopePath> sharers = population.users().stream().map(Population.User::path).toList();
        pools.add(Sizing.pool(ScopePath.ROOT, id, supply, everyone, sharers));
      }
    }
    configure(script.settings(), global, pools);
  }

  private void budget(Population.User user, double tasksPerActivity) {
    var ofUser = new Demand();
    for (Population.Team team : user.teams()) {
      Demand ofTeam = Demand.of(team, tasksPerActivity * team.crew().activity());
      ofUser.add(ofTeam);
      for (Budget budget : team.crew().budgets()) {
        limits.add(Sizing.limit(team.path(), budget, ofTeam));
      }
      for (Supply supply : team.crew().supplies()) {
        var id = new PoolId(supply.id() + "-" + user.path().name() + "-" + team.path().name());
        pools.add(Sizing.pool(team.path(), id, supply, ofTeam, List.of()));
      }
    }
    everyone.add(ofUser);
    if (isLarge()) {
      supply(user, ofUser);
    }
    List<RequestLine> spent = new ArrayList<>();
    for (Budget budget : user.plan().budgets()) {
      limits.add(Sizing.limit(user.path(), budget, ofUser));
      long past = Sizing.past(budget, ofUser);
      if (past > 0) {
        spent.add(RequestLine.required(budget.type(), past));
      }
    }
    if (!spent.isEmpty()) {
      pasts.add(new Past(user.path(), spent));
    }
  }

  private void supply(Population.User user, Demand ofUser) {
    for (Supply supply : script.supplies()) {
      if (ofUser.usual(supply.type()) > 0) {
        var id = new PoolId(supply.id() + "-" + user.path().name());
        List<ScopePath> sharers = user.teams().stream().map(Population.Team::path).toList();
        Demand demand = ofUser.times(OWN_POOL_FACTOR);
        pools.add(Sizing.pool(user.path(), id, supply, demand, sharers));
      }
    }
  }

  private boolean isLarge() {
    return population.users().size() > SHARING_USERS_MAX;
  }

  private void configure(Settings settings, List<Limit> newLimits, List<Pool> newPools) {
    Answer answer =
        stage.configure(
            new Config(settings, newLimits, newPools), AUTHOR, "how " + script.name() + " begins");
    if (!(answer instanceof Outcome.ConfigChanged)) {
      throw new IllegalStateException(script.name() + " cannot begin: " + answer);
    }
  }

  private void relive(Past past) {
    AllocationRequest request =
        AllocationRequest.of(past.path, past.spent.toArray(RequestLine[]::new))
            .withPurpose("what was used before");
    Answer answer = stage.submit(new Command.Allocate(stage.nextId(), request));
    if (!(answer instanceof Outcome.Granted granted)) {
      throw new IllegalStateException(past.path + " cannot have used that much: " + answer);
    }
    AllocationId allocation = granted.allocation();
    for (RequestLine line : past.spent) {
      UsageRecord usage = UsageRecord.of(allocation, line.type(), line.amount());
      stage.submit(new Command.RecordUsage(stage.nextId(), usage));
    }
    stage.submit(new Command.Release(stage.nextId(), allocation));
  }

  /// What a scope spent before the scenario begins.
  private record Past(ScopePath path, List<RequestLine> spent) {}
}
