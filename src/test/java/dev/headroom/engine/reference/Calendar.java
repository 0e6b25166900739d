package dev.headroom.engine.reference;

import dev.headroom.model.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Where windows end, by walking the calendar boundary by boundary from 1970 on (rule L2). Any
/// thread.
public final class Calendar {
  private static final long MINUTE_MILLIS = 60_000;
  private static final LocalDate MONDAY_BEFORE_1970 = LocalDate.of(1969, 12, 29);

  private record Key(ZoneId zone, Period period) {}

  /// Boundaries that were walked already; the calendar is the same for every test.
  private static final Map<Key, Boundaries> WALKED = new ConcurrentHashMap<>();

  private Calendar() {}

  /// The first boundary of a period after an instant.
  public static long windowEnd(Period period, long instant, ZoneId zone) {
    return switch (period.unit()) {
      case MINUTE -> withinDay(period.count() * MINUTE_MILLIS, instant, zone);
      case HOUR -> withinDay(period.count() * 60L * MINUTE_MILLIS, instant, zone);
      case DAY, WEEK, MONTH -> boundaries(period, zone).after(instant);
    };
  }

  private static long withinDay(long length, long instant, ZoneId zone) {
    Boundaries days = boundaries(new Period(1, Period.Unit.DAY), zone);
    long end = days.notAfter(instant);
    while (end <= instant) {
      end += length;
    }
    return Math.min(end, days.after(instant));
  }

  private static Boundaries boundaries(Period period, ZoneId zone) {
    return WALKED.computeIfAbsent(new Key(zone, period), Boundaries::new);
  }

  private static final class Boundaries {
    private final Key key;
    private final TreeSet<Long> starts = new TreeSet<>();
    private int walked;

    Boundaries(Key key) {
      this.key = key;
    }

    synchronized long after(long instant) {
      walkPast(instant);
      return Objects.requireNonNull(starts.higher(instant));
    }

    synchronized long notAfter(long instant) {
      walkPast(instant);
      return Objects.requireNonNull(starts.floor(instant));
    }

    /// Begins one period before 1970, since that year begins later in the west.
    private void walkPast(long instant) {
      while (starts.isEmpty() || starts.last() <= instant) {
        starts.add(start(walked - 1).atStartOfDay(key.zone).toInstant().toEpochMilli());
        walked++;
      }
    }

    private LocalDate start(int number) {
      long count = (long) number * key.period.count();
      return switch (key.period.unit()) {
        case DAY -> LocalDate.EPOCH.plusDays(count);
        case WEEK -> MONDAY_BEFORE_1970.plusWeeks(count);
        case MONTH -> LocalDate.EPOCH.plusMonths(count);
        case MINUTE, HOUR -> throw new IllegalArgumentException("not a period of days: " + key);
      };
    }
  }
}
