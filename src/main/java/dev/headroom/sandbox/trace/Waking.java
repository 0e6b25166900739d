package dev.headroom.sandbox.trace;

import dev.headroom.model.Config;
import dev.headroom.sandbox.Workload;
import java.util.PriorityQueue;
import java.util.Queue;

/// When something may happen to those who wait, other than by the workload's own doing: the ends of
/// waits, the ends of windows, and replenishment. The engine does all of these at their exact
/// instants, but only once it is looked at; looking too often costs a little and changes nothing.
final class Waking {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long SECOND_MILLIS = 1000;

  private final long stride;
  private final Queue<Long> deadlines = new PriorityQueue<>();

  /// Windows end at whole minutes, replenishment is continuous.
  Waking(Config config) {
    boolean refills =
        config.pools().stream().anyMatch(pool -> pool.terms().replenishment().isPresent());
    boolean windows =
        config.limits().stream().anyMatch(limit -> limit.terms().period().isPresent());
    stride = refills ? SECOND_MILLIS : windows ? MINUTE_MILLIS : Workload.NEVER;
  }

  /// A wait ends at `atMillis` at the latest.
  void noteDeadline(long atMillis) {
    deadlines.add(atMillis);
  }

  /// The next instant after `now` at which to look.
  long nextAfter(long now) {
    while (!deadlines.isEmpty() && deadlines.element() <= now) {
      deadlines.remove();
    }
    long next = deadlines.isEmpty() ? Workload.NEVER : deadlines.element();
    return stride == Workload.NEVER ? next : Math.min(next, (now / stride + 1) * stride);
  }
}
