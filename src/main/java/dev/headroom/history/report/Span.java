package dev.headroom.history.report;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.HistoryCalendar;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import java.util.ArrayList;
import java.util.List;

/// A span of time as far as there are sums of it.
///
/// @param from its first millisecond
/// @param to the first after it
/// @param segments which rows make it up, in order
record Span(long from, long to, List<Segment> segments) {
  /// The smallest span about two instants of which there are sums.
  ///
  /// @param now what time it is; nothing is later
  static Span about(Rollups rollups, long from, long to, long now) {
    return about(rollups, from, to, now, Grain.MONTH);
  }

  /// The same of rows of a grain or finer ones only.
  static Span about(Rollups rollups, long from, long to, long now, Grain coarsest) {
    HistoryCalendar calendar = rollups.calendar();
    long first = floor(rollups, from);
    long last = rollups.last().orElse(Long.MIN_VALUE);
    boolean open = calendar.ceiling(Grain.MINUTE, to) > last;
    long rowsEnd =
        open
            ? calendar.next(Grain.MONTH, Math.max(first, Math.max(to, last)))
            : end(rollups, first, to);
    long end = open ? Math.max(first, Math.min(Math.max(now, last), to)) : rowsEnd;
    List<Segment> segments = new ArrayList<>();
    cover(calendar, first, rowsEnd, coarsest, segments);
    return new Span(first, end, List.copyOf(segments));
  }

  /// Whether it lasts still.
  boolean isOpen() {
    return !segments.isEmpty() && segments.getLast().to() > to;
  }

  long millis() {
    return to - from;
  }

  /// The last instant until then at which a stretch begins of which there are sums.
  static long floor(Rollups rollups, long from) {
    for (Grain grain : Grain.ALL) {
      long floor = rollups.calendar().floor(grain, from);
      if (rollups.keptSince(grain) <= floor) {
        return floor;
      }
    }
    return rollups.keptSince(Grain.MONTH);
  }

  private static long end(Rollups rollups, long first, long to) {
    HistoryCalendar calendar = rollups.calendar();
    for (Grain grain : List.of(Grain.MINUTE, Grain.HOUR, Grain.DAY)) {
      long end = calendar.ceiling(grain, to);
      Grain coarser = Grain.ALL.get(grain.ordinal() + 1);
      if (rollups.keptSince(grain) <= Math.max(first, calendar.floor(coarser, end))) {
        return end;
      }
    }
    return calendar.ceiling(Grain.MONTH, to);
  }

  private static void cover(
      HistoryCalendar calendar, long from, long to, Grain grain, List<Segment> segments) {
    if (from >= to) {
      return;
    }
    if (grain == Grain.MINUTE) {
      segments.add(new Segment(grain, from, to));
      return;
    }
    long first = calendar.ceiling(grain, from);
    long last = calendar.floor(grain, to);
    if (first >= last) {
      cover(calendar, from, to, grain.finer(), segments);
    } else {
      cover(calendar, from, first, grain.finer(), segments);
      segments.add(new Segment(grain, first, last));
      cover(calendar, last, to, grain.finer(), segments);
    }
  }
}
