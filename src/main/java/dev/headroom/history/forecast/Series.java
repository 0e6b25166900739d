package dev.headroom.history.forecast;

import java.util.Arrays;

/// Demand so far, bucket by bucket. It grows at its end only, so whoever looks at it cannot see the
/// future. For one thread.
final class Series {
  private double[] values = new double[64];

  /// The sums of the first 0, 1, 2… values.
  private double[] sums = new double[65];

  private int size;

  void append(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size + 1);
    }
    values[size] = value;
    sums[size + 1] = sums[size] + value;
    size++;
  }

  int size() {
    return size;
  }

  double last() {
    return values[size - 1];
  }

  /// The mean of the buckets from `from` to before `to`.
  double mean(int from, int to) {
    return (sums[to] - sums[from]) / (to - from);
  }

  /// The mean of all, or of the last `count` where there are more.
  double meanOfLast(int count) {
    return mean(Math.max(0, size - count), size);
  }

  /// The median of the last `count`.
  double medianOfLast(int count) {
    double[] last = Arrays.copyOfRange(values, size - count, size);
    Arrays.sort(last);
    return (last[count / 2] + last[(count - 1) / 2]) / 2;
  }
}
