package dev.headroom.engine;

import java.util.Arrays;

/// The allocations by the instant at which they end: expiries first, then ends of waits, then by
/// id, so that the order never depends on history. A four-ary heap whose positions the slab
/// remembers, so that any entry can be taken out in O(log n).
final class DeadlineHeap {
  private static final int ARITY = 4;

  private final AllocationSlab allocations;
  private long[] keys = new long[16];
  private int[] slots = new int[16];
  private int size;

  DeadlineHeap(AllocationSlab allocations) {
    this.allocations = allocations;
  }

  /// The earliest deadline; `Long.MAX_VALUE` where there is none.
  long earliest() {
    return size == 0 ? Long.MAX_VALUE : keys[0] >> 1;
  }

  /// Whether the earliest is the end of a wait rather than an expiry.
  boolean earliestIsWait() {
    return (keys[0] & 1) != 0;
  }

  /// The slot with the earliest deadline.
  int first() {
    return slots[0];
  }

  /// Enters a slot under the deadline that the slab has for it.
  void add(int slot) {
    if (size == slots.length) {
      keys = Arrays.copyOf(keys, size * 2);
      slots = Arrays.copyOf(slots, size * 2);
    }
    up(size++, key(slot), slot);
  }

  void remove(int slot) {
    int hole = allocations.heapPosition(slot);
    size--;
    if (hole != size) {
      long key = keys[size];
      int moved = slots[size];
      if (hole > 0 && before(key, moved, (hole - 1) / ARITY)) {
        up(hole, key, moved);
      } else {
        down(hole, key, moved);
      }
    }
    allocations.setHeapPosition(slot, AllocationSlab.NONE);
  }

  private long key(int slot) {
    return (allocations.deadline(slot) << 1) | (allocations.isWaiting(slot) ? 1 : 0);
  }

  private boolean before(long key, int slot, int position) {
    return key < keys[position]
        || (key == keys[position]
            && allocations.id(slot).compareTo(allocations.id(slots[position])) < 0);
  }

  private void up(int from, long key, int slot) {
    int hole = from;
    while (hole > 0) {
      int parent = (hole - 1) / ARITY;
      if (!before(key, slot, parent)) {
        break;
      }
      place(hole, keys[parent], slots[parent]);
      hole = parent;
    }
    place(hole, key, slot);
  }

  private void down(int from, long key, int slot) {
    int hole = from;
    while (true) {
      int first = hole * ARITY + 1;
      if (first >= size) {
        break;
      }
      int least = first;
      for (int child = first + 1; child < Math.min(first + ARITY, size); child++) {
        if (before(keys[child], slots[child], least)) {
          least = child;
        }
      }
      if (before(key, slot, least)) {
        break;
      }
      place(hole, keys[least], slots[least]);
      hole = least;
    }
    place(hole, key, slot);
  }

  private void place(int position, long key, int slot) {
    keys[position] = key;
    slots[position] = slot;
    allocations.setHeapPosition(slot, position);
  }
}
