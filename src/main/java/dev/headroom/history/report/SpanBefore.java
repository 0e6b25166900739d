package dev.headroom.history.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// The span before another: of as many months where that consists of whole ones, of as many days
/// where it consists of those, else of the same length.
///
/// @param from its first millisecond
/// @param to the first after it
record SpanBefore(long from, long to) {
  static SpanBefore of(long from, long to, ZoneId zone) {
    ZonedDateTime begin = Instant.ofEpochMilli(from).atZone(zone);
    ZonedDateTime end = Instant.ofEpochMilli(to).atZone(zone);
    if (!isMidnight(begin) || !isMidnight(end)) {
      return new SpanBefore(from - (to - from), from);
    }
    LocalDate first = begin.toLocalDate();
    LocalDate last = end.toLocalDate();
    LocalDate before =
        first.getDayOfMonth() == 1 && last.getDayOfMonth() == 1
            ? first.minusMonths(ChronoUnit.MONTHS.between(first, last))
            : first.minusDays(ChronoUnit.DAYS.between(first, last));
    return new SpanBefore(before.atStartOfDay(zone).toInstant().toEpochMilli(), from);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        || time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
  }
}
