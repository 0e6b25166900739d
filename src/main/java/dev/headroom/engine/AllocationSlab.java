package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Priority;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Every allocation, live or waiting, by slot, with its lines. An id is a slot and how often that
/// slot was used, so that a stale id never names a newer allocation.
final class AllocationSlab {
  /// No allocation, no line.
  static final int NONE = -1;

  private static final int HEAD = 0;
  private static final int DEADLINE = 1;
  private static final int SINCE = 2;
  private static final int PLACE = 3;
  private static final int SIBLINGS = 4;
  private static final int WHEEL = 5;
  private static final int HEAD_LONGS = 6;

  private static final long LIVE = 1;
  private static final long WAITING = 2;
  private static final int PRIORITY_SHIFT = 2;
  private static final int RANK_SHIFT = 4;

  private static final int LINE_RESERVED = 0;
  private static final int LINE_CONSUMED = 1;
  private static final int LINE_REQUESTED = 2;
  private static final int LINE_LINKS = 3;
  private static final int LINE_LONGS = 4;
  private static final long LINE_EXHAUSTED = 1 << 4;

  private final LongSlab heads;
  private final LongSlab lines;
  private @Nullable AllocationRequest[] requests;
  private @Nullable Waiter[] waiters;

  /// What only some live allocations have.
  final AllocationNotes notes;

  AllocationSlab() {
    this.heads = new LongSlab(HEAD_LONGS);
    this.lines = new LongSlab(LINE_LONGS);
    this.requests = new AllocationRequest[16];
    this.waiters = new Waiter[16];
    this.notes = new AllocationNotes();
  }

  /// A copy under the same ids, in which nobody waits yet.
  AllocationSlab(AllocationSlab other) {
    this.heads = other.heads.copy();
    this.lines = other.lines.copy();
    this.requests = other.requests.clone();
    this.waiters = new Waiter[other.waiters.length];
    this.notes = new AllocationNotes(other.notes);
  }

  /// Opens a slot for a live or waiting allocation at a scope, without lines.
  int open(int scope, Priority priority, boolean waiting, long since, long deadline) {
    int slot = heads.take();
    int generation = (generation(slot) + 1) & Integer.MAX_VALUE;
    long state = waiting ? WAITING : LIVE;
    heads.set(
        slot,
        HEAD,
        ((long) Math.max(1, generation) << 32)
            | (priority.ordinal() << RANK_SHIFT)
            | (priority.ordinal() << PRIORITY_SHIFT)
            | state);
    heads.set(slot, DEADLINE, deadline);
    heads.set(slot, SINCE, since);
    heads.set(slot, PLACE, pair(scope, NONE));
    heads.set(slot, SIBLINGS, pair(NONE, NONE));
    heads.set(slot, WHEEL, pair(NONE, NONE));
    makeRoomFor(slot);
    return slot;
  }

  private void makeRoomFor(int slot) {
    if (slot >= requests.length) {
      requests = Arrays.copyOf(requests, slot * 2);
      waiters = Arrays.copyOf(waiters, slot * 2);
    }
  }

  /// Makes a new slot, used so many times before, that is not opened before it is given back.
  int addClosed(int generation) {
    int slot = heads.take();
    heads.set(slot, HEAD, (long) generation << 32);
    makeRoomFor(slot);
    return slot;
  }

  /// Lets a slot be opened; the last one given back is the first.
  void giveBack(int slot) {
    heads.giveBack(slot);
  }

  /// Closes a slot and gives its lines back.
  void close(int slot) {
    int line = firstLine(slot);
    while (line != NONE) {
      int next = nextLine(line);
      lines.giveBack(line);
      line = next;
    }
    heads.set(slot, HEAD, heads.get(slot, HEAD) & ~3L);
    requests[slot] = null;
    waiters[slot] = null;
    notes.forget(slot);
    heads.giveBack(slot);
  }

  /// The slot of an id, or [#NONE] if that allocation does not exist any more.
  int find(AllocationId id) {
    long value = id.value();
    long slot = (value & 0xFFFF_FFFFL) - 1;
    if (slot < 0 || slot >= heads.end()) {
      return NONE;
    }
    boolean same = generation((int) slot) == (int) (value >>> 32);
    return same && isOpen((int) slot) ? (int) slot : NONE;
  }

  /// Whether an id names an allocation that exists, or did once.
  boolean wasGiven(AllocationId id) {
    long slot = (id.value() & 0xFFFF_FFFFL) - 1;
    long generation = id.value() >>> 32;
    return slot >= 0
        && slot < heads.end()
        && generation > 0
        && generation <= generation((int) slot);
  }

  AllocationId id(int slot) {
    return new AllocationId(((long) generation(slot) << 32) | (slot + 1));
  }

  /// Makes a waiting allocation live.
  ///
  /// @param rank the effective priority that it has come to (Q2)
  void grant(int slot, Priority rank, long since, long deadline) {
    long head = heads.get(slot, HEAD) & ~(3L << RANK_SHIFT) & ~3L;
    heads.set(slot, HEAD, head | ((long) rank.ordinal() << RANK_SHIFT) | LIVE);
    heads.set(slot, SINCE, since);
    heads.set(slot, DEADLINE, deadline);
    waiters[slot] = null;
  }

