package dev.headroom.model;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What holds for a whole instance.
///
/// @param timeZone where calendar windows begin (L2)
/// @param agingInterval how long a waiter waits for each level its priority is raised (Q2)
/// @param starvationInterval after which wait nobody passes a waiter any more (Q5)
public record Settings(ZoneId timeZone, Duration agingInterval, Duration starvationInterval) {
  /// UTC, one minute, five minutes.
  public static final Settings DEFAULT =
      new Settings(ZoneOffset.UTC, Duration.ofMinutes(1), Duration.ofMinutes(5));

  /// @throws InvalidValueException where an interval is not positive
  public Settings {
    requirePositive(agingInterval, "the aging interval");
    requirePositive(starvationInterval, "the starvation interval");
  }

  private static void requirePositive(Duration interval, String what) {
    if (interval.toMillis() < 1 || interval.compareTo(Duration.ofDays(366)) > 0) {
      throw new InvalidValueException(
          "%s is between a millisecond and 366 days, not %s", what, interval);
    }
  }
}
