package dev.headroom.sink.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after failures: twice as long after each, up to a most, and each time by chance
/// up to half of that less, so that those who failed together do not come back together.
///
/// @param first after the first failure, at most
/// @param most after many failures, at most
public record Backoff(Duration first, Duration most) {
  /// From a second to ten minutes.
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

  private static final int DOUBLINGS_MAX = 30;

  /// How long to wait now.
  ///
  /// @param failures how many there were in a row, this one included
  public Duration after(int failures, RandomGenerator chance) {
    int doublings = Math.min(failures - 1, DOUBLINGS_MAX);
    Duration full = first.multipliedBy(1L << doublings);
    Duration wait = full.compareTo(most) < 0 ? full : most;
    long half = wait.toNanos() / 2;
    return Duration.ofNanos(half + chance.nextLong(half + 1));
  }
}
