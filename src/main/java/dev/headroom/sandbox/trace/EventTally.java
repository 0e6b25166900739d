package dev.headroom.sandbox.trace;

import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Follows the engine's events and keeps what they add up to at `/`.
final class EventTally {
  private final long[] reserved = new long[ResourceType.ALL.size()];
  private final long[] peak = new long[ResourceType.ALL.size()];
  private final long[] consumed = new long[ResourceType.ALL.size()];
  private final boolean[] seen = new boolean[ResourceType.ALL.size()];
  private long alerts;
  private long expired;

  /// @param types those that are reported even if nobody ever gets any
  EventTally(List<ResourceType> types) {
    for (ResourceType type : types) {
      seen[type.ordinal()] = true;
    }
  }

  void accept(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> reserve(granted.lines());
      case Event.Used used -> consume(used);
      case Event.Ended ended -> {
        giveBack(ended.returned());
        if (ended.cause() == Event.EndCause.EXPIRED) {
          expired++;
        }
      }
      case Event.Resized resized -> add(resized.type(), resized.difference());
      case Event.AlertRaised _ -> alerts++;
      case Event.Renewed _,
          Event.AlertCleared _,
          Event.AlertAcknowledged _,
          Event.AlertReopened _,
          Event.AlertsShelved _,
          Event.AlertsUnshelved _,
          Event.StandingChanged _,
          Event.Queued _,
          Event.Denied _,
          Event.Preempted _,
          Event.ConflictOpened _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.DeadlockFound _,
          Event.Exhausted _,
          Event.ConfigChanged _,
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

  private void reserve(List<GrantedLine> lines) {
    for (GrantedLine line : lines) {
      add(line.type(), line.granted());
    }
  }

  /// Samples of held types are no consumption.
  private void consume(Event.Used used) {
    if (used.type().isSpent()) {
      consumed[used.type().ordinal()] += used.amount();
      add(used.type(), used.beyond() - used.amount());
    }
  }

  private void giveBack(List<GrantedLine> returned) {
    for (GrantedLine line : returned) {
      add(line.type(), -line.granted());
    }
  }

  private void add(ResourceType type, long amount) {
    int index = type.ordinal();
    seen[index] = true;
    reserved[index] += amount;
    peak[index] = Math.max(peak[index], reserved[index]);
  }
}
