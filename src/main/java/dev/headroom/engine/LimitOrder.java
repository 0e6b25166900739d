package dev.headroom.engine;

import dev.headroom.model.Limit;
import java.util.List;

/// Keeps the limits of a row in the order of their periods, the first one inline, so that their
/// terms and not their history decide which of equals binds.
final class LimitOrder {
  private final LimitBook limits;
  private final long[] kept = new long[Row.LONGS];

  LimitOrder(LimitBook limits) {
    this.limits = limits;
  }

  /// Puts a row in order after some of its limits came or went.
  void restore(int scope, int type) {
    int first = limits.firstFurther(scope, type);
    if (first == Site.NONE) {
      return;
    }
    if (limits.of(scope, type).getFirst() != LimitBook.INLINE) {
      copy(scope, type, first, LimitBook.INLINE);
      limits.unchain(scope, type, first);
    }
    List<Integer> places = limits.of(scope, type);
    for (int sorted = 1; sorted < places.size(); sorted++) {
      for (int at = sorted; at > 0 && isLater(scope, type, places.subList(at - 1, at + 1)); at--) {
        swap(scope, type, places.get(at - 1), places.get(at));
      }
    }
  }

  /// Whether the first of two has the longer period.
  private boolean isLater(int scope, int type, List<Integer> two) {
    return Limit.BY_PERIOD.compare(
            limits.terms(scope, type, two.getFirst()), limits.terms(scope, type, two.getLast()))
        > 0;
  }

  private void swap(int scope, int type, int one, int other) {
    Row.copyLimit(limits.rowsOf(scope, one), limits.offsetOf(scope, type, one), kept, 0);
    copy(scope, type, other, one);
    Row.copyLimit(kept, 0, limits.rowsOf(scope, other), limits.offsetOf(scope, type, other));
  }

  private void copy(int scope, int type, int from, int to) {
    Row.copyLimit(
        limits.rowsOf(scope, from),
        limits.offsetOf(scope, type, from),
        limits.rowsOf(scope, to),
        limits.offsetOf(scope, type, to));
  }
}
