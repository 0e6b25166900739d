package dev.headroom.history.rollup;

import dev.headroom.model.ScopePath;
import java.util.List;

/// What an open allocation has of one type.
final class Line {
  final long allocation;
  final int type;

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

  /// Where it counts, as long as those are the places that are in memory.
  private List<Place> places = List.of();

  private long generation = -1;

  /// @param allocation its number
  Line(long allocation, int type, ScopePath path, String pool) {
    this.allocation = allocation;
    this.type = type;
    this.path = path;
    this.pool = pool;
  }

  /// Its scope, all above it, and the pool that serves it.
  List<Place> places(Places all) {
    if (generation != all.generation()) {
      places = all.serving(path, pool);
      generation = all.generation();
    }
    return places;
  }
}
