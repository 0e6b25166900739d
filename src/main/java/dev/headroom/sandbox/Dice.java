package dev.headroom.sandbox;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that is the same for the same seed on every machine and Java version: only the named
/// algorithm's 64-bit numbers are used, and exact arithmetic from there on. For one thread.
public final class Dice {
  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator random;

  /// @param seed where everything follows from
  public Dice(long seed) {
    random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  /// A number from 0 to below 1, in steps of 2^−53.
  public double fraction() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /// A whole number from `least` to `most`, both included, all equally likely.
  public long between(long least, long most) {
    return least + Math.unsignedMultiplyHigh(random.nextLong(), most - least + 1);
  }

  /// Whether something happens that happens `percent` times in a hundred.
  public boolean happens(int percent) {
    return between(1, 100) <= percent;
  }

  /// How long until the next of events that come independently of each other, on average one every
  /// `mean`.
  public double waitFor(double mean) {
    return -StrictMath.log(1 - fraction()) * mean;
  }
}
