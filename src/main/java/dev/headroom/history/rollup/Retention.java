package dev.headroom.history.rollup;

import java.time.Duration;

/// How long sums are kept, and how many of them. What is older is told by coarser ones only.
///
/// @param minutes for how long those per minute are kept
/// @param hours for how long those per hour are kept
/// @param days for how long those per day are kept; those per month are kept as long as there is
///   room
/// @param rowsMax how many rows of one grain are kept; where there are more the oldest go, until
///   three quarters are left
public record Retention(Duration minutes, Duration hours, Duration days, long rowsMax) {
  /// Three days of minutes, 93 of hours, ten years of days; about half a gigabyte per grain.
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(3), Duration.ofDays(93), Duration.ofDays(3653), 4_000_000);

  /// How old rows may be that are kept.
  long millis(Grain grain) {
    return switch (grain) {
      case MINUTE -> minutes.toMillis();
      case HOUR -> hours.toMillis();
      case DAY -> days.toMillis();
      case MONTH -> Long.MAX_VALUE / 4;
    };
  }
}
