package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Injector;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Rows;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.Optional;

/// Something for the sake of which one goes back to an instant.
///
/// @param kind of what kind
/// @param level how grave
/// @param cause what happened
public record Moment(Kind kind, Level level, Cause cause) {
  /// What marks are there for.
  public enum Kind {
    /// An alert was raised, or wants attention again.
    ALERT,
    /// Somebody begins to wait where nobody did, is denied what was waited for, or loses what was
    /// granted.
    CONFLICT,
    /// Limits, pools or settings were changed, a pool was topped up, or quota lent or returned.
    CHANGE,
    /// Something was thrown into the simulation.
    INJECTION
  }

  /// What happened.
  public sealed interface Cause {
    /// When it was.
    Instant at();
  }

  /// The instance told it.
  public record Told(Event event) implements Cause {
    @Override
    public Instant at() {
      return event.at();
    }
  }

  /// Somebody has thrown it in, of which the instance knows nothing.
  public record Injected(Injector.Thrown thrown) implements Cause {
    @Override
    public Instant at() {
      return thrown.since();
    }
  }

  /// When it was.
  public Instant at() {
    return cause.at();
  }

  /// The moment that an injection makes.
  static Moment of(Injector.Thrown thrown) {
    return new Moment(Kind.INJECTION, Level.CALM, new Injected(thrown));
  }

  private static Moment told(Kind kind, Level level, Event event) {
    return new Moment(kind, level, new Told(event));
  }

  /// The moment that an event makes; none where it is routine.
  static Optional<Moment> of(Event event) {
    return switch (event.body()) {
      case Event.AlertRaised raised ->
          Optional.of(told(Kind.ALERT, Rows.level(raised.severity()), event));
      case Event.AlertReopened _ -> Optional.of(told(Kind.ALERT, Level.WARNING, event));
      case Event.ConflictOpened _, Event.Preempted _, Event.Shrunk _ ->
          Optional.of(told(Kind.CONFLICT, Level.CALM, event));
      case Event.DeadlockFound _ -> Optional.of(told(Kind.CONFLICT, Level.WARNING, event));
      case Event.ConfigChanged _, Event.ToppedUp _, Event.QuotaLent _, Event.QuotaReturned _ ->
          Optional.of(told(Kind.CHANGE, Level.CALM, event));
      case Event.Granted _,
          Event.Used _,
          Event.Ended _,
          Event.Renewed _,
          Event.Resized _,
          Event.Queued _,
          Event.Denied _,
          Event.ConflictDecided _,
          Event.ConflictResolved _,
          Event.ConflictClosed _,
          Event.AlertCleared _,
          Event.AlertAcknowledged _,
          Event.AlertsShelved _,
          Event.AlertsUnshelved _,
          Event.StandingChanged _,
          Event.Exhausted _,
          Event.CheckpointTaken _,
          Event.CheckpointRestored _,
          Event.CheckpointForgotten _,
          Event.ScopeClosed _ ->
          Optional.empty();
    };
  }
}
