package dev.headroom.sandbox;

import dev.headroom.model.Event;
import dev.headroom.node.Node;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One stage with one workload on it, and time to pass there. Its clock takes on only the instants
/// of the workload's actions and of a regular beat, so that what the engine decides does not depend
/// on how fast or in which portions it is played. For one thread at a time.
final class World implements AutoCloseable {
  /// How long leases, windows and waits may lag behind while the workload does nothing, in
  /// simulated milliseconds.
  static final long BEAT_MILLIS = 100;

  private final Stage stage;
  private final Workload workload;

  /// What the workload must hear of. An administrator's command may cause it in another thread.
  private final Queue<Event> inbox = new ConcurrentLinkedQueue<>();

  private long beatAt;

  World(WorkloadSource source, long seed, int scopes) {
    stage = new Stage(source.start());
    workload = source.open(stage, seed, scopes);
    stage.node().observe(this::note);
    beatAt = stage.now() + BEAT_MILLIS;
  }

  Node node() {
    return stage.node();
  }

  Stage stage() {
    return stage;
  }

  long now() {
    return stage.now();
  }

  /// When something happens next, in epoch milliseconds.
  long nextAt() {
    return Math.min(beatAt, workload.nextAt());
  }

  /// When the workload does something next; [Workload#NEVER] where it has nothing to do.
  long nextActionAt() {
    return workload.nextAt();
  }

  /// Lets the next thing happen.
  ///
  /// @return whether it was the workload's doing
  boolean proceed() {
    long actionAt = workload.nextAt();
    boolean acts = actionAt < beatAt;
    if (acts) {
      stage.clock().moveTo(actionAt);
      workload.act();
    } else {
      stage.clock().moveTo(beatAt);
      beatAt += BEAT_MILLIS;
      stage.node().advance();
    }
    deliver();
    return acts;
  }

  /// Hands on what an administrator's commands brought about since.
  void deliver() {
    for (Event event = inbox.poll(); event != null; event = inbox.poll()) {
      workload.onEvent(event);
    }
  }

  @Override
  public void close() {
    workload.close();
    stage.close();
  }

  private void note(Event event) {
    switch (event.body()) {
      case Event.Granted _,
          Event.Denied _,
          Event.Preempted _,
          Event.Shrunk _,
          Event.Ended _,
          Event.ScopeClosed _ ->
          inbox.add(event);
      case Event.Used _,
          Event.Renewed _,
          Event.Resized _,
          Event.AlertRaised _,
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
          Event.ConflictOpened _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.DeadlockFound _,
          Event.Exhausted _,
          Event.ConfigChanged _,
          Event.QuotaLent _,
          Event.QuotaReturned _,
          Event.ToppedUp _ -> {}
    }
  }
}
