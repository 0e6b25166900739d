package dev.headroom.sandbox.trace;

import java.util.Arrays;

/// How long requests waited, each kept exactly.
final class WaitTimes {
  private long[] millis = new long[64];
  private int count;

  void add(long waitedMillis) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, count * 2);
    }
    millis[count++] = waitedMillis;
  }

  /// The percentiles by nearest rank; all 0 where nobody waited.
  ReplayReport.WaitSeconds summary() {
    if (count == 0) {
      return new ReplayReport.WaitSeconds(0, 0, 0, 0);
    }
    long[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return new ReplayReport.WaitSeconds(
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  private static double percentile(long[] sorted, int percent) {
    int rank = (int) (((long) sorted.length * percent + 99) / 100);
    return sorted[rank - 1] / 1000.0;
  }
}
