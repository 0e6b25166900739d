package dev.headroom.engine.history;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that can be had again: the same seed rolls the same.
final class Dice {
  /// Named, since the platform's default may change.
  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator random;

  Dice(long seed) {
    this.random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  /// True that many times of a hundred.
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// A number from `least` to `most`, both included.
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// Some of the choices, in their order.
  <T> List<T> some(List<T> choices, int count) {
    var left = new java.util.ArrayList<>(choices);
    while (left.size() > count) {
      left.remove(random.nextInt(left.size()));
    }
    return List.copyOf(left);
  }

  /// A choice, and how often it is made compared with the others.
  record Weighted<T>(int weight, T choice) {}

  <T> T roll(List<Weighted<T>> choices) {
    int sum = choices.stream().mapToInt(Weighted::weight).sum();
    int left = random.nextInt(sum);
    int at = 0;
    while (left >= choices.get(at).weight) {
      left -= choices.get(at).weight;
      at++;
    }
    return choices.get(at).choice;
  }
}
