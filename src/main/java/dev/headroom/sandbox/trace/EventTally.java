package dev.headroom.sandbox.trace;

import dev.headroom.model.Config;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Follows the engine's events and keeps what they add up to at `/` and at the pools.
final class EventTally {
  private final long[] reserved = new long[ResourceType.ALL.size()];
  private final long[] peak = new long[ResourceType.ALL.size()];
  private final long[] consumed = new long[ResourceType.ALL.size()];
  private final boolean[] seen = new boolean[ResourceType.ALL.size()];
  private final ServingPools pools;
  private final GuardWatch guard;
  private long alerts;
  private long expired;
  private long preempted;

  /// @param types those that are reported even if nobody ever gets any
  /// @param config under which it happens
  /// @param startMillis from when on
  EventTally(List<ResourceType> types, Config config, long startMillis) {
    pools = new ServingPools(config.pools(), startMillis);
    guard = new GuardWatch(pools, config.settings().starvationInterval());
    for (ResourceType type : types) {
      seen[type.ordinal()] = true;
    }
  }

  void accept(Event event) {
    pools.moveTo(event.at().toEpochMilli());
    guard.hear(event);
    switch (event.body()) {
      case Event.Granted granted -> reserve(granted.path(), granted.lines());
      case Event.Used used -> consume(used);
      case Event.Preempted _ -> preempted++;
      case Event.Ended ended -> {
        giveBack(ended.path(), ended.returned());
        if (ended.cause() == EndCause.EXPIRED) {
          expired++;
        }
      }
      case Event.Resized resized -> add(resized.path(), resized.type(), resized.difference());
      case Event.AlertRaised _ -> alerts++;
      case Event.Renewed _,
          Event.AlertCleared _,
          Event.AlertAcknowledged _,
          Event.AlertReopened _,
          Event.AlertsShelved _,
          Event.AlertsUnshelved _,
          Event.StandingChanged _,
          Event.CheckpointTaken _,
          Event.CheckpointRestored _,
          Event.CheckpointForgotten _,
          Event.Queued _,
          Event.Denied _,
          Event.ConflictOpened _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.DeadlockFound _,
          Event.Shrunk _,
          Event.Exhausted _,
          Event.ConfigChanged _,
          Event.QuotaLent _,
          Event.QuotaReturned _,
          Event.ToppedUp _,
          Event.ScopeClosed _ -> {}
    }
  }

  /// How often a threshold was crossed upward.
  long alerts() {
    return alerts;
  }

  /// How many allocations ended by expiry.
  long expired() {
    return expired;
  }

  /// How many allocations were revoked.
  long preempted() {
    return preempted;
  }

  /// By pool, how much of it was reserved on average.
  Map<String, Double> utilisation() {
    return pools.utilisation();
  }

  /// For how long, beyond the starvation interval, someone had waited at most who was passed.
  double passedSeconds() {
    return guard.longestMillis() / 1000.0;
  }

  /// Per type that was used, what was consumed and the most that was reserved at once.
  Map<ResourceType, ReplayReport.TypeUse> types() {
    Map<ResourceType, ReplayReport.TypeUse> types = new EnumMap<>(ResourceType.class);
    for (ResourceType type : ResourceType.ALL) {
      if (seen[type.ordinal()]) {
        types.put(type, new ReplayReport.TypeUse(consumed[type.ordinal()], peak[type.ordinal()]));
      }
    }
    return types;
  }

  private void reserve(ScopePath path, List<GrantedLine> lines) {
    for (GrantedLine line : lines) {
      add(path, line.type(), line.granted());
    }
  }

  /// Samples of held types are no consumption.
  private void consume(Event.Used used) {
    if (used.type().isSpent()) {
      consumed[used.type().ordinal()] += used.amount();
      add(used.path(), used.type(), used.beyond() - used.amount());
    }
  }

  private void giveBack(ScopePath path, List<GrantedLine> returned) {
    for (GrantedLine line : returned) {
      add(path, line.type(), -line.granted());
    }
  }

  private void add(ScopePath path, ResourceType type, long amount) {
    int index = type.ordinal();
    seen[index] = true;
    reserved[index] += amount;
    peak[index] = Math.max(peak[index], reserved[index]);
    pools.add(path, type, amount);
  }
}
