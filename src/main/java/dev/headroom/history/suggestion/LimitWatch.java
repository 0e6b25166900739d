package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import dev.headroom.model.WindowCalendar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Looks at one limit: what was used and denied, window by window. A limit without windows is
/// looked at in equal parts of the span instead. One thread.
final class LimitWatch {
  /// So many windows are remembered, the latest.
  private static final int WINDOWS_MAX = 1_500;

  private final WindowCalendar calendar;
  private final long from;
  private final long slice;
  private final Deque<Window> windows = new ArrayDeque<>();
  private Limit limit;
  private long reserved;
  private long start;
  private long end;
  private boolean whole;
  private long consumed;
  private long peak;
  private long denied;
  private long deniedAmount;
  private long firstDenial;
  private long lastDenial;

  /// @param from when it begins to look, in epoch milliseconds
  /// @param slice how long the parts are in which a limit without windows is looked at
  LimitWatch(Limit limit, WindowCalendar calendar, long from, long slice) {
    this.limit = limit;
    this.calendar = calendar;
    this.from = from;
    this.slice = slice;
    begin(from);
    whole = start == from;
  }

  Limit limit() {
    return limit;
  }

  /// What stood when it began to look.
  void open(long reservedBefore, long consumedBefore) {
    reserved = reservedBefore;
    consumed = consumedBefore;
    peak = reserved + consumed;
  }

  /// Has it look at the same with other terms: what was before tells nothing any more.
  void replace(Limit other, long at) {
    boolean same =
        other.terms().amount() == limit.terms().amount()
            && other.terms().enforcement().equals(limit.terms().enforcement());
    limit = other;
    if (!same) {
      goTo(at);
      windows.clear();
      whole = at == start;
      peak = reserved + consumed;
      denied = 0;
      deniedAmount = 0;
    }
  }

  void reserve(long at, long difference) {
    goTo(at);
    reserved += difference;
    peak = Math.max(peak, reserved + consumed);
  }

  void consume(long at, long amount) {
    goTo(at);
    consumed += amount;
    peak = Math.max(peak, reserved + consumed);
  }

  void deny(long at, long amount) {
    goTo(at);
    firstDenial = denied == 0 ? at : firstDenial;
    lastDenial = at;
    denied++;
    deniedAmount += amount;
  }

  /// The windows that were seen whole by then.
  List<Window> wholeWindows(long to) {
    goTo(to);
    List<Window> seen = new ArrayList<>(windows.stream().filter(Window::whole).toList());
    if (end == to && whole && !limit.type().isHeld()) {
      seen.add(window());
    }
    return seen;
  }

  /// All windows that were looked at by then, also in part.
  List<Window> allWindows(long to) {
    goTo(to);
    List<Window> seen = new ArrayList<>(windows);
    seen.add(window());
    return seen;
  }

  /// What was allowed in whole windows and never used; of what has no windows, what never was in
  /// use at any time.
  long neverUsed(long to) {
    long amount = limit.terms().amount();
    if (limit.terms().period().isEmpty()) {
      long most = allWindows(to).stream().mapToLong(Window::peak).max().orElse(0);
      return Math.max(0, amount - most);
    }
    return wholeWindows(to).stream()
        .mapToLong(window -> Math.max(0, amount - window.consumed()))
        .sum();
  }

  private void goTo(long at) {
    while (at >= end) {
      windows.add(window());
      if (windows.size() > WINDOWS_MAX) {
        windows.removeFirst();
      }
      begin(end);
    }
  }

  private Window window() {
    return new Window(
        start, end, whole, consumed, peak, denied, deniedAmount, firstDenial, lastDenial);
  }

  private void begin(long at) {
    if (limit.terms().period().isPresent()) {
      WindowCalendar.Window window = calendar.windowAt(limit.terms().period().get(), at);
      start = window.start();
      end = window.end();
      consumed = 0;
    } else {
      start = from + (at - from) / slice * slice;
      end = start + slice;
    }
    whole = true;
    peak = reserved + consumed;
    denied = 0;
    deniedAmount = 0;
  }
}
