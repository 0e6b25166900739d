package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Arrays;

/// Every scope by index and by path, with its place in the tree and its eight [Row]s. The root has
/// index 0. A scope's ancestors are stored with it, so that their rows load independently.
final class ScopeTable {
  /// No scope.
  static final int NONE = -1;

  /// The root's index.
  static final int ROOT = 0;

  /// Most scopes on a path, the root included.
  static final int CHAIN_MAX = 6;

  /// What is counted of a scope and everything below it, besides allocations.
  enum Count {
    WAITERS,
    ALERTS_INFO,
    ALERTS_WARNING,
    ALERTS_CRITICAL
  }

  /// A chunk's rows fill a megabyte, with the header of their array and what makes up a cache line
  /// with it: G1 puts such an array at the beginning of a region (`lib/jvm.options` sets the size),
  /// so that every row is one cache line and not parts of two. The last scope's rows would not fit;
  /// its place stays empty.
  private static final int CHUNK_BITS = 11;

  private static final int CHUNK_SIZE = 1 << CHUNK_BITS;
  private static final int CHUNK_MASK = CHUNK_SIZE - 1;
  private static final int ROW_LONGS = Row.LONGS * ResourceType.ALL.size();
  private static final int HEADER_LONGS = 2;
  private static final int FIRST_ROW = Row.LONGS - HEADER_LONGS;

  private static final int LINKS = 9;
  private static final int ANCESTORS = CHAIN_MAX - 2;
  private static final int FIRST_CHILD = 4;
  private static final int NEXT_SIBLING = 5;
  private static final int PREVIOUS_SIBLING = 6;
  private static final int CHILDREN = 7;
  private static final int FIRST_ALLOCATION = 8;

  private static final int COUNTS = Count.values().length;

  private Chunk[] chunks = new Chunk[8];
  private int[] free = new int[16];
  private int freeCount;
  private int end;
  private final ScopeIndex index;
  private long structure;

  ScopeTable() {
    this.index = new ScopeIndex(this);
    put(ScopePath.ROOT, NONE);
  }

