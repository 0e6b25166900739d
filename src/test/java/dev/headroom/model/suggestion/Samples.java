package dev.headroom.model.suggestion;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.LimitKey;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One of everything that can be suggested to do.
public final class Samples {
  private static final LimitKey MEMORY = new LimitKey(ResourceType.MEMORY, Optional.empty());

  private Samples() {}

  /// One remedy of each sort.
  public static List<Remedy> remedies() {
    return List.of(
        new Remedy.ReduceAllowance(MEMORY, 20, 10),
        new Remedy.RaiseAllowance(MEMORY, 10, 20),
        new Remedy.Rebalance(
            MEMORY,
            List.of(
                new Remedy.Rebalance.Share(ScopePath.of("/user:ada"), 20, 10),
                new Remedy.Rebalance.Share(ScopePath.of("/user:bob"), 10, 20))),
        new Remedy.Soften(MEMORY, 10, Duration.ofMinutes(2)),
        new Remedy.Substitute("summarise", "large", "small"),
        new Remedy.SubstituteType("draw", ResourceType.COMPUTE, ResourceType.TIME),
        new Remedy.Batch("work", 10),
        new Remedy.Cache("embed", "document"),
        new Remedy.Schedule("reindex", 9, 22, 3),
        new Remedy.RightSizeLease("work", Duration.ofHours(1), Duration.ofMinutes(5)),
        new Remedy.ChangeStrategy(
            new PoolId("cluster"), ConflictStrategy.QUEUING, ConflictStrategy.PRIORITY));
  }
}
