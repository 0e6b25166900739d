package dev.headroom.app.simulation;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.Optional;

/// Hears every event, checks that they follow on each other (T3), and that what ends ends once
/// (A7).
final class Witness {
  private final OpenBook open;
  private long sequence;
  private Instant now = Instant.MIN;
  private long granted;
  private long queued;
  private long denied;
  private long preempted;

  /// What is being asked for while it is decided.
  private Optional<AllocationRequest> asked = Optional.empty();

  Witness(OpenBook open) {
    this.open = open;
  }

  /// The number of the last event.
  long sequence() {
    return sequence;
  }

  long granted() {
    return granted;
  }

  long queued() {
    return queued;
  }

  long denied() {
    return denied;
  }

  long preempted() {
    return preempted;
  }

  /// What is asked for from now on; empty where it is not one request.
  void asking(Optional<AllocationRequest> request) {
    asked = request;
  }

  void hear(Event event) {
    ViolationException.unless(
        event.sequence() == sequence + 1, "an event that does not follow the last (T3)", event);
    ViolationException.unless(!event.at().isBefore(now), "an event before the last (D1)", event);
    sequence = event.sequence();
    now = event.at();
    switch (event.body()) {
      case Event.Granted(var _, var id, var lines, var expires, var _, var _) -> {
        ViolationException.unless(expires.isAfter(now), "granted after its expiry", event);
        ViolationException.unless(
            lines.stream().allMatch(line -> line.granted() <= line.requested()),
            "granted more than was asked for",
            event);
        granted++;
        open.put(new OpenBook.Entry(id, false, Optional.empty()));
      }
      case Event.Queued(var path, var id, var _, var _) -> {
        queued++;
        open.put(new OpenBook.Entry(id, true, asked.filter(each -> each.path().equals(path))));
      }
      case Event.Denied(var _, var id, var _, var _) -> {
        denied++;
        id.ifPresent(open::remove);
      }
      case Event.Ended(var _, var id, var _, var _) -> open.remove(id);
      case Event.Preempted preemption -> hear(preemption);
      case Event.Used(var _, var _, var _, var amount, var beyond, var _, var _, var _) ->
          ViolationException.unless(
              beyond >= 0 && beyond <= amount, "more beyond than in all", event);
      case Event.Renewed(var _, var id, var _) -> requireLive(id, event);
      case Event.Resized(var _, var id, var _, var _) -> requireLive(id, event);
      case Event.Shrunk shrunk -> requireLive(shrunk.allocation(), event);
      case Event.AlertRaised _,
          Event.AlertCleared _,
          Event.AlertReopened _,
          Event.AlertAcknowledged _,
          Event.AlertsShelved _,
          Event.AlertsUnshelved _,
          Event.StandingChanged _,
          Event.CheckpointTaken _,
          Event.CheckpointRestored _,
          Event.CheckpointForgotten _,
          Event.ConflictOpened _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.DeadlockFound _,
          Event.Exhausted _,
          Event.ConfigChanged _,
          Event.QuotaLent _,
          Event.QuotaReturned _,
          Event.ToppedUp _,
          Event.ScopeClosed _ -> {}
    }
  }

  private void hear(Event.Preempted preemption) {
    preempted++;
    requireLive(preemption.allocation(), preemption);
    ViolationException.unless(
        preemption.priority().compareTo(preemption.byPriority()) < 0,
        "preempted by no higher priority (Q3)",
        preemption);
  }

  private void requireLive(AllocationId id, Object event) {
    ViolationException.unless(
        open.find(id).filter(entry -> !entry.waits()).isPresent(), "told of none live", event);
  }
}
