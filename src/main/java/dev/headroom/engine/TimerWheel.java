package dev.headroom.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The allocations by the instant at which they end: a hierarchical timing wheel with a slot per
/// millisecond at its lowest level and 64 times as much per slot at each level above. Entering and
/// taking out touch a few words, however many there are; allocations that end early, as most do,
/// are never moved. Each slot is a list through the allocations themselves.
///
/// See Varghese and Lauck, "Hashed and Hierarchical Timing Wheels" (SOSP 1987), scheme 7.
final class TimerWheel {
  private static final int SLOT_BITS = 6;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int LEVELS = 8;

  private final AllocationSlab allocations;
  private final int[] heads = new int[LEVELS * SLOTS];
  private final long[] occupied = new long[LEVELS];

  /// No deadline lies before it. Deadlines are filed by the highest group of bits in which they
  /// differ from it.
  private long base;

  TimerWheel(AllocationSlab allocations) {
    this.allocations = allocations;
    Arrays.fill(heads, AllocationSlab.NONE);
  }

  /// @param allocations the copy of those that the other files
  TimerWheel(TimerWheel other, AllocationSlab allocations) {
    this(allocations);
    System.arraycopy(other.heads, 0, heads, 0, heads.length);
    System.arraycopy(other.occupied, 0, occupied, 0, occupied.length);
    this.base = other.base;
  }

  /// Enters an allocation under the deadline that the slab has for it.
  void add(int allocation) {
    file(allocation);
  }

  void remove(int allocation) {
    int previous = allocations.wheelPrevious(allocation);
    int next = allocations.wheelNext(allocation);
    if (previous >= 0) {
      allocations.setWheelNext(previous, next);
    } else {
      int head = listOf(previous);
      heads[head] = next;
      if (next == AllocationSlab.NONE) {
        occupied[head / SLOTS] &= ~(1L << (head % SLOTS));
      }
    }
    if (next != AllocationSlab.NONE) {
      allocations.setWheelPrevious(next, previous);
    }
  }

  /// The earliest deadline, if it is at most `limit`; else `Long.MAX_VALUE`.
  long earliest(long limit) {
    while (true) {
      int level = 0;
      while (level < LEVELS && occupied[level] == 0) {
        level++;
      }
      if (level == LEVELS) {
        return Long.MAX_VALUE;
      }
      int slot = Long.numberOfTrailingZeros(occupied[level]);
      long start = startOf(level, slot);
      if (start > limit) {
        return Long.MAX_VALUE;
      }
      if (level == 0) {
        return start;
      }
      spread(level, slot, start);
    }
  }

  /// Those whose deadline is `now`, which [#earliest] has just said, by id.
  ///
  /// @param waits the ends of waits rather than expiries
  int[] dueAt(long now, boolean waits) {
    IntStream.Builder due = IntStream.builder();
    int allocation = heads[(int) now & (SLOTS - 1)];
    while (allocation != AllocationSlab.NONE) {
      if (allocations.deadline(allocation) == now && allocations.isWaiting(allocation) == waits) {
        due.add(allocation);
      }
      allocation = allocations.wheelNext(allocation);
    }
    return due.build()
        .boxed()
        .sorted(Comparator.comparing(allocations::id))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void file(int allocation) {
    long deadline = allocations.deadline(allocation);
    long difference = deadline ^ base;
    int level = difference == 0 ? 0 : (63 - Long.numberOfLeadingZeros(difference)) / SLOT_BITS;
    int slot = (int) (deadline >>> (level * SLOT_BITS)) & (SLOTS - 1);
    int head = level * SLOTS + slot;
    int next = heads[head];
    heads[head] = allocation;
    occupied[level] |= 1L << slot;
    allocations.setWheel(allocation, markOf(head), next);
    if (next != AllocationSlab.NONE) {
      allocations.setWheelPrevious(next, allocation);
    }
  }

  /// Moves the base to the start of a slot and files its allocations at the levels below.
  private void spread(int level, int slot, long start) {
    int head = level * SLOTS + slot;
    int allocation = heads[head];
    heads[head] = AllocationSlab.NONE;
    occupied[level] &= ~(1L << slot);
    base = start;
    while (allocation != AllocationSlab.NONE) {
      int next = allocations.wheelNext(allocation);
      file(allocation);
      allocation = next;
    }
  }

  private long startOf(int level, int slot) {
    int shift = level * SLOT_BITS;
    long above = base >>> (shift + SLOT_BITS) << (shift + SLOT_BITS);
    return above | ((long) slot << shift);
  }

  /// What stands for "the first of its list" instead of a previous allocation.
  private static int markOf(int head) {
    return -2 - head;
  }

  private static int listOf(int mark) {
    return -2 - mark;
  }
}
