package dev.headroom.history.rollup;

/// The minute, hour, day and month that it is.
final class Stretches {
  private final HistoryCalendar calendar;
  private final long[] starts = new long[Grain.ALL.size()];
  private final long[] ends = new long[Grain.ALL.size()];

  Stretches(HistoryCalendar calendar) {
    this.calendar = calendar;
  }

  /// Whether it is still the same minute, and so the same hour, day and month.
  boolean has(long millis) {
    int minute = Grain.MINUTE.ordinal();
    return millis >= starts[minute] && millis < ends[minute];
  }

  /// Goes on to an instant, which is never before the last.
  void goTo(long millis) {
    for (Grain grain : Grain.ALL) {
      int at = grain.ordinal();
      if (millis >= ends[at] || millis < starts[at]) {
        starts[at] = calendar.floor(grain, millis);
        ends[at] = calendar.next(grain, millis);
      }
    }
  }

  /// Begins all of them anew, since the calendar has changed.
  void renew(long millis) {
    for (Grain grain : Grain.ALL) {
      starts[grain.ordinal()] = calendar.floor(grain, millis);
      ends[grain.ordinal()] = calendar.next(grain, millis);
    }
  }

  /// The first millisecond.
  long start(Grain grain) {
    return starts[grain.ordinal()];
  }
}
