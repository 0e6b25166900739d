package dev.headroom.history.report;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.LimitTerms;
import dev.headroom.history.rollup.Readings;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import dev.headroom.history.rollup.UsageRow;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WindowCalendar;
import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// How the limits of a scope were used.
final class AllowanceFigures {
  /// So many windows are looked at one by one; more are taken together.
  private static final int WINDOWS_MAX = 20_000;

  private final Rollups rollups;
  private final Readings readings;
  private final OptionalLong place;
  private final Span span;
  private final Map<LimitKey, Use> uses = new LinkedHashMap<>();

  /// What adds up for one limit.
  private static final class Use {
    private long windows;
    private BigDecimal allowed = BigDecimal.ZERO;
    private BigDecimal used = BigDecimal.ZERO;
    private BigDecimal neverUsed = BigDecimal.ZERO;

    private void add(BigDecimal amount, BigDecimal consumed, boolean over) {
      windows++;
      allowed = allowed.add(amount);
      used = used.add(consumed);
      if (over) {
        neverUsed = neverUsed.add(amount.subtract(consumed).max(BigDecimal.ZERO));
      }
    }
  }

  private AllowanceFigures(Rollups rollups, OptionalLong place, Span span) {
    this.rollups = rollups;
    this.readings = rollups.readings();
    this.place = place;
    this.span = span;
  }

  static List<AllowanceUse> of(Rollups rollups, ScopePath path, Span span) {
    Readings readings = rollups.readings();
    var figures = new AllowanceFigures(rollups, readings.place(path), span);
    readings.limits(path, span.from(), span.to()).forEach(figures::add);
    return figures.uses.entrySet().stream()
        .map(each -> use(each.getKey(), each.getValue()))
        .toList();
  }

  private static AllowanceUse use(LimitKey key, Use use) {
    return new AllowanceUse(
        key.type(),
        key.period(),
        use.windows,
        Decimals.normal(use.allowed),
        Decimals.normal(use.used),
        Decimals.percent(use.used, use.allowed),
        Decimals.normal(use.neverUsed));
  }

  private void add(LimitTerms terms) {
    Use use = uses.computeIfAbsent(new LimitKey(terms.type(), terms.period()), _ -> new Use());
    long from = Math.max(terms.since(), span.from());
    long to = Math.min(terms.until(), span.to());
    if (from >= to) {
      return;
    }
    if (terms.type().isHeld()) {
      BigDecimal seconds = BigDecimal.valueOf(to - from, 3);
      BigDecimal allowed = seconds.multiply(BigDecimal.valueOf(terms.amount()));
      use.add(allowed, sums(from, to).total(terms.type()), true);
    } else if (terms.period().isEmpty()) {
      use.add(BigDecimal.valueOf(terms.amount()), consumed(terms.type(), from, to), true);
    } else {
      windows(terms, terms.period().get(), from, to, use);
    }
  }

  private Sums sums(long from, long to) {
    return Sums.of(rollups, place, Span.about(rollups, from, to, span.to()));
  }

  private BigDecimal consumed(ResourceType type, long from, long to) {
    return sums(from, to).total(type);
  }

  private void windows(LimitTerms terms, Period period, long from, long to, Use use) {
    var windows = new WindowCalendar(rollups.calendar().zoneAt(from));
    List<UsageRow> rows = rows(terms.type(), grain(period), from, to);
    int row = 0;
    int looked = 0;
    for (long at = from; at < to && looked < WINDOWS_MAX; looked++) {
      WindowCalendar.Window window = windows.windowAt(period, at);
      long end = Math.min(window.end(), to);
      long consumed = 0;
      while (row < rows.size() && rows.get(row).start() < end) {
        consumed = Math.addExact(consumed, rows.get(row).consumed());
        row++;
      }
      use.add(
          allowed(terms, window, at, end), BigDecimal.valueOf(consumed), window.end() <= span.to());
      at = end;
    }
  }

  private List<UsageRow> rows(ResourceType type, Grain grain, long from, long to) {
    if (place.isEmpty()) {
      return List.of();
    }
    Span rowSpan = Span.about(rollups, from, to, span.to(), grain);
    return rowSpan.segments().stream()
        .<UsageRow>mapMulti((segment, each) -> read(segment).forEach(each))
        .filter(row -> row.type() == type && row.start() >= rowSpan.from())
        .toList();
  }

  private List<UsageRow> read(Segment segment) {
    return readings.usage(place.orElseThrow(), segment);
  }

  /// The longest stretches that lie within windows.
  private static Grain grain(Period period) {
    return switch (period.unit()) {
      case MINUTE -> Grain.MINUTE;
      case HOUR -> Grain.HOUR;
      case DAY, WEEK -> Grain.DAY;
      case MONTH -> Grain.MONTH;
    };
  }

  /// Of a window that is cut by the span, or in which other terms came to hold, a part; of others
  /// all, also of one that lasts still.
  private BigDecimal allowed(LimitTerms terms, WindowCalendar.Window window, long at, long end) {
    boolean begun = at > window.start() && at == span.from();
    boolean replaced = terms.until() < window.end() && terms.until() <= span.to();
    boolean cut = span.to() < window.end() && !span.isOpen();
    return begun || replaced || cut
        ? part(terms.amount(), end - at, window.end() - window.start())
        : BigDecimal.valueOf(terms.amount());
  }

  private static BigDecimal part(long amount, long millis, long of) {
    BigDecimal whole = BigDecimal.valueOf(amount);
    return millis == of
        ? whole
        : whole
            .multiply(BigDecimal.valueOf(millis))
            .divide(BigDecimal.valueOf(of), Decimals.SCALE, RoundingMode.HALF_UP);
  }
}
