package dev.headroom.console.viewmodel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Spans and instants as people say them: `3 h 10 min`, `resets in 2 h`, `14:58:12`.
public final class Times {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss.SSS z", Locale.ENGLISH);

  private Times() {}

  /// At most two neighbouring units, rounded down: `840 ms`, `12 s`, `3 h 10 min`, `5 d 2 h`.
  public static String span(Duration span) {
    if (span.isNegative()) {
      return "−" + span(span.negated());
    }
    long seconds = span.toSeconds();
    if (seconds == 0) {
      long millis = span.toMillis();
      return millis == 0 ? "0 s" : millis + " ms";
    }
    if (seconds < 60) {
      return seconds + " s";
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
    return (local.toLocalDate().equals(today) ? CLOCK : DAY_AND_CLOCK).format(local);
  }

  /// To the millisecond, with the zone, for hover and copy.
  public static String exact(Instant at, ZoneId zone) {
    return EXACT.format(at.atZone(zone));
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    String first = large + " " + largeUnit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }
}
