package dev.headroom.app.bench;

import java.util.Locale;

/// What one decision in a conflict costs.
///
/// @param what which decision: `next grant` or `preemption`
/// @param size among how many waiters, or how many holders
/// @param nanos how long it took half of the time at most, in nanoseconds
/// @param nanosP99 the same for 99 % of them
public record ContendedRun(String what, int size, long nanos, long nanosP99) {
  /// As a line of a table.
  String row() {
    return String.format(Locale.ROOT, "%-10s %,10d %8d %8d", what, size, nanos, nanosP99);
  }
}
