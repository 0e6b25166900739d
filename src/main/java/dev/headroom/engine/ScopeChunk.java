package dev.headroom.engine;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import org.jspecify.annotations.Nullable;

/// What the [ScopeTable] has of so many scopes, as it lies in memory; each has a place from 0 on.
///
/// The rows fill a megabyte, with the header of their array and what makes up a cache line with it:
/// G1 puts such an array at the beginning of a region (`lib/jvm.options` sets the size), so that
/// every row is one cache line and not parts of two. The last scope's rows would not fit; its place
/// stays empty.
final class ScopeChunk {
  static final int BITS = 11;

  /// How many places it has.
  static final int SIZE = 1 << BITS;

  /// The last place.
  static final int MASK = SIZE - 1;

  /// How many links each scope has.
  static final int LINKS = 9;

  private static final int ROW_LONGS = Row.LONGS * ResourceType.ALL.size();
  private static final int HEADER_LONGS = 2;
  private static final int FIRST_ROW = Row.LONGS - HEADER_LONGS;
  private static final int COUNTS = ScopeTable.Count.values().length;

  final long[] rows;
  final @Nullable ScopePath[] paths;
  final int[] links;
  final long[] versions;

  /// None before anything is counted here.
  private int[] counts;

  ScopeChunk() {
    this.rows = new long[SIZE * ROW_LONGS - HEADER_LONGS];
    this.paths = new ScopePath[SIZE];
    this.links = new int[SIZE * LINKS];
    this.versions = new long[SIZE];
    this.counts = new int[0];
  }

  ScopeChunk(ScopeChunk other) {
    this.rows = other.rows.clone();
    this.paths = other.paths.clone();
    this.links = other.links.clone();
    this.versions = other.versions.clone();
    this.counts = other.counts.clone();
  }

  /// Where the row of a type begins in [#rows].
  static int rowAt(int place, int type) {
    return FIRST_ROW + place * ROW_LONGS + type * Row.LONGS;
  }

  int count(int place, ScopeTable.Count count) {
    return counts.length == 0 ? 0 : counts[place * COUNTS + count.ordinal()];
  }

  void addToCount(int place, ScopeTable.Count count, int difference) {
    if (counts.length == 0) {
      counts = new int[SIZE * COUNTS];
    }
    counts[place * COUNTS + count.ordinal()] += difference;
  }
}
