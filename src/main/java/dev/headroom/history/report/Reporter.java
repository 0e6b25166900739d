package dev.headroom.history.report;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.WindowCalendar;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.LoanUses;
import dev.headroom.model.report.StepUsage;
import dev.headroom.model.report.Trend;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes reports.
public final class Reporter {
  private final Rollups rollups;
  private final UsageQuery query;
  private final long now;
  private final OptionalLong place;
  private final Span span;
  private final Sums sums;

  private Reporter(Rollups rollups, UsageQuery query, long now) {
    this.rollups = rollups;
    this.query = query;
    this.now = now;
    this.place = rollups.readings().place(query.path());
    this.span = Span.about(rollups, query.from().toEpochMilli(), query.to().toEpochMilli(), now);
    this.sums = Sums.of(rollups, place, span);
  }

  /// The report that is asked for.
  ///
  /// @param now the instance's time; nothing is later
  public static UsageReport report(Rollups rollups, UsageQuery query, Instant now) {
    return new Reporter(rollups, query, now.toEpochMilli()).report();
  }

  private UsageReport report() {
    List<TypeUsage> types = TypeFigures.of(sums);
    ChildFigures children = ChildFigures.of(rollups, place, sums, query.children());
    return new UsageReport(
        query.path(),
        Instant.ofEpochMilli(span.from()),
        Instant.ofEpochMilli(span.to()),
        zone(),
        rollups.sequence(),
        rollups.begins().map(Instant::ofEpochMilli),
        types,
        CostFigures.of(sums, rollups.readings().categories()),
        TypeFigures.efficiency(types),
        sums.requests,
        AllowanceFigures.of(rollups, query.path(), span),
        PoolFigures.of(rollups, query.path(), span),
        loans(),
        trend(),
        children.first(),
        children.inAll(),
        query.step().map(this::steps).orElseGet(List::of),
        Optional.empty());
  }

  private LoanUses loans() {
    List<LoanUse> all = rollups.readings().loans(query.path(), span.from(), span.to());
    return new LoanUses(all.stream().limit(LoanUses.COUNT_MAX).toList(), all.size());
  }

  private ZoneId zone() {
    return rollups.calendar().zoneAt(span.from());
  }

  private Trend trend() {
    SpanBefore wanted = SpanBefore.of(span.from(), span.to(), zone());
    Span before = Span.about(rollups, wanted.from(), wanted.to(), now);
    Sums then = Sums.of(rollups, place, before);
    boolean whole =
        before.from() == wanted.from()
            && rollups.begins().filter(begins -> begins <= wanted.from()).isPresent();
    BigDecimal costBefore = new Money(then.all.totalMicros()).credits();
    BigDecimal costNow = new Money(sums.all.totalMicros()).credits();
    List<Trend.OfType> types =
        ResourceType.ALL.stream()
            .filter(type -> sums.has(type) || then.has(type))
            .map(type -> {
              BigDecimal total = then.total(type);
              return new Trend.OfType(type, total, change(total, sums.total(type)));
            })
            .toList();
    return new Trend(
        Instant.ofEpochMilli(before.from()),
        Instant.ofEpochMilli(before.to()),
        whole,
        new Money(then.all.totalMicros()),
        change(costBefore, costNow),
        then.requests.denied(),
        types);
  }

  private static Optional<BigDecimal> change(BigDecimal before, BigDecimal now) {
    return Decimals.percent(now.subtract(before), before);
  }

  private List<StepUsage> steps(Period period) {
    WindowCalendar windows = new WindowCalendar(zone());
    List<StepUsage> steps = new ArrayList<>();
    long at = Math.max(span.from(), rollups.keptSince(grain(period)));
    while (at < span.to() && steps.size() < UsageQuery.STEPS_MAX) {
      long end = Math.min(windows.windowAt(period, at).end(), span.to());
      steps.add(step(Sums.of(rollups, place, Span.about(rollups, at, end, now))));
      at = end;
    }
    return steps;
  }

  private static Grain grain(Period period) {
    return switch (period.unit()) {
      case MINUTE -> Grain.MINUTE;
      case HOUR -> Grain.HOUR;
      case DAY, WEEK -> Grain.DAY;
      case MONTH -> Grain.MONTH;
    };
  }

  private static StepUsage step(Sums sums) {
    return new StepUsage(
        Instant.ofEpochMilli(sums.span.from()),
        Instant.ofEpochMilli(sums.span.to()),
        new Money(sums.all.totalMicros()),
        new Money(sums.all.overageMicros),
        sums.requests.denied(),
        totals(sums));
  }

  /// How much of each type of which anything happened.
  static List<ChildUsage.OfType> totals(Sums sums) {
    return ResourceType.ALL.stream()
        .filter(sums::has)
        .map(type -> new ChildUsage.OfType(type, sums.total(type)))
        .toList();
  }
}
