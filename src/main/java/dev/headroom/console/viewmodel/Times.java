package dev.headroom.console.viewmodel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Spans and instants as people say them: `3 h 10 min`, `resets in 2 h`, `14:58:12`.
public final class Times {
  private Times() {}

  /// At most two neighbouring units, rounded down: `840 ms`, `12 s`, `3 h 10 min`, `5 d 2 h`.
  public static String span(Duration span) {
    if (span.isNegative()) {
      return "−" + span(span.negated());
    }
    long seconds = span.toSeconds();
    if (seconds == 0) {
      long millis = span.toMillis();
      return millis == 0 ? one(0, "s") : one(millis, "ms");
    }
    if (seconds < 60) {
      return one(seconds, "s");
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  /// One unit only, for tight places: `12 s`, `3 h`, `5 d`.
  public static String shortSpan(Duration span) {
    String two = span(span);
    int second = two.indexOf(' ', two.indexOf(' ') + 1);
    return second < 0 ? two : two.substring(0, second);
  }

  /// When a window ends, seen from `now`: `resets in 2 h`.
  public static String resets(Instant now, Instant windowEnd) {
    Duration left = Duration.between(now, windowEnd);
    return left.isNegative() || left.isZero()
        ? Wording.text("time.resets.now")
        : Wording.text("time.resets.in", shortSpan(left));
  }

  /// How long ago: `just now`, `12 s ago`.
  public static String ago(Instant now, Instant then) {
    Duration past = Duration.between(then, now);
    return past.toMillis() < 1000
        ? Wording.text("time.now")
        : Wording.text("time.ago", shortSpan(past));
  }

  /// The time of day, with the day where it is not today.
  public static String clock(Instant now, Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    boolean isToday = local.toLocalDate().equals(today);
    return Wording.pattern(isToday ? "pattern.clock" : "pattern.dayAndClock").format(local);
  }

  /// To the millisecond, with the zone, for hover and copy.
  public static String exact(Instant at, ZoneId zone) {
    return Wording.pattern("pattern.exact").format(at.atZone(zone));
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    String first = one(large, largeUnit);
    return small == 0 ? first : first + " " + one(small, smallUnit);
  }

  private static String one(long count, String unit) {
    return count + " " + Wording.text("span." + unit);
  }
}
