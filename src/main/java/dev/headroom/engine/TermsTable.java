package dev.headroom.engine;

import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.Thresholds;
import dev.headroom.model.WindowCalendar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The terms of all limits, each distinct one once: millions of limits share a few. Remembers for
/// each the window that contains the present.
final class TermsTable {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Limit.Terms, Integer> indexes = new HashMap<>();
  private final Deque<Integer> free = new ArrayDeque<>();
  private WindowCalendar calendar;

  TermsTable(WindowCalendar calendar) {
    this.calendar = calendar;
    entries.add(new Entry(Limit.Terms.hard(0)));
  }

  TermsTable(TermsTable other) {
    this.calendar = other.calendar;
    other.entries.forEach(entry -> entries.add(new Entry(entry)));
    indexes.putAll(other.indexes);
    free.addAll(other.free);
  }

  /// The index of these terms, never 0; to be given back by [#release(int)].
  int acquire(Limit.Terms terms) {
    Integer known = indexes.get(terms);
    int index;
    if (known != null) {
      index = known;
    } else if (free.isEmpty()) {
      index = entries.size();
      entries.add(new Entry(terms));
      indexes.put(terms, index);
    } else {
      index = free.pop();
      entries.set(index, new Entry(terms));
      indexes.put(terms, index);
    }
    entries.get(index).uses++;
    return index;
  }

  void release(int index) {
    Entry entry = entries.get(index);
    entry.uses--;
    if (entry.uses == 0) {
      indexes.remove(entry.terms);
      free.push(index);
    }
  }

  Limit.Terms terms(int index) {
    return entries.get(index).terms;
  }

  /// The window of these terms that contains `now`; without a period, the one that never ends.
  WindowCalendar.Window windowAt(int index, long now) {
    Entry entry = entries.get(index);
    if (!entry.window.contains(now)) {
      Period period = entry.terms.period().orElseThrow();
      entry.window = calendar.windowAt(period, now);
    }
    return entry.window;
  }

  /// Uses another calendar for every window that begins from now on.
  void setCalendar(WindowCalendar calendar) {
    this.calendar = calendar;
    for (Entry entry : entries) {
      entry.window = initialWindow(entry.terms);
    }
  }

  /// The smallest use that reaches `percent` of `allowance`; at least 1, so that nothing used
  /// raises nothing.
  static long reaching(int percent, long allowance) {
    long whole = allowance / 100 * percent;
    long rest = allowance % 100 * percent;
    return Math.max(1, whole + (rest + 99) / 100);
  }

  /// The use below which a raised threshold of `percent` clears: five points lower.
  static long clearing(int percent, long allowance) {
    return reaching(Math.max(0, percent - Thresholds.HYSTERESIS_POINTS), allowance);
  }

  private static WindowCalendar.Window initialWindow(Limit.Terms terms) {
    return terms.period().isPresent()
        ? new WindowCalendar.Window(0, 0)
        : new WindowCalendar.Window(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static final class Entry {
    final Limit.Terms terms;
    WindowCalendar.Window window;
    int uses;

    Entry(Limit.Terms terms) {
      this.terms = terms;
      this.window = initialWindow(terms);
    }

    Entry(Entry other) {
      this.terms = other.terms;
      this.window = other.window;
      this.uses = other.uses;
    }
  }
}
