package dev.headroom.history.forecast;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.HistoryCalendar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Into stretches of which length demand is divided, the shortest first. Short ones follow quickly,
/// long ones see far.
enum Bucket {
  MINUTE(Grain.MINUTE, 1, 0, Duration.ofMinutes(1)),
  QUARTER(Grain.MINUTE, 15, 96, Duration.ofMinutes(15)),
  HOUR(Grain.HOUR, 1, 24, Duration.ofHours(1)),
  DAY(Grain.DAY, 1, 7, Duration.ofDays(1));

  /// So many are looked back at most.
  static final int COUNT_MAX = 512;

  static final List<Bucket> ALL = List.of(values());

  private final Grain grain;
  private final int count;
  private final int season;
  private final Duration length;

  Bucket(Grain grain, int count, int season, Duration length) {
    this.grain = grain;
    this.count = count;
    this.season = season;
    this.length = length;
  }

  /// Of which rows it is made.
  Grain grain() {
    return grain;
  }

  /// How many make up a season: a day of quarters or hours, a week of days; 0 for none.
  int season() {
    return season;
  }

  /// How long one is, clock changes aside.
  Duration length() {
    return length;
  }

  /// Where the last whole ones begin, the earliest first, and then where the last ends.
  ///
  /// @param since none begins before
  /// @param now the last ends then or before
  long[] starts(HistoryCalendar calendar, long since, long now) {
    long[] starts = new long[COUNT_MAX + 1];
    int at = COUNT_MAX;
    starts[at] = floor(calendar, now);
    while (at > 0 && starts[at] > since) {
      long before = floor(calendar, starts[at] - 1);
      if (before < since) {
        break;
      }
      at--;
      starts[at] = before;
    }
    return Arrays.copyOfRange(starts, at, COUNT_MAX + 1);
  }

  private long floor(HistoryCalendar calendar, long millis) {
    if (count == 1) {
      return calendar.floor(grain, millis);
    }
    return Math.floorDiv(millis, length.toMillis()) * length.toMillis();
  }
}