  /// A copy of the same scopes at the same indexes.
  ScopeTable(ScopeTable other) {
    this.chunks = other.chunks.clone();
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      if (chunks[chunk] != null) {
        chunks[chunk] = new Chunk(chunks[chunk]);
      }
    }
    this.free = other.free.clone();
    this.freeCount = other.freeCount;
    this.end = other.end;
    this.index = new ScopeIndex(other.index, this);
    this.structure = other.structure;
  }

  /// The index of the scope at `path`, or [#NONE].
  int find(ScopePath path) {
    return index.find(path);
  }

  /// The index of the scope at `path`, made with its missing ancestors if need be (rule S3).
  int findOrCreate(ScopePath path) {
    int scope = find(path);
    if (scope != NONE) {
      return scope;
    }
    int parent = findOrCreate(path.parent().orElseThrow());
    return put(path, parent);
  }

  /// The nearest scope at or above `path` that exists.
  int findNearest(ScopePath path) {
    ScopePath at = path;
    int scope = find(at);
    while (scope == NONE) {
      at = at.parent().orElseThrow();
      scope = find(at);
    }
    return scope;
  }

  /// Forgets a scope without children; its index will be used again.
  void remove(int scope) {
    if (child(scope) != NONE || scope == ROOT) {
      throw new IllegalStateException("cannot remove " + path(scope));
    }
    int parent = parent(scope);
    int next = link(scope, NEXT_SIBLING);
    int previous = link(scope, PREVIOUS_SIBLING);
    if (previous == NONE) {
      setLink(parent, FIRST_CHILD, next);
    } else {
      setLink(previous, NEXT_SIBLING, next);
    }
    if (next != NONE) {
      setLink(next, PREVIOUS_SIBLING, previous);
    }
    setLink(parent, CHILDREN, link(parent, CHILDREN) - 1);
    index.remove(scope);
    chunk(scope).paths[scope & CHUNK_MASK] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = scope;
    structure++;
  }

  ScopePath path(int scope) {
    return java.util.Objects.requireNonNull(chunk(scope).paths[scope & CHUNK_MASK]);
  }

  /// Whether `scope` is an index in use.
  boolean exists(int scope) {
    return scope >= 0 && scope < end && chunk(scope).paths[scope & CHUNK_MASK] != null;
  }

  /// The array that holds the rows of `scope`.
  long[] rows(int scope) {
    return chunk(scope).rows;
  }

  /// Where the row of a type begins in [#rows(int)].
  static int rowAt(int scope, int type) {
    return FIRST_ROW + (scope & CHUNK_MASK) * ROW_LONGS + type * Row.LONGS;
  }

  /// Writes the chain from the root to `scope` into `into` and returns its length.
  int chain(int scope, int[] into) {
    into[0] = ROOT;
    if (scope == ROOT) {
      return 1;
    }
    int[] links = chunk(scope).links;
    int at = (scope & CHUNK_MASK) * LINKS;
    int length = 1;
    for (int step = 0; step < ANCESTORS && links[at + step] != NONE; step++) {
      into[length++] = links[at + step];
    }
    into[length++] = scope;
    return length;
  }

  int parent(int scope) {
    int[] links = chunk(scope).links;
    int at = (scope & CHUNK_MASK) * LINKS;
    int parent = ROOT;
    for (int step = 0; step < ANCESTORS && links[at + step] != NONE; step++) {
      parent = links[at + step];
    }
    return parent;
  }

  /// How many steps below the root a scope is.
  int depth(int scope) {
    if (scope == ROOT) {
      return 0;
    }
    int[] links = chunk(scope).links;
    int at = (scope & CHUNK_MASK) * LINKS;
    int depth = 1;
    for (int step = 0; step < ANCESTORS && links[at + step] != NONE; step++) {
      depth++;
    }
    return depth;
  }

  /// Whether `scope` is `other` or lies below it.
  boolean isWithin(int scope, int other) {
    if (scope == other || other == ROOT) {
      return true;
    }
    int[] links = chunk(scope).links;
    int at = (scope & CHUNK_MASK) * LINKS;
    for (int step = 0; step < ANCESTORS; step++) {
      if (links[at + step] == other) {
        return true;
      }
    }
    return false;
  }

  /// The first child, or [#NONE]; its siblings follow by [#sibling(int)], the newest first.
  int child(int scope) {
    return link(scope, FIRST_CHILD);
  }

  int sibling(int scope) {
    return link(scope, NEXT_SIBLING);
  }

  int children(int scope) {
    return link(scope, CHILDREN);
  }

  /// Head of the list of allocations whose path ends here, or −1.
  int firstAllocation(int scope) {
    return link(scope, FIRST_ALLOCATION);
  }

  void setFirstAllocation(int scope, int allocation) {
    setLink(scope, FIRST_ALLOCATION, allocation);
  }

  /// The configuration version at which the scope's limits last changed; 0 for never.
  long limitsVersion(int scope) {
    return chunk(scope).versions[scope & CHUNK_MASK];
  }

  void setLimitsVersion(int scope, long version) {
    chunk(scope).versions[scope & CHUNK_MASK] = version;
  }

  int count(int scope, Count count) {
    int[] counts = chunk(scope).counts;
    return counts.length == 0 ? 0 : counts[(scope & CHUNK_MASK) * COUNTS + count.ordinal()];
  }

  /// Adds `difference` to a count of `scope` and of every scope above it.
  void addToCount(int scope, Count count, int difference) {
    int[] chain = new int[CHAIN_MAX];
    int length = chain(scope, chain);
    for (int step = 0; step < length; step++) {
      Chunk chunk = chunk(chain[step]);
      if (chunk.counts.length == 0) {
        chunk.counts = new int[CHUNK_SIZE * COUNTS];
      }
      chunk.counts[(chain[step] & CHUNK_MASK) * COUNTS + count.ordinal()] += difference;
    }
  }

  /// How many scopes there are, the root included.
  int size() {
    int leftEmpty = end >>> CHUNK_BITS;
    return end - leftEmpty - freeCount;
  }

  /// One more than the highest index ever used.
  int end() {
    return end;
  }

  /// How much more of a type the root's counters can hold, and so all others, which count no more
  /// (S6). What is in use of a held type is counted by itself.
  long room(int type) {
    long[] rows = rows(ROOT);
    int at = rowAt(ROOT, type);
    return Amount.MAX - rows[at + Row.RESERVED] - (Row.isHeld(type) ? 0 : rows[at + Row.CONSUMED]);
  }

  /// A number that changes whenever a scope appears or vanishes.
  long structure() {
    return structure;
  }

  private int put(ScopePath path, int parent) {
    int scope = freeCount > 0 ? free[--freeCount] : takeNew();
    Chunk chunk = chunkForNew(scope);
    int index = scope & CHUNK_MASK;
    chunk.paths[index] = path;
    chunk.versions[index] = 0;
    Arrays.fill(chunk.links, index * LINKS, (index + 1) * LINKS, NONE);
    chunk.links[index * LINKS + CHILDREN] = 0;
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      Row.clear(chunk.rows, rowAt(scope, type));
    }
    if (parent != NONE) {
      linkBelow(scope, parent);
    }
    this.index.add(scope, size());
    structure++;
    return scope;
  }

  private int takeNew() {
    if ((end & CHUNK_MASK) == CHUNK_MASK) {
      end++;
    }
    return end++;
  }

  private void linkBelow(int scope, int parent) {
    int[] chain = new int[CHAIN_MAX];
    int length = chain(parent, chain);
    for (int step = 1; step < length; step++) {
      setLink(scope, step - 1, chain[step]);
    }
    int first = link(parent, FIRST_CHILD);
    setLink(scope, NEXT_SIBLING, first);
    if (first != NONE) {
      setLink(first, PREVIOUS_SIBLING, scope);
    }
    setLink(parent, FIRST_CHILD, scope);
    setLink(parent, CHILDREN, link(parent, CHILDREN) + 1);
  }

  private Chunk chunk(int scope) {
    return chunks[scope >>> CHUNK_BITS];
  }

  private Chunk chunkForNew(int scope) {
    int at = scope >>> CHUNK_BITS;
    if (at == chunks.length) {
      chunks = Arrays.copyOf(chunks, at * 2);
    }
    if (chunks[at] == null) {
      chunks[at] = new Chunk();
    }
    return chunks[at];
  }

  private int link(int scope, int which) {
    return chunk(scope).links[(scope & CHUNK_MASK) * LINKS + which];
  }

  private void setLink(int scope, int which, int value) {
    chunk(scope).links[(scope & CHUNK_MASK) * LINKS + which] = value;
  }

  private static final class Chunk {
    final long[] rows;
    final @org.jspecify.annotations.Nullable ScopePath[] paths;
    final int[] links;
    final long[] versions;
    int[] counts;

    Chunk() {
      this.rows = new long[CHUNK_SIZE * ROW_LONGS - HEADER_LONGS];
      this.paths = new ScopePath[CHUNK_SIZE];
      this.links = new int[CHUNK_SIZE * LINKS];
      this.versions = new long[CHUNK_SIZE];
      this.counts = new int[0];
    }

    Chunk(Chunk other) {
      this.rows = other.rows.clone();
      this.paths = other.paths.clone();
      this.links = other.links.clone();
      this.versions = other.versions.clone();
      this.counts = other.counts.clone();
    }
  }
}
