package dev.headroom.sandbox;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is still to happen, by instant; at one instant, in the order in which it was put in. A
/// binary heap over plain arrays, since a replay goes through it for every row.
///
/// @param <T> what happens
public final class TimedQueue<T> {
  private long[] times = new long[64];
  private long[] arrivals = new long[64];
  private @Nullable Object[] items = new Object[64];
  private int size;
  private long arrived;

  /// When the first of them is due, in epoch milliseconds; [Workload#NEVER] where there is none.
  public long earliest() {
    return size == 0 ? Workload.NEVER : times[0];
  }

  /// How many there are.
  public int size() {
    return size;
  }

  /// Puts one in.
  public void add(long at, T item) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      arrivals = Arrays.copyOf(arrivals, size * 2);
      items = Arrays.copyOf(items, size * 2);
    }
    up(size++, at, arrived++, item);
  }

  /// Takes the first one out; there must be one.
  @SuppressWarnings("unchecked") // Only add() fills the array.
  public T take() {
    if (size == 0) {
      throw new IllegalStateException("nothing is left to take");
    }
    T first = (T) Objects.requireNonNull(items[0]);
    size--;
    Object moved = Objects.requireNonNull(items[size]);
    items[size] = null;
    if (size > 0) {
      down(times[size], arrivals[size], moved);
    }
    return first;
  }

  private void up(int from, long at, long arrival, Object item) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!isBefore(at, arrival, parent)) {
        break;
      }
      place(hole, times[parent], arrivals[parent], items[parent]);
      hole = parent;
    }
    place(hole, at, arrival, item);
  }

  private void down(long at, long arrival, Object item) {
    int hole = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && isBefore(times[child + 1], arrivals[child + 1], child)) {
        child++;
      }
      if (isBefore(at, arrival, child)) {
        break;
      }
      place(hole, times[child], arrivals[child], items[child]);
      hole = child;
      child = 2 * hole + 1;
    }
    place(hole, at, arrival, item);
  }

  private boolean isBefore(long at, long arrival, int position) {
    return at < times[position] || (at == times[position] && arrival < arrivals[position]);
  }

  private void place(int position, long at, long arrival, @Nullable Object item) {
    times[position] = at;
    arrivals[position] = arrival;
    items[position] = item;
  }
}
