package dev.headroom.engine;

import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import java.util.Arrays;

/// One half of [RequestMemory]: decisions in the order in which they were made, found by id. Kept
/// as plain numbers and bytes, since a million remembered objects would cost more in collections
/// than all decisions together.
final class Generation {
  private static final int NONE = -1;
  private static final int ENTRIES_FIRST = 64;
  private static final int BYTES_EACH = 48;

  private final OutcomeForm form = new OutcomeForm();
  private long[] hashes;
  private long[] contents;
  private int[] ends;
  private int[] slots;
  private byte[] bytes;
  private int size;
  private int weight;
  private long startedAt;

  Generation() {
    this.hashes = new long[ENTRIES_FIRST];
    this.contents = new long[ENTRIES_FIRST];
    this.ends = new int[ENTRIES_FIRST];
    this.slots = newSlots(2 * ENTRIES_FIRST);
    this.bytes = new byte[ENTRIES_FIRST * BYTES_EACH];
  }

  Generation(Generation other) {
    this.hashes = other.hashes.clone();
    this.contents = other.contents.clone();
    this.ends = other.ends.clone();
    this.slots = other.slots.clone();
    this.bytes = other.bytes.clone();
    this.size = other.size;
    this.weight = other.weight;
    this.startedAt = other.startedAt;
  }

  /// How many single decisions it remembers, or as much as that many.
  int weight() {
    return weight;
  }

  /// When it was last emptied, in epoch milliseconds.
  long startedAt() {
    return startedAt;
  }

  void clear(long now) {
    size = 0;
    weight = 0;
    startedAt = now;
    Arrays.fill(slots, NONE);
  }

  /// The entry of an id, or −1.
  int find(long hash, RequestId id) {
    int mask = slots.length - 1;
    for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
      int entry = slots[slot];
      if (entry == NONE || (hashes[entry] == hash && isOf(entry, id))) {
        return entry;
      }
    }
  }

  /// The fingerprint of the command that was decided.
  long content(int entry) {
    return contents[entry];
  }

  Outcome outcome(int entry) {
    return form.readOutcome(copy(entry));
  }

  /// @param counts how many single decisions it is worth
  void add(long hash, long content, RequestId id, Outcome outcome, int counts) {
    weight += counts;
    if (size == hashes.length) {
      grow();
    }
    int length = form.write(id, outcome);
    int start = start(size);
    while (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(form.bytes(), 0, bytes, start, length);
    hashes[size] = hash;
    contents[size] = content;
    ends[size] = start + length;
    insert(size++);
  }

  void write(CanonicalForm canonical) {
    canonical.number(startedAt).number(size);
    for (int entry = 0; entry < size; entry++) {
      canonical.number(contents[entry]).bytes(copy(entry));
    }
  }

  private boolean isOf(int entry, RequestId id) {
    return form.readId(copy(entry)).equals(id.value());
  }

  private int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  private byte[] copy(int entry) {
    return Arrays.copyOfRange(bytes, start(entry), ends[entry]);
  }

  private void insert(int entry) {
    int mask = slots.length - 1;
    int slot = (int) hashes[entry] & mask;
    while (slots[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry;
  }

  private void grow() {
    int length = hashes.length * 2;
    hashes = Arrays.copyOf(hashes, length);
    contents = Arrays.copyOf(contents, length);
    ends = Arrays.copyOf(ends, length);
    slots = newSlots(length * 2);
    for (int entry = 0; entry < size; entry++) {
      insert(entry);
    }
  }

  private static int[] newSlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
