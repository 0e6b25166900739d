package dev.headroom.engine;

/// Tells nearly every id that was never seen at one glance: a Bloom filter whose bits for one id
/// lie in one word, for two generations side by side. It may take an id for known that is not, but
/// never the other way round.
///
/// See Putze, Sanders and Singler, "Cache-, Hash- and Space-Efficient Bloom Filters" (2007).
final class IdFilter {
  private static final int IDS_PER_WORD = 8;

  private final long[] words;
  private final int mask;

  /// @param generationMax how many ids a generation has at most; a power of two from 8 on
  IdFilter(int generationMax) {
    int places = generationMax / IDS_PER_WORD;
    this.words = new long[2 * places];
    this.mask = places - 1;
  }

  IdFilter(IdFilter other) {
    this.words = other.words.clone();
    this.mask = other.mask;
  }

  /// Whether an id with that hash may be in one of the generations.
  boolean mayKnow(long hash) {
    long bits = bits(hash);
    int at = at(hash);
    return (words[at] & bits) == bits || (words[at + 1] & bits) == bits;
  }

  /// Adds an id to generation 0 or 1.
  void add(long hash, int generation) {
    words[at(hash) + generation] |= bits(hash);
  }

  /// Empties generation 0 or 1.
  void clear(int generation) {
    for (int at = generation; at < words.length; at += 2) {
      words[at] = 0;
    }
  }

  private int at(long hash) {
    return 2 * ((int) (hash >>> 32) & mask);
  }

  private static long bits(long hash) {
    return (1L << hash) | (1L << (hash >>> 6)) | (1L << (hash >>> 12));
  }
}
