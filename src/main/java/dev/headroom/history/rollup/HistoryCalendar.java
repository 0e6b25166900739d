package dev.headroom.history.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// Where minutes, hours, days and months begin: by the clocks of the time zone that the instance
/// had then. Where its zone was changed, all of them end and begin anew, and where clocks are set,
/// an hour does, so that each lies within one of the next longer, always.
///
/// Not thread-safe: whoever has the history's lock may use it.
public final class HistoryCalendar {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

  private final List<Regime> regimes = new ArrayList<>();

  /// A time zone that held from an instant on.
  ///
  /// @param since the first millisecond
  public record Regime(long since, ZoneId zone) {}

  /// @param zone that of the beginning
  public HistoryCalendar(ZoneId zone) {
    regimes.add(new Regime(Long.MIN_VALUE, zone));
  }

  /// Has another zone hold from an instant on, which lies after all that were named before.
  void change(long since, ZoneId zone) {
    if (regimes.getLast().since == since) {
      regimes.removeLast();
    }
    if (regimes.isEmpty() || !regimes.getLast().zone.equals(zone)) {
      regimes.add(new Regime(since, zone));
    }
  }

  /// The zones that there were, the oldest first.
  List<Regime> regimes() {
    return List.copyOf(regimes);
  }

  /// The zone that holds at an instant.
  public ZoneId zoneAt(long millis) {
    return regimes.get(regimeAt(millis)).zone;
  }

  /// Where the stretch begins that has an instant.
  public long floor(Grain grain, long millis) {
    Regime regime = regimes.get(regimeAt(millis));
    long local =
        switch (grain) {
          case MINUTE -> Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS;
          case HOUR -> hourOf(regime.zone.getRules(), millis);
          case DAY -> midnight(dayOf(regime.zone, millis), regime.zone);
          case MONTH -> midnight(dayOf(regime.zone, millis).withDayOfMonth(1), regime.zone);
        };
    return Math.max(local, regime.since);
  }

  /// Where the stretch ends that has an instant, and the next begins.
  public long next(Grain grain, long millis) {
    int at = regimeAt(millis);
    ZoneId zone = regimes.get(at).zone;
    long local =
        switch (grain) {
          case MINUTE -> Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS + MINUTE_MILLIS;
          case HOUR -> hourAfter(zone.getRules(), millis);
          case DAY -> midnight(dayOf(zone, millis).plusDays(1), zone);
          case MONTH -> midnight(dayOf(zone, millis).withDayOfMonth(1).plusMonths(1), zone);
        };
    return at + 1 < regimes.size() ? Math.min(local, regimes.get(at + 1).since) : local;
  }

  /// The first instant at or after one at which a stretch begins.
  public long ceiling(Grain grain, long millis) {
    return floor(grain, millis) == millis ? millis : next(grain, millis);
  }

  private int regimeAt(long millis) {
    int at = regimes.size() - 1;
    while (regimes.get(at).since > millis) {
      at--;
    }
    return at;
  }

  private static long hourOf(ZoneRules rules, long millis) {
    long offset = offset(rules, millis);
    long hour = Math.floorDiv(millis + offset, HOUR_MILLIS) * HOUR_MILLIS - offset;
    return offset(rules, hour) == offset ? hour : transitionAfter(rules, hour);
  }

  private static long hourAfter(ZoneRules rules, long millis) {
    long offset = offset(rules, millis);
    long next = Math.floorDiv(millis + offset, HOUR_MILLIS) * HOUR_MILLIS - offset + HOUR_MILLIS;
    return offset(rules, next - 1) == offset ? next : transitionAfter(rules, millis);
  }

  private static long transitionAfter(ZoneRules rules, long millis) {
    ZoneOffsetTransition transition = rules.nextTransition(Instant.ofEpochMilli(millis));
    return transition.getInstant().toEpochMilli();
  }

  private static long offset(ZoneRules rules, long millis) {
    return rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds() * 1000L;
  }

  /// The day that has an instant. A clock that is set back across midnight shows the end of a day
  /// again when the next has begun already.
  private static LocalDate dayOf(ZoneId zone, long millis) {
    LocalDate shown = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    LocalDate next = shown.plusDays(1);
    return midnight(next, zone) <= millis ? next : shown;
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
