package dev.headroom.sandbox.scenario;

import dev.headroom.sandbox.WorkloadSource;
import java.util.List;
import java.util.stream.Stream;

/// The scenarios that there are.
public final class Scenarios {
  private Scenarios() {}

  /// All of them, the quietest first.
  public static List<WorkloadSource> all() {
    return Stream.of(
            CalmDay.script(),
            BudgetReview.script(),
            LaunchRush.script(),
            RunawayRun.script(),
            NoisyNeighbour.script(),
            NoisyNeighbour.equalShare(),
            NoisyNeighbour.guaranteedQuota(),
            NoisyNeighbour.fairShare(),
            PriorityStorm.script(),
            SpotMarket.script(),
            ShortRations.script(),
            BorrowedCores.script(),
            ElasticTraining.script(),
            DeadlyEmbrace.script(),
            ElectionNight.script(),
            GrantRound.script(),
            CrashRecovery.script())
        .<WorkloadSource>map(Scenario::new)
        .toList();
  }
}
