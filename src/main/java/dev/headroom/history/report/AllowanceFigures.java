package dev.headroom.history.report;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.LimitTerms;
import dev.headroom.history.rollup.Readings;
import dev.headroom.history.rollup.Rollups;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// How the limits of a scope were used.
///
/// Where a limit came, went or changed, all of the minute counts as it was at its end (or of the
/// hour or day, where no finer sums are kept).
final class AllowanceFigures {
  private final Rollups rollups;
  private final Readings readings;
  private final OptionalLong place;
  private final Span span;

  /// What adds up for one limit.
  private static final class Use {
    private long windows;
    private BigDecimal allowed = BigDecimal.ZERO;
    private BigDecimal used = BigDecimal.ZERO;
    private BigDecimal neverUsed = BigDecimal.ZERO;

    private void add(long count, BigDecimal amount, BigDecimal consumed, boolean over) {
      windows += count;
      allowed = allowed.add(amount);
      used = used.add(consumed);
      if (over) {
        neverUsed = neverUsed.add(amount.subtract(consumed).max(BigDecimal.ZERO));
      }
    }
  }

  /// A limit for as long as it held within the span, whatever its amount.
  ///
  /// @param terms those that followed each other without a gap
  /// @param from the first millisecond
  /// @param to the first after it
  private record Stretch(List<LimitTerms> terms, long from, long to) {
    private LimitTerms last() {
      return terms.getLast();
    }

    private ResourceType type() {
      return last().type();
    }

    /// The amount that held last before an instant.
    private long amountBefore(long end) {
      LimitTerms held = terms.getFirst();
      for (LimitTerms each : terms) {
        held = each.since() < end ? each : held;
      }
      return held.amount();
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
    Map<LimitKey, List<LimitTerms>> limits = new LinkedHashMap<>();
    for (LimitTerms terms : readings.limits(path, span.from(), span.to())) {
      limits
          .computeIfAbsent(new LimitKey(terms.type(), terms.period()), _ -> new ArrayList<>())
          .add(terms);
    }
    return limits.entrySet().stream()
        .map(limit -> figures.use(limit.getKey(), limit.getValue()))
        .toList();
  }

  private AllowanceUse use(LimitKey key, List<LimitTerms> terms) {
    Use use = new Use();
    int first = 0;
    for (int next = 1; next <= terms.size(); next++) {
      if (next == terms.size() || terms.get(next).since() > terms.get(next - 1).until()) {
        add(stretch(terms.subList(first, next)), use);
        first = next;
      }
    }
    return new AllowanceUse(
        key.type(),
        key.period(),
        use.windows,
        Decimals.normal(use.allowed),
        Decimals.normal(use.used),
        Decimals.percent(use.used, use.allowed),
        Decimals.normal(use.neverUsed));
  }

  private Stretch stretch(List<LimitTerms> terms) {
    return new Stretch(terms, known(terms.getFirst().since()), known(terms.getLast().until()));
  }

  /// The last instant until then, and within the span, at which there are sums of what came before
  /// and of what came after.
  private long known(long instant) {
    if (instant <= span.from()) {
      return span.from();
    }
    return instant >= span.to() ? span.to() : Math.max(span.from(), Span.floor(rollups, instant));
  }

  private void add(Stretch stretch, Use use) {
    if (stretch.from >= stretch.to) {
      return;
    }
    if (stretch.type().isHeld()) {
      use.add(1, held(stretch), used(stretch.type(), stretch.from, stretch.to), true);
    } else if (stretch.last().period().isEmpty()) {
      BigDecimal amount = BigDecimal.valueOf(stretch.last().amount());
      use.add(1, amount, used(stretch.type(), stretch.from, stretch.to), true);
    } else {
      windows(stretch, stretch.last().period().get(), use);
    }
  }

  private BigDecimal held(Stretch stretch) {
    BigDecimal allowed = BigDecimal.ZERO;
    for (LimitTerms each : stretch.terms) {
      BigDecimal seconds = BigDecimal.valueOf(known(each.until()) - known(each.since()), 3);
      allowed = allowed.add(seconds.multiply(BigDecimal.valueOf(each.amount())));
    }
    return allowed;
  }

  private BigDecimal used(ResourceType type, long from, long to) {
    return Sums.of(rollups, place, Span.about(rollups, from, to, span.to())).total(type);
  }

  private void windows(Stretch stretch, Period period, Use use) {
    Grain grain = grain(period, stretch.from);
    long at = together(stretch, period, rollups.keptSince(grain), use);
    List<UsageRow> rows = rows(stretch.type(), grain, at, stretch.to);
    int row = 0;
    while (at < stretch.to) {
      WindowCalendar.Window window = window(period, at);
      long end = Math.min(window.end(), stretch.to);
      long consumed = 0;
      while (row < rows.size() && rows.get(row).start() < end) {
        consumed = Math.addExact(consumed, rows.get(row).consumed());
        row++;
      }
      use.add(
          1,
          allowed(stretch, window, at, end),
          BigDecimal.valueOf(consumed),
          window.end() <= span.to());
      at = end;
    }
  }

  /// Takes those windows together of which it is not known any more what was consumed in each.
  ///
  /// @param since from when on it is known
  /// @return where the first window begins of which it is
  private long together(Stretch stretch, Period period, long since, Use use) {
    long at = stretch.from;
    long count = 0;
    BigDecimal allowed = BigDecimal.ZERO;
    boolean over = true;
    while (at < Math.min(since, stretch.to)) {
      WindowCalendar.Window window = window(period, at);
      long end = Math.min(window.end(), stretch.to);
      count++;
      allowed = allowed.add(allowed(stretch, window, at, end));
      over = window.end() <= span.to();
      at = end;
    }
    if (count > 0) {
      use.add(count, allowed, used(stretch.type(), stretch.from, at), over);
    }
    return at;
  }

  private WindowCalendar.Window window(Period period, long at) {
    return new WindowCalendar(rollups.calendar().zoneAt(at)).windowAt(period, at);
  }

  private List<UsageRow> rows(ResourceType type, Grain grain, long from, long to) {
    if (place.isEmpty() || from >= to) {
      return List.of();
    }
    Span rowSpan = Span.about(rollups, from, to, span.to(), grain);
    return rowSpan.segments().stream()
        .flatMap(segment -> readings.usage(place.getAsLong(), segment).stream())
        .filter(row -> row.type() == type)
        .toList();
  }

  /// The longest stretches that lie within windows. Hours that are counted from midnight are not
  /// those of the clock where that is set by a part of one.
  private Grain grain(Period period, long from) {
    return switch (period.unit()) {
      case MINUTE -> Grain.MINUTE;
      case HOUR -> rollups.keptSince(Grain.MINUTE) <= from ? Grain.MINUTE : Grain.HOUR;
      case DAY, WEEK -> Grain.DAY;
      case MONTH -> Grain.MONTH;
    };
  }

  /// Of a window that the span cuts, or in which the limit was taken away, a part; of others all,
  /// also of one that lasts still.
  private BigDecimal allowed(Stretch stretch, WindowCalendar.Window window, long at, long end) {
    boolean begun = at > window.start() && at == span.from();
    boolean removed = stretch.to < window.end() && stretch.to < span.to();
    boolean cut = span.to() < window.end() && !span.isOpen();
    long amount = stretch.amountBefore(end);
    return begun || removed || cut
        ? part(amount, end - at, window.end() - window.start())
        : BigDecimal.valueOf(amount);
  }

  private static BigDecimal part(long amount, long millis, long of) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(millis))
        .divide(BigDecimal.valueOf(of), Decimals.SCALE, RoundingMode.HALF_UP);
  }
}
