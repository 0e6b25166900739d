package dev.headroom.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Where the windows of limits begin and end (rule L2). Minutes and hours are counted from local
/// midnight, days and months from 1970-01-01, weeks from Mondays, all in the instance's time zone;
/// a day is as long as the calendar has it.
///
/// @param zone the instance's time zone
public record WindowCalendar(ZoneId zone) {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MONTHS_BEFORE_1970 = 1970 * 12;

  /// The window of one period that contains an instant.
  ///
  /// @param start its first millisecond
  /// @param end the first millisecond after it
  public record Window(long start, long end) {
    /// Whether an instant lies in it.
    public boolean contains(long millis) {
      return start <= millis && millis < end;
    }
  }

  /// The window that contains `millis`.
  public Window windowAt(Period period, long millis) {
    LocalDate day = dayOf(millis);
    int count = period.count();
    return switch (period.unit()) {
      case MINUTE -> withinDay(day, millis, count * MINUTE_MILLIS);
      case HOUR -> withinDay(day, millis, count * 60L * MINUTE_MILLIS);
      case DAY -> days(day.toEpochDay() - Math.floorMod(day.toEpochDay(), (long) count), count);
      case WEEK -> {
        long week = Math.floorDiv(day.toEpochDay() + 3, 7L);
        yield days((week - Math.floorMod(week, (long) count)) * 7 - 3, 7L * count);
      }
      case MONTH -> {
        int month = day.getYear() * 12 + day.getMonthValue() - 1 - MONTHS_BEFORE_1970;
        LocalDate first = LocalDate.EPOCH.plusMonths(month - Math.floorMod(month, count));
        yield new Window(midnight(first), midnight(first.plusMonths(count)));
      }
    };
  }

  /// The day that contains `millis`. A clock that is set back across midnight shows the end of a
  /// day again when the next has begun already.
  private LocalDate dayOf(long millis) {
    LocalDate shown = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    LocalDate next = shown.plusDays(1);
    return midnight(next) <= millis ? next : shown;
  }

  private Window withinDay(LocalDate day, long millis, long length) {
    long midnight = midnight(day);
    long start = midnight + (millis - midnight) / length * length;
    return new Window(start, Math.min(start + length, midnight(day.plusDays(1))));
  }

  private Window days(long firstDay, long count) {
    LocalDate first = LocalDate.ofEpochDay(firstDay);
    return new Window(midnight(first), midnight(first.plusDays(count)));
  }

  private long midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
