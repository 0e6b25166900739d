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

  /// The last one considered of each phase, by arrival: 0 is for those who starve, and under
  /// QUEUING for all; then come the effective priorities from the highest down.
  private final long[] considered = new long[LEVELS + 1];

  private int phase;
  private @Nullable Waiter best;
  private int bestPhase;

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
    Waiter next = peek(phase, reach);
    phase = bestPhase;
    take();
    return next;
  }

  /// Whom to consider next if whoever was out of reach is asked again; [#take()] it, or nothing has
  /// happened.
  @Nullable Waiter peek(Reach reach) {
    return peek(0, reach);
  }

  /// Counts as considered whom the last look has found.
  void take() {
    if (best != null) {
      considered[bestPhase] = best.arrival;
    }
  }

  private @Nullable Waiter peek(int from, Reach reach) {
    best = null;
    for (bestPhase = from; bestPhase <= LEVELS; bestPhase++) {
      lookAt(bestPhase, reach);
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  private void lookAt(int at, Reach reach) {
    if (strategy == ConflictStrategy.QUEUING) {
      if (at == 0) {
        PRIORITIES.forEach(
            priority -> look(priority, reach.of(priority), Long.MIN_VALUE, Long.MAX_VALUE));
      }
    } else if (at == 0) {
      PRIORITIES.forEach(effective -> lookAt(effective, true, reach));
    } else {
      lookAt(PRIORITIES.get(LEVELS - at), false, reach);
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
    Waiter candidate = line.of(priority).firstFitting(considered[bestPhase], free, from, until);
    if (candidate != null && (best == null || candidate.arrival < best.arrival)) {
      best = candidate;
    }
  }
}
