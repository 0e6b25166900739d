package dev.headroom.engine;

import java.math.BigInteger;

/// How much of what is scarce a member holds: the largest held ÷ capacity over the types, ÷ its
/// weight (rule P4, FAIR). Compared exactly, never as a binary float.
///
/// @param held how much of the type of which it holds the largest part
/// @param capacity how much of that type there is; where there is none, what is held of it is more
///   than any other share
/// @param weight its weight
/// @see "Ghodsi et al., Dominant Resource Fairness, NSDI 2011, section 4.1 and (weights) 4.3"
record DominantShare(long held, long capacity, int weight) implements Comparable<DominantShare> {
  static DominantShare none(int weight) {
    return new DominantShare(0, 1, weight);
  }

  /// The larger of this and another share of the same member.
  DominantShare or(long otherHeld, long otherCapacity) {
    DominantShare other = new DominantShare(otherHeld, otherCapacity, weight);
    return otherHeld > 0 && other.compareTo(this) > 0 ? other : this;
  }

  @Override
  public int compareTo(DominantShare other) {
    if (held == 0 || other.held == 0) {
      return Long.compare(held, other.held);
    }
    if (isSmall(held, other.capacity, other.weight) && isSmall(other.held, capacity, weight)) {
      return Long.compare(held * other.capacity * other.weight, other.held * capacity * weight);
    }
    return product(held, other.capacity, other.weight)
        .compareTo(product(other.held, capacity, weight));
  }

  /// Whether a product cannot wrap.
  private static boolean isSmall(long held, long capacity, int weight) {
    return bits(held) + bits(capacity) + bits(weight) < Long.SIZE;
  }

  private static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }

  private static BigInteger product(long held, long capacity, int weight) {
    return BigInteger.valueOf(held)
        .multiply(BigInteger.valueOf(capacity))
        .multiply(BigInteger.valueOf(weight));
  }
}
