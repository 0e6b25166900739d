package dev.headroom.history.rollup;

import dev.headroom.model.ScopePath;

/// What an open allocation has of one type.
final class Line {
  final Key key;

  /// The scope of the allocation.
  final ScopePath path;

  /// The pool that serves it; empty where there was none.
  final String pool;

  /// What is reserved and not yet consumed.
  long reserved;

  /// The last sample of a held type; -1 before the first.
  long sample = -1;

  /// Whether it is open still.
  boolean open = true;

  /// Whether it is stored.
  boolean stored;

  boolean listed;

  /// @param allocation its number
  record Key(long allocation, int type) {}

  Line(Key key, ScopePath path, String pool) {
    this.key = key;
    this.path = path;
    this.pool = pool;
  }
}
