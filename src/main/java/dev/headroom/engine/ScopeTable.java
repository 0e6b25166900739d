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

  private static final int ANCESTORS = CHAIN_MAX - 2;
  private static final int FIRST_CHILD = 4;
  private static final int NEXT_SIBLING = 5;
  private static final int PREVIOUS_SIBLING = 6;
  private static final int CHILDREN = 7;
  private static final int FIRST_ALLOCATION = 8;

  private ScopeChunk[] chunks = new ScopeChunk[8];
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
        chunks[chunk] = new ScopeChunk(chunks[chunk]);
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
    chunk(scope).paths[scope & ScopeChunk.MASK] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = scope;
    structure++;
  }

  ScopePath path(int scope) {
    return java.util.Objects.requireNonNull(chunk(scope).paths[scope & ScopeChunk.MASK]);
  }

  /// Whether `scope` is an index in use.
  boolean exists(int scope) {
    return scope >= 0 && scope < end && chunk(scope).paths[scope & ScopeChunk.MASK] != null;
  }

  /// The array that holds the rows of `scope`.
  long[] rows(int scope) {
    return chunk(scope).rows;
  }

  /// Where the row of a type begins in [#rows(int)].
  static int rowAt(int scope, int type) {
    return ScopeChunk.rowAt(scope & ScopeChunk.MASK, type);
  }

  /// Writes the chain from the root to `scope` into `into` and returns its length.
  int chain(int scope, int[] into) {
    into[0] = ROOT;
    if (scope == ROOT) {
      return 1;
    }
    int[] links = chunk(scope).links;
    int at = (scope & ScopeChunk.MASK) * ScopeChunk.LINKS;
    int length = 1;
    for (int step = 0; step < ANCESTORS && links[at + step] != NONE; step++) {
      into[length++] = links[at + step];
    }
    into[length++] = scope;
    return length;
  }

  int parent(int scope) {
    int[] links = chunk(scope).links;
    int at = (scope & ScopeChunk.MASK) * ScopeChunk.LINKS;
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
    int at = (scope & ScopeChunk.MASK) * ScopeChunk.LINKS;
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
    int at = (scope & ScopeChunk.MASK) * ScopeChunk.LINKS;
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
    return chunk(scope).versions[scope & ScopeChunk.MASK];
  }

  void setLimitsVersion(int scope, long version) {
    chunk(scope).versions[scope & ScopeChunk.MASK] = version;
  }

  int count(int scope, Count count) {
    return chunk(scope).count(scope & ScopeChunk.MASK, count);
  }

  /// Adds `difference` to a count of `scope` and of every scope above it.
  void addToCount(int scope, Count count, int difference) {
    int[] chain = new int[CHAIN_MAX];
    int length = chain(scope, chain);
    for (int step = 0; step < length; step++) {
      chunk(chain[step]).addToCount(chain[step] & ScopeChunk.MASK, count, difference);
    }
  }

  /// How many scopes there are, the root included.
  int size() {
    int leftEmpty = end >>> ScopeChunk.BITS;
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
    ScopeChunk chunk = chunkForNew(scope);
    int index = scope & ScopeChunk.MASK;
    chunk.paths[index] = path;
    chunk.versions[index] = 0;
    Arrays.fill(chunk.links, index * ScopeChunk.LINKS, (index + 1) * ScopeChunk.LINKS, NONE);
    chunk.links[index * ScopeChunk.LINKS + CHILDREN] = 0;
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
    if ((end & ScopeChunk.MASK) == ScopeChunk.MASK) {
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

  private ScopeChunk chunk(int scope) {
    return chunks[scope >>> ScopeChunk.BITS];
  }

  private ScopeChunk chunkForNew(int scope) {
    int at = scope >>> ScopeChunk.BITS;
    if (at == chunks.length) {
      chunks = Arrays.copyOf(chunks, at * 2);
    }
    if (chunks[at] == null) {
      chunks[at] = new ScopeChunk();
    }
    return chunks[at];
  }

  private int link(int scope, int which) {
    return chunk(scope).links[(scope & ScopeChunk.MASK) * ScopeChunk.LINKS + which];
  }

  private void setLink(int scope, int which, int value) {
    chunk(scope).links[(scope & ScopeChunk.MASK) * ScopeChunk.LINKS + which] = value;
  }
}
