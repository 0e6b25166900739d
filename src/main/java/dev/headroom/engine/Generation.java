package dev.headroom.engine;

import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.wire.ByteReader;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// One half of [RequestMemory]: decisions in the order in which they were made, found by id. Kept
/// as plain numbers and bytes, since a million remembered objects would cost more in collections
/// than all decisions together.
///
/// A slot of the index holds an entry's number and, in the bits above it, a part of the id's hash:
/// nearly every id is new, and a look at the slots alone tells so.
final class Generation {
  /// No entry.
  static final int NONE = -1;

  private static final int EMPTY = 0;
  private static final int HASH = 0;
  private static final int CONTENT = 1;
  private static final int END = 2;
  private static final int ENTRY_LONGS = 3;
  private static final int ENTRIES_FIRST = 64;
  private static final int BYTES_EACH = 48;

  private final OutcomeForm form = new OutcomeForm();

  /// Per entry: the hash of its id, the fingerprint of its command, where its bytes end.
  private long[] entries;

  private int[] slots;
  private byte[] bytes;
  private int size;
  private int weight;
  private long startedAt;

  Generation() {
    this.entries = new long[ENTRIES_FIRST * ENTRY_LONGS];
    this.slots = new int[2 * ENTRIES_FIRST];
    this.bytes = new byte[ENTRIES_FIRST * BYTES_EACH];
  }

  Generation(Generation other) {
    this.entries = other.entries.clone();
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
    Arrays.fill(slots, EMPTY);
  }

  /// The entry of an id, or [#NONE].
  int find(long hash, RequestId id) {
    int mask = slots.length - 1;
    int tag = tag(hash, mask);
    for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
      int found = slots[slot];
      if (found == EMPTY) {
        return NONE;
      }
      int entry = (found & mask) - 1;
      if ((found & ~mask) == tag && hash(entry) == hash && isOf(entry, id)) {
        return entry;
      }
    }
  }

  /// The fingerprint of the command that was decided.
  long content(int entry) {
    return entries[entry * ENTRY_LONGS + CONTENT];
  }

  Outcome outcome(int entry) {
    return form.readOutcome(copy(entry));
  }

  /// @param counts how many single decisions it is worth
  void add(long hash, long content, RequestId id, Outcome outcome, int counts) {
    weight += counts;
    int length = form.write(id, outcome);
    append(hash, content, form.bytes(), length);
  }

  private void append(long hash, long content, byte[] from, int length) {
    if (size * ENTRY_LONGS == entries.length) {
      grow();
    }
    int start = start(size);
    while (bytes.length - start < length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(from, 0, bytes, start, length);
    int at = size * ENTRY_LONGS;
    entries[at + HASH] = hash;
    entries[at + CONTENT] = content;
    entries[at + END] = (long) start + length;
    insert(size++);
  }

  void write(CanonicalForm canonical) {
    canonical.number(startedAt).number(size);
    for (int entry = 0; entry < size; entry++) {
      canonical.number(content(entry)).bytes(copy(entry));
    }
  }

  void write(StateOutput out) {
    out.next().number(startedAt).number(weight).number(size);
    for (int entry = 0; entry < size; entry++) {
      out.next().number(content(entry)).bytes(copy(entry));
    }
  }

  /// Reads what was written.
  ///
  /// @param hashes takes the hash of each id
  void read(StateInput in, LongConsumer hashes) {
    ByteReader head = in.next();
    clear(head.number());
    weight = head.upTo(Integer.MAX_VALUE);
    int count = head.upTo(Integer.MAX_VALUE);
    for (int read = 0; read < count; read++) {
      ByteReader from = in.next();
      long content = from.number();
      byte[] decision = from.bytes();
      long hash = RequestMemory.hash(new RequestId(form.readId(decision)));
      append(hash, content, decision, decision.length);
      hashes.accept(hash);
    }
  }

  private boolean isOf(int entry, RequestId id) {
    return form.readId(copy(entry)).equals(id.value());
  }

  private long hash(int entry) {
    return entries[entry * ENTRY_LONGS + HASH];
  }

  private int end(int entry) {
    return (int) entries[entry * ENTRY_LONGS + END];
  }

  private int start(int entry) {
    return entry == 0 ? 0 : end(entry - 1);
  }

  private byte[] copy(int entry) {
    return Arrays.copyOfRange(bytes, start(entry), end(entry));
  }

  private void insert(int entry) {
    int mask = slots.length - 1;
    int slot = (int) hash(entry) & mask;
    while (slots[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = tag(hash(entry), mask) | (entry + 1);
  }

  /// The bits of a hash that a slot keeps above the entry's number; half of the slots are never
  /// used, so that the number fits below.
  private static int tag(long hash, int mask) {
    return (int) (hash >>> 32) & ~mask;
  }

  private void grow() {
    entries = Arrays.copyOf(entries, entries.length * 2);
    slots = new int[slots.length * 2];
    for (int entry = 0; entry < size; entry++) {
      insert(entry);
    }
  }
}
