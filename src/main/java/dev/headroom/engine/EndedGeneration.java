package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.ValueBytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One half of [EndedAllocations], in the order in which they ended, as plain numbers. Adding
/// writes to the ends of a few arrays; what is needed to find an allocation is made up for when
/// someone looks for one, which is seldom.
final class EndedGeneration {
  /// No entry, no line.
  static final int NONE = -1;

  private static final int ENTRIES_FIRST = 64;
  private static final int LINE_LONGS = 2;
  private static final int CONSUMED = 1;
  private static final long EXHAUSTED = 1 << 4;
  private static final int POOL_SHIFT = 8;
  private static final long POOL_MASK = 0xFF_FFFF;
  private static final int NEXT_SHIFT = 32;

  private long[] ids;
  private long[] ends;
  private int[] firstLines;
  private @Nullable ScopePath[] paths;
  private long[] lines;
  private int[] slots;
  private int size;
  private int indexed;
  private int lineCount;
  private long startedAt;

  EndedGeneration() {
    this.ids = new long[ENTRIES_FIRST];
    this.ends = new long[ENTRIES_FIRST];
    this.firstLines = new int[ENTRIES_FIRST];
    this.paths = new ScopePath[ENTRIES_FIRST];
    this.lines = new long[ENTRIES_FIRST * LINE_LONGS];
    this.slots = new int[0];
  }

  EndedGeneration(EndedGeneration other) {
    this.ids = other.ids.clone();
    this.ends = other.ends.clone();
    this.firstLines = other.firstLines.clone();
    this.paths = other.paths.clone();
    this.lines = other.lines.clone();
    this.slots = other.slots.clone();
    this.size = other.size;
    this.indexed = other.indexed;
    this.lineCount = other.lineCount;
    this.startedAt = other.startedAt;
  }

  int size() {
    return size;
  }

  /// When it was last emptied, in epoch milliseconds.
  long startedAt() {
    return startedAt;
  }

  void clear(long now) {
    Arrays.fill(paths, 0, size, null);
    Arrays.fill(slots, NONE);
    size = 0;
    indexed = 0;
    lineCount = 0;
    startedAt = now;
  }

  void add(long id, ScopePath path, long endedAt) {
    if (size == ids.length) {
      int length = size * 2;
      ids = Arrays.copyOf(ids, length);
      ends = Arrays.copyOf(ends, length);
      firstLines = Arrays.copyOf(firstLines, length);
      paths = Arrays.copyOf(paths, length);
    }
    ids[size] = id;
    ends[size] = endedAt;
    firstLines[size] = NONE;
    paths[size] = path;
    size++;
  }

  /// Puts a line before the others of an entry.
  void addLine(int entry, int type, long consumed, int pool, boolean exhausted) {
    int at = lineCount * LINE_LONGS;
    if (at == lines.length) {
      lines = Arrays.copyOf(lines, at * 2);
    }
    lines[at] =
        ((long) firstLines[entry] << NEXT_SHIFT)
            | ((long) (pool + 1) << POOL_SHIFT)
            | (exhausted ? EXHAUSTED : 0)
            | type;
    lines[at + CONSUMED] = consumed;
    firstLines[entry] = lineCount++;
  }

  /// The entry of an id, or [#NONE].
  int find(long id) {
    index();
    if (size == 0) {
      return NONE;
    }
    int mask = slots.length - 1;
    for (int slot = spread(id) & mask; ; slot = (slot + 1) & mask) {
      int entry = slots[slot];
      if (entry == NONE || ids[entry] == id) {
        return entry;
      }
    }
  }

  ScopePath path(int entry) {
    return java.util.Objects.requireNonNull(paths[entry]);
  }

  long endedAt(int entry) {
    return ends[entry];
  }

  int line(int entry, int type) {
    int line = firstLines[entry];
    while (line != NONE && type(line) != type) {
      line = next(line);
    }
    return line;
  }

  int pool(int line) {
    return (int) (lines[line * LINE_LONGS] >>> POOL_SHIFT & POOL_MASK) - 1;
  }

  long consumed(int line) {
    return lines[line * LINE_LONGS + CONSUMED];
  }

  void setConsumed(int line, long consumed) {
    lines[line * LINE_LONGS + CONSUMED] = consumed;
  }

  boolean exhausted(int line) {
    return (lines[line * LINE_LONGS] & EXHAUSTED) != 0;
  }

  void setExhausted(int line) {
    lines[line * LINE_LONGS] |= EXHAUSTED;
  }

  void write(CanonicalForm form, EngineState state) {
    form.number(startedAt).number(size);
    for (int entry = 0; entry < size; entry++) {
      form.number(ids[entry]).number(ends[entry]).text(path(entry).text());
      for (int line = firstLines[entry]; line != NONE; line = next(line)) {
        form.number(type(line)).number(consumed(line)).number(exhausted(line) ? 1 : 0);
        form.text(state.pools.nameAt(pool(line)));
      }
      form.number(NONE);
    }
  }

  /// Writes paths of scopes that exist as their names, others in full.
  void write(StateOutput out, ScopeTable scopes) {
    out.next().number(startedAt).number(size);
    for (int entry = 0; entry < size; entry++) {
      ByteWriter to = out.next().number(ids[entry]).number(ends[entry]);
      int scope = scopes.find(path(entry));
      if (scope == ScopeTable.NONE) {
        ValueBytes.write(to.number(0), path(entry));
      } else {
        to.number(out.ordinal(scope) + 1L);
      }
      writeLines(firstLines[entry], to);
      to.oneByte(0);
    }
  }

  /// The last first: so they come into the same order when they are added in this one.
  private void writeLines(int line, ByteWriter to) {
    if (line != NONE) {
      writeLines(next(line), to);
      to.oneByte(type(line) << 2 | (exhausted(line) ? 2 : 0) | 1);
      to.number(consumed(line)).number(pool(line) + 1L);
    }
  }

  void read(StateInput in, ScopeTable scopes, PoolTable pools) {
    ByteReader head = in.next();
    clear(head.number());
    int count = head.upTo(Integer.MAX_VALUE);
    for (int read = 0; read < count; read++) {
      ByteReader from = in.next();
      long id = from.number();
      long endedAt = from.number();
      int scope = from.upTo(in.scopes());
      add(id, scope == 0 ? ValueBytes.path(from) : scopes.path(in.scope(scope - 1)), endedAt);
      for (int line = from.oneByte(); line != 0; line = from.oneByte()) {
        long consumed = from.number();
        int pool = from.upTo(pools.count()) - 1;
        addLine(size - 1, line >> 2 & (Row.TYPES - 1), consumed, pool, (line & 2) != 0);
      }
    }
  }

  private int type(int line) {
    return (int) lines[line * LINE_LONGS] & 0xF;
  }

  private int next(int line) {
    return (int) (lines[line * LINE_LONGS] >> NEXT_SHIFT);
  }

  /// Enters all that came since someone looked last; of equal ids the latest counts.
  private void index() {
    if (size * 2 > slots.length) {
      slots = new int[Integer.highestOneBit(Math.max(ENTRIES_FIRST, size)) * 4];
      Arrays.fill(slots, NONE);
      indexed = 0;
    }
    int mask = slots.length - 1;
    for (; indexed < size; indexed++) {
      int slot = spread(ids[indexed]) & mask;
      while (slots[slot] != NONE && ids[slots[slot]] != ids[indexed]) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = indexed;
    }
  }

  /// Ids are a slot and how often it was used: both count up from small numbers.
  private static int spread(long id) {
    long mixed = Fingerprint.mix(0, id);
    return (int) (mixed ^ (mixed >>> 32));
  }
}