  /// Adds to an allocation's line of a type: it has one per type, in the order in which they came.
  void addLine(int slot, int type, long requested, long reserved, int pool) {
    int last = NONE;
    for (int line = firstLine(slot); line != NONE; line = nextLine(line)) {
      if (type(line) == type) {
        lines.set(line, LINE_REQUESTED, requested(line) + requested);
        lines.set(line, LINE_RESERVED, reserved(line) + reserved);
        return;
      }
      last = line;
    }
    int line = lines.take();
    lines.set(line, LINE_RESERVED, reserved);
    lines.set(line, LINE_CONSUMED, 0);
    lines.set(line, LINE_REQUESTED, requested);
    lines.set(line, LINE_LINKS, ((long) NONE << 32) | ((long) (pool + 1) << 8) | type);
    if (last == NONE) {
      heads.set(slot, PLACE, pair(scope(slot), line));
    } else {
      lines.set(
          last, LINE_LINKS, ((long) line << 32) | (lines.get(last, LINE_LINKS) & 0xFFFF_FFFFL));
    }
  }

  /// The line of an allocation for a type, or [#NONE].
  int line(int slot, int type) {
    int line = firstLine(slot);
    while (line != NONE && type(line) != type) {
      line = nextLine(line);
    }
    return line;
  }

  int firstLine(int slot) {
    return (int) heads.get(slot, PLACE);
  }

  int nextLine(int line) {
    return (int) (lines.get(line, LINE_LINKS) >> 32);
  }

  int type(int line) {
    return (int) lines.get(line, LINE_LINKS) & 0xF;
  }

  /// The pool that serves the line, or [#NONE].
  int pool(int line) {
    return (int) ((lines.get(line, LINE_LINKS) >>> 8) & 0xFF_FFFF) - 1;
  }

  long reserved(int line) {
    return lines.get(line, LINE_RESERVED);
  }

  void setReserved(int line, long amount) {
    lines.set(line, LINE_RESERVED, amount);
  }

  long consumed(int line) {
    return lines.get(line, LINE_CONSUMED);
  }

  void setConsumed(int line, long amount) {
    lines.set(line, LINE_CONSUMED, amount);
  }

  long requested(int line) {
    return lines.get(line, LINE_REQUESTED);
  }

  boolean exhausted(int line) {
    return (lines.get(line, LINE_LINKS) & LINE_EXHAUSTED) != 0;
  }

  void setExhausted(int line) {
    lines.set(line, LINE_LINKS, lines.get(line, LINE_LINKS) | LINE_EXHAUSTED);
  }

  boolean isOpen(int slot) {
    return (heads.get(slot, HEAD) & 3) != 0;
  }

  boolean isWaiting(int slot) {
    return (heads.get(slot, HEAD) & 3) == WAITING;
  }

  Priority priority(int slot) {
    return Priority.at((int) (heads.get(slot, HEAD) >>> PRIORITY_SHIFT) & 3);
  }

  void setPriority(int slot, Priority priority) {
    long head = heads.get(slot, HEAD) & ~(3L << PRIORITY_SHIFT);
    heads.set(slot, HEAD, head | ((long) priority.ordinal() << PRIORITY_SHIFT));
  }

  /// The effective priority with which a live allocation was granted, and which it keeps: those who
  /// hold do not age, nor do they lose what they have come to by waiting (Q2, Q3).
  Priority rank(int slot) {
    return Priority.at((int) (heads.get(slot, HEAD) >>> RANK_SHIFT) & 3);
  }

  int scope(int slot) {
    return (int) (heads.get(slot, PLACE) >> 32);
  }

  long since(int slot) {
    return heads.get(slot, SINCE);
  }

  long deadline(int slot) {
    return heads.get(slot, DEADLINE);
  }

  void setDeadline(int slot, long deadline) {
    heads.set(slot, DEADLINE, deadline);
  }

  /// Its neighbours in the list of a [TimerWheel] slot.
  int wheelPrevious(int slot) {
    return (int) (heads.get(slot, WHEEL) >> 32);
  }

  int wheelNext(int slot) {
    return (int) heads.get(slot, WHEEL);
  }

  void setWheel(int slot, int previous, int next) {
    heads.set(slot, WHEEL, pair(previous, next));
  }

  void setWheelPrevious(int slot, int previous) {
    heads.set(slot, WHEEL, pair(previous, wheelNext(slot)));
  }

  void setWheelNext(int slot, int next) {
    heads.set(slot, WHEEL, pair(wheelPrevious(slot), next));
  }

  /// The next allocation of the same scope.
  int next(int slot) {
    return (int) heads.get(slot, SIBLINGS);
  }

  int previous(int slot) {
    return (int) (heads.get(slot, SIBLINGS) >> 32);
  }

  void setSiblings(int slot, int previous, int next) {
    heads.set(slot, SIBLINGS, pair(previous, next));
  }

  /// The request, kept only where something of it may be asked for later.
  @Nullable AllocationRequest request(int slot) {
    return requests[slot];
  }

  void setRequest(int slot, AllocationRequest request) {
    requests[slot] = request;
  }

  @Nullable Waiter waiter(int slot) {
    return waiters[slot];
  }

  void setWaiter(int slot, Waiter waiter) {
    waiters[slot] = waiter;
  }

  /// One more than the highest slot ever used.
  int end() {
    return heads.end();
  }

  /// How many are live or waiting.
  int open() {
    return heads.taken();
  }

  /// The slots that will be used next, the very next last.
  int[] freeSlots() {
    return heads.freeList();
  }

  /// How often a slot was used.
  int generation(int slot) {
    return (int) (heads.get(slot, HEAD) >>> 32);
  }

  private static long pair(int high, int low) {
    return ((long) high << 32) | (low & 0xFFFF_FFFFL);
  }
}
