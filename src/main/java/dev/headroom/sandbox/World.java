package dev.headroom.sandbox;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.util.List;
import java.util.Optional;
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

  private final Disturbances disturbances;
  private long beatAt;

  /// @param injections what is thrown in when its time comes
  World(WorkloadSource source, long seed, int scopes, List<Injection> injections) {
    stage = source.stage();
    workload = source.open(stage, seed, scopes);
    disturbances = new Disturbances(stage, seed, injections);
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
    return Math.min(beatAt, nextActionAt());
  }

  /// When the workload, or what disturbs it, does something next; [Workload#NEVER] where there is
  /// nothing to do.
  long nextActionAt() {
    return Math.min(
        workload.nextAt(), Math.min(disturbances.nextActionAt(), disturbances.nextTurnAt()));
  }

  /// The first instant from then on at which something can be done by hand.
  long freeFrom(long millis) {
    return disturbances.freeFrom(millis);
  }

  /// Throws a disturbance in at an instant, by which all else has happened.
  Injected inject(long at, Disturbance what, Optional<ScopePath> wanted) {
    stage.clock().moveTo(at);
    return disturbances.add(what, wanted);
  }

  /// Has a disturbance thrown in when its time comes.
  void expect(Injection injection) {
    disturbances.expect(injection);
  }

  /// Ends a disturbance at an instant, by which all else has happened.
  ///
  /// @return whether it was under way
  boolean end(long at, int number) {
    stage.clock().moveTo(at);
    return disturbances.end(number);
  }

  /// What was thrown in.
  List<Injected> injected() {
    return disturbances.begun();
  }

  /// What was thrown in, and what is still to be.
  List<Injection> injections() {
    return disturbances.recorded();
  }

  /// Lets the next thing happen. At one instant the beat comes first, then the workload, then what
  /// disturbs it.
  ///
  /// @return whether it was somebody's doing
  boolean proceed() {
    long actionAt = nextActionAt();
    boolean acts = actionAt < beatAt;
    if (acts) {
      boolean works = workload.nextAt() <= actionAt; // It may say otherwise once the clock moves.
      stage.clock().moveTo(actionAt);
      act(actionAt, works);
    } else {
      stage.clock().moveTo(beatAt);
      beatAt += BEAT_MILLIS;
      stage.node().advance();
    }
    deliver();
    return acts;
  }

  private void act(long at, boolean works) {
    if (works) {
      workload.act();
    } else if (disturbances.nextActionAt() <= at) {
      disturbances.act();
    } else {
      disturbances.turn();
    }
  }

  /// Hands on what an administrator's commands brought about since.
  void deliver() {
    for (Event event = inbox.poll(); event != null; event = inbox.poll()) {
      workload.onEvent(event);
      disturbances.hear(event);
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
