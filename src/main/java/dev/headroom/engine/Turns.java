package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order in which those in a line are considered, once each, in one pass (rules Q2, Q3, Q5): by
/// arrival under QUEUING; else those who starve first, then the highest effective priority, and
/// among equals by arrival.
///
/// Who is of one priority and has waited for as many aging intervals is of one *rank*; to find who
/// is next takes a look at each rank, however many wait.
final class Turns {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final int LEVELS = PRIORITIES.size();

  /// What must suffice for a waiter of some effective priority to be worth a look.
  @FunctionalInterface
  interface Reach {
    long of(Priority effective);
  }

  private final WaitingLine line;
  private final ConflictStrategy strategy;
  private final long now;
  private final long aging;
  private final long starving;

  /// Where the pass has come to: 0 for those who starve, then the effective priorities from the
  /// highest down, and the arrival of the last one considered among those.
  private int phase;

  private long after;

  private @Nullable Waiter best;

  Turns(WaitingLine line, ConflictStrategy strategy, long now, Settings settings) {
    this.line = line;
    this.strategy = strategy;
    this.now = now;
    this.aging = settings.agingInterval().toMillis();
    this.starving = now - settings.starvationInterval().toMillis() - 1;
  }

  /// Whom to consider next of those whose need is within reach; none where nobody is left. Whoever
  /// was out of reach in their turn is not asked again, even if room was made meanwhile.
  @Nullable Waiter next(Reach reach) {
    best = null;
    if (strategy == ConflictStrategy.QUEUING) {
      for (Priority priority : PRIORITIES) {
        look(priority, reach.of(priority), Long.MIN_VALUE, Long.MAX_VALUE);
      }
    } else {
      lookOn(reach);
    }
    if (best != null) {
      after = best.arrival;
    }
    return best;
  }

  private void lookOn(Reach reach) {
    while (phase <= LEVELS) {
      if (phase == 0) {
        PRIORITIES.forEach(effective -> lookAt(effective, true, reach));
      } else {
        lookAt(PRIORITIES.get(LEVELS - phase), false, reach);
      }
      if (best != null) {
        return;
      }
      phase++;
      after = 0;
    }
  }

  /// Looks at everyone of an effective priority who starves, or who does not.
  private void lookAt(Priority effective, boolean starves, Reach reach) {
    long free = reach.of(effective);
    for (int at = 0; at <= effective.ordinal(); at++) {
      int levels = effective.ordinal() - at;
      boolean atTop = effective.ordinal() == LEVELS - 1;
      long from = atTop ? Long.MIN_VALUE : now - (levels + 1) * aging + 1;
      long until = now - levels * aging;
      if (starves) {
        look(PRIORITIES.get(at), free, from, Math.min(until, starving));
      } else {
        look(PRIORITIES.get(at), free, Math.max(from, starving + 1), until);
      }
    }
  }

  private void look(Priority priority, long free, long from, long until) {
    Waiter candidate = line.of(priority).firstFitting(after, free, from, until);
    if (candidate != null && (best == null || candidate.arrival < best.arrival)) {
      best = candidate;
    }
  }
}
