package dev.headroom.engine.history;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Tries a property on the histories of many seeds; where it fails, says the seed and the least
/// part of its history that fails.
final class Trial {
  /// What must hold for every history.
  @FunctionalInterface
  interface Property {
    /// What is wrong; empty where all is well.
    Optional<String> failure(List<Step> history);
  }

  /// Some seeds, one after the other.
  record Seeds(long first, int count) {
    /// Tries the property on a history of each.
    void hold(int commands, Property property) {
      LongStream.range(first, first + count).forEach(seed -> holds(seed, commands, property));
    }

    @Override
    public String toString() {
      return first + " to " + (first + count - 1);
    }
  }

  /// Whether the least part that fails is looked for, which takes a while: `-Dheadroom.shrink`.
  private static final boolean SHRINKS =
      Boolean.parseBoolean(System.getProperty("headroom.shrink", "true"));

  private Trial() {}

  /// How many histories are tried: `-Dheadroom.seeds`.
  static int seeds(int usual) {
    return Integer.getInteger("headroom.seeds", usual);
  }

  /// How many commands each has: `-Dheadroom.commands`.
  static int commands(int usual) {
    return Integer.getInteger("headroom.commands", usual);
  }

  /// The seeds to try, `-Dheadroom.seed` being the first, in groups of that size.
  static List<Seeds> groups(int seeds, int size) {
    long first = Long.getLong("headroom.seed", 1);
    return IntStream.range(0, Math.ceilDiv(seeds, size))
        .mapToObj(
            group -> new Seeds(first + (long) group * size, Math.min(size, seeds - group * size)))
        .toList();
  }

  private static void holds(long seed, int commands, Property property) {
    List<Step> history = History.of(seed, commands);
    if (failure(property, history).isPresent()) {
      List<Step> least = SHRINKS ? least(history, property) : history;
      fail(
          "seed "
              + seed
              + ", of "
              + commands
              + " commands it takes\n"
              + least.stream().map(Step::toString).collect(Collectors.joining("\n"))
              + "\n"
              + failure(property, least).orElseThrow());
    }
  }

  private static List<Step> least(List<Step> history, Property property) {
    return Shrinker.shrink(history, part -> failure(property, part).isPresent());
  }

  /// A crash is a failure like any other, and must be shrunk like any other.
  private static Optional<String> failure(Property property, List<Step> history) {
    try {
      return property.failure(history);
    } catch (RuntimeException crash) {
      return Optional.of(
          crash
              + Arrays.stream(crash.getStackTrace())
                  .limit(12)
                  .map(element -> "\n  at " + element)
                  .collect(Collectors.joining()));
    }
  }
}
