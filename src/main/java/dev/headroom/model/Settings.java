package dev.headroom.model;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What holds for a whole instance.
///
/// @param timeZone where calendar windows begin (L2)
/// @param agingInterval how long a waiter waits for each level its priority is raised (Q2)
/// @param starvationInterval after which wait nobody passes a waiter any more (Q5)
/// @param alertDelay how long a threshold is exceeded before its alert is raised (T2)
public record Settings(
    ZoneId timeZone, Duration agingInterval, Duration starvationInterval, Duration alertDelay) {
  private static final Duration INTERVAL_MAX = Duration.ofDays(366);

  /// UTC, one minute, five minutes, no delay.
  public static final Settings DEFAULT =
      new Settings(ZoneOffset.UTC, Duration.ofMinutes(1), Duration.ofMinutes(5));

  /// Settings under which alerts are raised at once.
  public Settings(ZoneId timeZone, Duration agingInterval, Duration starvationInterval) {
    this(timeZone, agingInterval, starvationInterval, Duration.ZERO);
  }

  /// Writes a zone of fixed offset as that offset, so that UTC, Z and GMT are equal.
  ///
  /// @throws InvalidValueException where an interval is out of range, or the zone has seconds
  public Settings {
    timeZone = timeZone.normalized();
    if (timeZone instanceof ZoneOffset offset && offset.getTotalSeconds() % 60 != 0) {
      throw new InvalidValueException("a time zone is offset by whole minutes, not by %s", offset);
    }
    requireInterval(agingInterval);
    requireInterval(starvationInterval);
    requireDelay(alertDelay);
  }

  /// Returns `delay` if it is zero or could be an interval.
  ///
  /// @throws InvalidValueException where it is not
  public static Duration requireDelay(Duration delay) {
    return delay.isZero() ? delay : requireInterval(delay);
  }

  /// Returns `interval` if it is at least a millisecond, in whole milliseconds, and at most 366
  /// days.
  ///
  /// @throws InvalidValueException where it is not
  public static Duration requireInterval(Duration interval) {
    if (interval.compareTo(Duration.ofMillis(1)) < 0
        || interval.compareTo(INTERVAL_MAX) > 0
        || interval.toNanosPart() % 1_000_000 != 0) {
      throw new InvalidValueException(
          "an interval is between PT0.001S and %s in whole milliseconds, not %s",
          INTERVAL_MAX, interval);
    }
    return interval;
  }
}
