package dev.headroom.app.report;

import com.google.errorprone.annotations.FormatMethod;
import dev.headroom.model.LentQuota;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.PoolUse;
import dev.headroom.model.report.Requests;
import dev.headroom.model.report.StepUsage;
import dev.headroom.model.report.Trend;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report for people who read it in a terminal. Figures are rounded; `--json` and `--csv` have
/// them as they are.
final class ReportText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String NOTHING = "-";

  private final UsageReport report;
  private final StringBuilder text = new StringBuilder();

  private ReportText(UsageReport report) {
    this.report = report;
  }

  static String of(UsageReport report) {
    ReportText text = new ReportText(report);
    text.head();
    text.types();
    text.costs();
    text.allowances();
    text.pools();
    text.loans();
    text.children();
    text.steps();
    report.forecast().ifPresent(text::forecast);
    return text.text.toString();
  }

  private void head() {
    line("%s from %s to %s, %s", report.path(), at(report.from()), at(report.to()), zone());
    report
        .completeSince()
        .filter(since -> since.isAfter(report.from()))
        .ifPresent(since -> line("events are counted from %s on", at(since)));
    Costs costs = report.costs();
    line("cost        %s, of which %s overage%s", costs.total(), costs.overage(), costTrend());
    line("efficiency  %s", percent(report.efficiency()));
    Requests requests = report.requests();
    line(
        "requests    %,d granted (%,d in part), %,d denied (%,d before); %,d waited, %s on average,"
            + " at most %s; %,d preempted, %,d expired",
        requests.granted(),
        requests.partly(),
        requests.denied(),
        report.trend().deniedBefore(),
        requests.waited(),
        length(requests.averageWaitMillis()),
        length(requests.longestWaitMillis()),
        requests.preempted(),
        requests.expired());
  }

  private String zone() {
    return report.zone().equals(ZoneOffset.UTC) ? "UTC" : report.zone().getId();
  }

  private String costTrend() {
    Trend trend = report.trend();
    return trend
            .costChange()
            .map(change -> String.format(Locale.ROOT, "; %+.1f %%", change))
            .orElse("; new")
        + " against "
        + trend.costBefore()
        + " from "
        + at(trend.from())
        + (trend.whole() ? "" : " (not all of it is counted)");
  }

  private void types() {
    Table table =
        new Table(
            "type",
            "total",
            "before",
            "average",
            "peak",
            "at",
            "efficiency",
            "wasted",
            "denied",
            "cost");
    for (TypeUsage type : report.types()) {
      Optional<Trend.OfType> before =
          report.trend().types().stream().filter(each -> each.type() == type.type()).findFirst();
      table.row(
          type.type().name(),
          number(type.total()),
          before.map(each -> number(each.before())).orElse(NOTHING),
          number(type.average()),
          number(BigDecimal.valueOf(type.peak())),
          type.peakAt().map(this::at).orElse(NOTHING),
          percent(type.efficiency()),
          number(type.wasted()),
          String.format(Locale.ROOT, "%,d", type.denied()),
          type.cost().plusCapped(type.overage()).toString());
    }
    add(table);
  }

  private void costs() {
    Table table = new Table("category", "cost", "overage", "share", "records");
    for (Costs.OfCategory each : report.costs().categories()) {
      table.row(
          each.category().isEmpty() ? "(none)" : each.category(),
          each.usage().toString(),
          each.overage().toString(),
          percent(Optional.of(each.percent())),
          String.format(Locale.ROOT, "%,d", each.records()));
    }
    add(table);
  }

  private void allowances() {
    Table table = new Table("allowance", "windows", "allowed", "used", "utilisation", "never used");
    for (AllowanceUse use : report.allowances()) {
      table.row(
          use.type() + use.period().map(period -> "/" + period).orElse(""),
          String.format(Locale.ROOT, "%,d", use.windows()),
          number(use.allowed()),
          number(use.used()),
          percent(use.utilisation()),
          number(use.neverUsed()));
    }
    add(table);
  }

  private void pools() {
    Table table = new Table("pool", "type", "supplied", "used", "utilisation", "peak", "at");
    for (PoolUse use : report.pools()) {
      table.row(
          use.id().value(),
          use.type().name(),
          number(use.supplied()),
          number(use.used()),
          percent(use.utilisation()),
          number(BigDecimal.valueOf(use.peak())),
          use.peakAt().map(this::at).orElse(NOTHING));
    }
    add(table);
  }

  private void loans() {
    Table table =
        new Table("loan", "lent by", "to", "amount", "peak", "since", "until", "pool, why");
    for (LoanUse use : report.loans().latest()) {
      LentQuota loan = use.loan();
      table.row(
          loan.id().toString(),
          loan.lender().text(),
          loan.borrower().text(),
          String.format(Locale.ROOT, "%,d", loan.amount()),
          use.peak().map(peak -> String.format(Locale.ROOT, "%,d", peak)).orElse(NOTHING),
          at(loan.since()),
          use.ended().map(this::at).orElseGet(() -> "(" + at(loan.until()) + ")"),
          loan.pool() + end(use) + ": " + loan.reason());
    }
    add(table);
  }

  private static String end(LoanUse use) {
    return use.end()
        .map(end -> ", " + end.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("");
  }

  private void children() {
    Table table = new Table("child", "cost", "share", "granted", "denied", "waited", "used");
    for (ChildUsage child : report.children()) {
      table.row(
          child.path().text(),
          child.cost().toString(),
          percent(Optional.of(child.percent())),
          String.format(Locale.ROOT, "%,d", child.granted()),
          String.format(Locale.ROOT, "%,d", child.denied()),
          length(child.waitedMillis()),
          totals(child.types()));
    }
    add(table);
    int more = report.childrenInAll() - report.children().size();
    if (more > 0) {
      line("and %,d more", more);
    }
  }

  private void steps() {
    Table table = new Table("from", "cost", "overage", "denied", "used");
    for (StepUsage step : report.steps()) {
      table.row(
          at(step.from()),
          step.cost().toString(),
          step.overage().toString(),
          String.format(Locale.ROOT, "%,d", step.denied()),
          totals(step.types()));
    }
    add(table);
  }

  private void forecast(UsageForecast forecast) {
    text.append(System.lineSeparator());
    text.append(ForecastText.of(forecast, report.zone()));
  }

  private static String totals(List<ChildUsage.OfType> types) {
    return String.join(
        ", ", types.stream().map(each -> each.type() + " " + number(each.total())).toList());
  }

  private void add(Table table) {
    if (!table.isEmpty()) {
      text.append(System.lineSeparator()).append(table.text());
    }
  }

  @FormatMethod
  private void line(String format, Object... parts) {
    text.append(String.format(Locale.ROOT, format, parts)).append(System.lineSeparator());
  }

  private String at(Instant instant) {
    return MINUTE.format(instant.atZone(report.zone()));
  }

  private static String number(BigDecimal number) {
    BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
    boolean small = number.abs().compareTo(BigDecimal.TEN) < 0 && number.compareTo(whole) != 0;
    return small
        ? String.format(Locale.ROOT, "%.2f", number)
        : String.format(Locale.ROOT, "%,d", whole.toBigInteger());
  }

  private static String percent(Optional<BigDecimal> percent) {
    return percent.map(each -> String.format(Locale.ROOT, "%.1f %%", each)).orElse(NOTHING);
  }

  private static String length(long millis) {
    return millis == 0 ? "0" : Duration.ofMillis(millis).toString();
  }
}
