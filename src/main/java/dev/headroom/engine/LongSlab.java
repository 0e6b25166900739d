package dev.headroom.engine;

import java.util.Arrays;

/// Fixed-size records of longs, addressed by a dense index, with a free list. Grows by whole
/// chunks, so that nothing is copied when it does.
final class LongSlab {
  private static final int CHUNK_BITS = 10;
  private static final int CHUNK_MASK = (1 << CHUNK_BITS) - 1;

  private final int stride;
  private long[][] chunks = new long[8][];
  private int[] free = new int[16];
  private int freeCount;
  private int end;

  /// @param stride longs per record
  LongSlab(int stride) {
    this.stride = stride;
  }

  private LongSlab(LongSlab other) {
    this.stride = other.stride;
    this.chunks = other.chunks.clone();
    for (int chunk = 0; chunk < chunks.length; chunk++) {
      if (chunks[chunk] != null) {
        chunks[chunk] = chunks[chunk].clone();
      }
    }
    this.free = other.free.clone();
    this.freeCount = other.freeCount;
    this.end = other.end;
  }

  /// The same records at the same indexes, with a future of their own.
  LongSlab copy() {
    return new LongSlab(this);
  }

  /// Takes a record; a reused one has the content it had when it was given back.
  int take() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    int chunk = end >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[stride << CHUNK_BITS];
    }
    return end++;
  }

  /// Gives a record back; the last one given back is the first taken again.
  void giveBack(int index) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = index;
  }

  /// The array that holds record `index`, from [#offset(int)] on.
  long[] chunk(int index) {
    return chunks[index >>> CHUNK_BITS];
  }

  /// Where record `index` begins in its chunk.
  int offset(int index) {
    return (index & CHUNK_MASK) * stride;
  }

  long get(int index, int word) {
    return chunks[index >>> CHUNK_BITS][offset(index) + word];
  }

  void set(int index, int word, long value) {
    chunks[index >>> CHUNK_BITS][offset(index) + word] = value;
  }

  /// One more than the highest index ever taken.
  int end() {
    return end;
  }

  /// How many records are taken.
  int taken() {
    return end - freeCount;
  }

  /// The free list, the next to be taken last; part of the canonical state, since ids depend on it.
  int[] freeList() {
    return Arrays.copyOf(free, freeCount);
  }
}
