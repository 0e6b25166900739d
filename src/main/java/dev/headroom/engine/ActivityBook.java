package dev.headroom.engine;

import java.util.Arrays;

/// What each scope and all below it has cost since it exists, overage charges included, and when
/// what is used there changed last. Decides nothing and is only looked at, so that it is no part of
/// the canonical form (D2). What a scope that closes has cost counts on above it.
///
/// Two numbers lie beside each other for each scope, so that a change of use writes one cache line
/// per scope of the chain.
final class ActivityBook {
  private static final int CHUNK_BITS = 11;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;
  private static final int LONGS = 2;
  private static final int COST = 0;
  private static final int CHANGED = 1;
  private static final long[] EMPTY = new long[0];

  private long[][] chunks;

  ActivityBook() {
    chunks = new long[8][];
    Arrays.fill(chunks, EMPTY);
  }

  ActivityBook(ActivityBook other) {
    chunks = other.chunks.clone();
    Arrays.setAll(chunks, at -> chunks[at].length == 0 ? EMPTY : chunks[at].clone());
  }

  /// What a scope and all below it has cost, in millionths of a credit; the largest number where it
  /// is more.
  long cost(int scope) {
    return look(scope, COST);
  }

  /// Whether what is used at and below a scope has ever changed.
  boolean everChanged(int scope) {
    return look(scope, CHANGED) > 0;
  }

  /// When it changed last, in epoch milliseconds.
  long changedAt(int scope) {
    return look(scope, CHANGED) - 1;
  }

  /// Notes that what is used at a scope changes.
  void touch(int scope, long millis) {
    chunk(scope)[at(scope, CHANGED)] = millis + 1;
  }

  /// Adds a cost, in millionths of a credit.
  void charge(int scope, long micros) {
    long[] chunk = chunk(scope);
    int at = at(scope, COST);
    long sum = chunk[at] + micros;
    chunk[at] = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// Forgets a scope that closes.
  void forget(int scope) {
    if (look(scope, CHANGED) > 0 || look(scope, COST) > 0) {
      Arrays.fill(chunk(scope), at(scope, 0), at(scope, LONGS), 0);
    }
  }

  private long look(int scope, int which) {
    int chunk = scope >>> CHUNK_BITS;
    return chunk >= chunks.length || chunks[chunk].length == 0
        ? 0
        : chunks[chunk][at(scope, which)];
  }

  private long[] chunk(int scope) {
    int at = scope >>> CHUNK_BITS;
    if (at >= chunks.length) {
      int before = chunks.length;
      chunks = Arrays.copyOf(chunks, Math.max(at + 1, 2 * before));
      Arrays.fill(chunks, before, chunks.length, EMPTY);
    }
    if (chunks[at].length == 0) {
      chunks[at] = new long[LONGS << CHUNK_BITS];
    }
    return chunks[at];
  }

  private static int at(int scope, int which) {
    return (scope & CHUNK_MASK) * LONGS + which;
  }
}
