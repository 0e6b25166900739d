package dev.headroom.console.viewmodel;

/// The newest samples of one curve in a ring: adding one forgets the oldest, and nothing is
/// allocated after construction. For the UI thread only.
public final class TimeSeries {
  private final long[] millis;
  private final double[] values;
  private int first;
  private int size;

  /// @param capacity how many samples are kept; at least 2
  public TimeSeries(int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("a curve needs two samples or more: " + capacity);
    }
    millis = new long[capacity];
    values = new double[capacity];
  }

  /// Adds the newest sample. One that is not newer than the last replaces it: a clock that stood
  /// still must not draw a vertical line.
  public void add(long atMillis, double value) {
    if (size > 0 && atMillis <= millisAt(size - 1)) {
      values[slot(size - 1)] = value;
      return;
    }
    if (size == millis.length) {
      first = (first + 1) % millis.length;
      size--;
    }
    millis[slot(size)] = atMillis;
    values[slot(size)] = value;
    size++;
  }

  /// How many samples there are.
  public int size() {
    return size;
  }

  /// When sample `index` was taken; 0 is the oldest.
  public long millisAt(int index) {
    return millis[slot(index)];
  }

  /// What sample `index` says; 0 is the oldest.
  public double valueAt(int index) {
    return values[slot(index)];
  }

  /// The index of the last sample at or before `atMillis`; -1 where all are later. O(log n).
  public int indexAt(long atMillis) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (millisAt(middle) <= atMillis) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private int slot(int index) {
    int slot = first + index;
    return slot < millis.length ? slot : slot - millis.length;
  }
}
