package dev.headroom.engine;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import dev.headroom.model.WhatIf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tries a change set on a copy of an engine and finds out what would differ.
///
/// Works step by step, so that whoever drives it can stop between two. One thread, which need not
/// be the engine's: the copy shares nothing with it.
public final class Rehearsal {
  private static final int SCOPES_PER_STEP = 512;

  private enum Phase {
    BEFORE,
    CHANGE,
    AFTER,
    HOLDERS,
    DONE
  }

  private final List<Change> changes;
  private final Engine copy;
  private final Instant at;
  private final Levels levels;
  private final Bounded<WhatIf.Waiting> admitted = new Bounded<>();
  private final Bounded<WhatIf.Waiting> denied = new Bounded<>();
  private final Bounded<WhatIf.Alerting> raised = new Bounded<>();
  private final Bounded<WhatIf.Alerting> cleared = new Bounded<>();
  private Optional<Refusal> refusal = Optional.empty();
  private Phase phase = Phase.BEFORE;
  private int next;
  private boolean changing;

  /// Copies the engine, which takes as long as copying the memory that its state fills; all else is
  /// left to [#step()].
  ///
  /// @param at when the change set is tried; what falls due until then happens in the copy first
  public Rehearsal(Engine engine, Instant at, List<Change> changes) {
    this.changes = List.copyOf(changes);
    this.copy = engine.fork(this::hear);
    this.at = at;
    this.levels = new Levels(copy.state());
  }

  /// Goes a short way.
  ///
  /// @return whether there is more to do
  public boolean step() {
    switch (phase) {
      case BEFORE -> {
        if (next == 0) {
          copy.advance(at);
        }
        scan(false, Phase.CHANGE);
      }
      case CHANGE -> {
        changing = true;
        refusal = copy.change(changes);
        changing = false;
        phase = refusal.isPresent() ? Phase.DONE : Phase.AFTER;
      }
      case AFTER -> scan(true, Phase.HOLDERS);
      case HOLDERS -> {
        next = levels.findHolders(next, SCOPES_PER_STEP);
        phase = next == Levels.END ? Phase.DONE : Phase.HOLDERS;
      }
      case DONE -> {}
    }
    return phase != Phase.DONE;
  }

  /// Why the change set would be refused; empty where it would be applied.
  public Optional<Refusal> refusal() {
    return refusal;
  }

  /// What would differ, once there is no more to do.
  public WhatIf report() {
    if (phase != Phase.DONE || refusal.isPresent()) {
      throw new IllegalStateException("nothing to report");
    }
    return new WhatIf(
        copy.now(),
        levels.changed(),
        levels.over(),
        admitted.listed(),
        denied.listed(),
        raised.listed(),
        cleared.listed());
  }

  private void scan(boolean after, Phase then) {
    next = levels.scan(next, SCOPES_PER_STEP, after);
    if (next == Levels.END) {
      next = 0;
      phase = then;
    }
  }

  private void hear(Event event) {
    if (!changing) {
      return;
    }
    switch (event.body()) {
      case Event.Granted granted ->
          admitted.add(new WhatIf.Waiting(granted.allocation(), granted.path()));
      case Event.Denied denial ->
          denial
              .allocation()
              .ifPresent(waiter -> denied.add(new WhatIf.Waiting(waiter, denial.path())));
      case Event.AlertRaised alert ->
          raised.add(new WhatIf.Alerting(alert.constraint(), alert.percent(), alert.severity()));
      case Event.AlertCleared alert ->
          cleared.add(
              new WhatIf.Alerting(
                  alert.constraint(),
                  alert.percent(),
                  new AlertRef(alert.constraint(), alert.percent()).severity()));
      default -> {}
    }
  }
}
