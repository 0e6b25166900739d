package dev.headroom.server.disguise;

import dev.headroom.wire.json.Disguise.Kind;

/// What those who see a subtree are shown instead of the engine's numbers: permuted, and such that
/// the engine's own never look like them. For one thread.
///
/// An allocation's number is that of its place and, in the upper half, how often that was used:
/// places take no more than 27 bits, so that the 32nd marks what is shown. All else is counted, up
/// to 2^52, and shown from there to 2^53, which is as far as JSON's numbers are whole everywhere.
final class ShownNumbers {
  private static final int PLACE_BITS = 27;
  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final int USE_SHIFT = 32;
  private static final long MARK = 1L << 31;
  private static final long USED_PLACE = (~0L << USE_SHIFT) | PLACE;
  private static final int ALLOCATION_BITS = 58;

  private static final int COUNT_BITS = 52;
  private static final long COUNT_END = 1L << COUNT_BITS;

  private final Permutation permutation;

  ShownNumbers(Permutation permutation) {
    this.permutation = permutation;
  }

  /// Whether a number is one that is shown.
  static boolean isShown(Kind kind, long number) {
    return kind == Kind.ALLOCATION
        ? number > 0 && (number & ~USED_PLACE) == MARK && packed(number) > 0
        : number > COUNT_END && number < 2 * COUNT_END;
  }

  /// What is shown instead of one of the engine's numbers, which is above 0.
  long shown(Kind kind, long own) {
    return kind == Kind.ALLOCATION
        ? unpacked(permutation.there(of(kind), packed(own))) | MARK
        : COUNT_END + permutation.there(of(kind), own);
  }

  /// The engine's number for one that [#isShown(Kind, long)].
  long own(Kind kind, long shown) {
    return kind == Kind.ALLOCATION
        ? unpacked(permutation.back(of(kind), packed(shown)))
        : permutation.back(of(kind), shown - COUNT_END);
  }

  private static Permutation.Of of(Kind kind) {
    int bits = kind == Kind.ALLOCATION ? ALLOCATION_BITS : COUNT_BITS;
    return new Permutation.Of(kind.ordinal(), bits);
  }

  private static long packed(long number) {
    return ((number >>> USE_SHIFT) << PLACE_BITS) | (number & PLACE);
  }

  private static long unpacked(long packed) {
    return ((packed >>> PLACE_BITS) << USE_SHIFT) | (packed & PLACE);
  }
}
