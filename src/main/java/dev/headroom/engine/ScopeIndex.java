package dev.headroom.engine;

import dev.headroom.model.ScopePath;

/// Finds scopes by path: a table of slots with linear probing, at most three fifths full. A slot
/// holds a scope's index and, in the bits above it, a part of its path's hash, so that a path is
/// compared with hardly any but its own.
final class ScopeIndex {
  private static final int EMPTY = 0;
  private static final int SLOTS_FIRST = 64;

  private final ScopeTable scopes;
  private int[] slots;

  ScopeIndex(ScopeTable scopes) {
    this.scopes = scopes;
    this.slots = new int[SLOTS_FIRST];
  }

  /// @param scopes a copy of those that the other finds
  ScopeIndex(ScopeIndex other, ScopeTable scopes) {
    this.scopes = scopes;
    this.slots = other.slots.clone();
  }

  /// The index of the scope at `path`, or [ScopeTable#NONE].
  int find(ScopePath path) {
    String text = path.text();
    int mask = slots.length - 1;
    int hash = hash(text);
    int tag = tag(hash, mask);
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      int found = slots[slot];
      if (found == EMPTY) {
        return ScopeTable.NONE;
      }
      if ((found & ~mask) == tag && path(found, mask).equals(text)) {
        return (found & mask) - 1;
      }
    }
  }

  /// Enters a scope whose path is not there yet.
  ///
  /// @param size how many scopes there are with it; none has an index beyond the most there ever
  ///   were
  void add(int scope, int size) {
    if (size * 5L > slots.length * 3L) {
      grow();
    }
    insert(scope);
  }

  /// Takes a scope out. No tombstones: what follows moves up (Knuth, TAOCP 3, 6.4, algorithm R).
  void remove(int scope) {
    int mask = slots.length - 1;
    int hole = hash(scopes.path(scope).text()) & mask;
    while ((slots[hole] & mask) != scope + 1) {
      hole = (hole + 1) & mask;
    }
    for (int slot = (hole + 1) & mask; slots[slot] != EMPTY; slot = (slot + 1) & mask) {
      int home = hash(path(slots[slot], mask)) & mask;
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        slots[hole] = slots[slot];
        hole = slot;
      }
    }
    slots[hole] = EMPTY;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    for (int moved : old) {
      if (moved != EMPTY) {
        insert((moved & (old.length - 1)) - 1);
      }
    }
  }

  private void insert(int scope) {
    int mask = slots.length - 1;
    int hash = hash(scopes.path(scope).text());
    int slot = hash & mask;
    while (slots[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = tag(hash, mask) | (scope + 1);
  }

  private String path(int found, int mask) {
    return scopes.path((found & mask) - 1).text();
  }

  /// The bits of a hash that a slot keeps above the index.
  private static int tag(int hash, int mask) {
    return hash & ~mask;
  }

  private static int hash(String text) {
    int hash = text.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
