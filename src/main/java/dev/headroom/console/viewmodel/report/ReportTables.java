package dev.headroom.console.viewmodel.report;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.LentQuota;
import dev.headroom.model.ResourceType;
import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.PoolUse;
import dev.headroom.model.report.Trend;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The figures of a report in rows.
final class ReportTables {
  private static final String NOTHING = "–";
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final UsageReport report;

  ReportTables(UsageReport report) {
    this.report = report;
  }

  /// Those that have rows.
  List<ReportReading.Table> all() {
    return Stream.concat(
            report.forecast().stream()
                .map(forecast -> new ForecastTables(forecast, report.zone()))
                .flatMap(tables -> Stream.of(tables.prospects(), tables.demands())),
            Stream.of(types(), allowances(), pools(), loans()))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  static ReportReading.Table table(String key, List<List<String>> rows, String... heads) {
    return new ReportReading.Table(
        Wording.text("report." + key),
        Arrays.stream(heads).map(head -> Wording.text("report.column." + head)).toList(),
        rows,
        Wording.text("report." + key + ".help"));
  }

  private ReportReading.Table types() {
    return table(
        "types",
        report.types().stream().map(this::type).toList(),
        "type",
        "total",
        "change",
        "average",
        "peak",
        "peakAt",
        "efficiency",
        "wasted",
        "denied",
        "cost");
  }

  private List<String> type(TypeUsage usage) {
    ResourceType type = usage.type();
    Optional<BigDecimal> change =
        report.trend().types().stream()
            .filter(each -> each.type() == type)
            .findFirst()
            .flatMap(Trend.OfType::change);
    return List.of(
        Figures.name(type),
        total(type, usage.total()),
        change.map(each -> Wording.text("report.percent.change", each)).orElse(NOTHING),
        type.isHeld()
            ? Figures.amount(type, clamped(usage.average()))
            : Wording.text("report.hourly", Figures.amount(type, clamped(usage.average()))),
        Figures.amount(type, usage.peak()),
        usage.peakAt().map(this::at).orElse(NOTHING),
        usage.efficiency().map(ReportTables::percent).orElse(NOTHING),
        total(type, usage.wasted()),
        Figures.count(usage.denied()),
        Figures.decimals(usage.cost().plusCapped(usage.overage()).credits()));
  }

  private ReportReading.Table allowances() {
    return table(
        "allowances",
        report.allowances().stream().map(ReportTables::allowance).toList(),
        "allowance",
        "windows",
        "allowed",
        "used",
        "utilisation",
        "neverUsed");
  }

  private static List<String> allowance(AllowanceUse use) {
    return List.of(
        Figures.name(use.type()) + use.period().map(each -> " " + Phrases.per(each)).orElse(""),
        Figures.count(use.windows()),
        total(use.type(), use.allowed()),
        total(use.type(), use.used()),
        use.utilisation().map(ReportTables::percent).orElse(NOTHING),
        total(use.type(), use.neverUsed()));
  }

  private ReportReading.Table pools() {
    return table(
        "pools",
        report.pools().stream().map(this::pool).toList(),
        "pool",
        "supplied",
        "used",
        "utilisation",
        "peak",
        "peakAt");
  }

  private List<String> pool(PoolUse use) {
    return List.of(
        use.id() + " · " + Figures.name(use.type()),
        total(use.type(), use.supplied()),
        total(use.type(), use.used()),
        use.utilisation().map(ReportTables::percent).orElse(NOTHING),
        Figures.amount(use.type(), use.peak()),
        use.peakAt().map(this::at).orElse(NOTHING));
  }

  private ReportReading.Table loans() {
    return table(
        "loans",
        report.loans().latest().stream().map(this::loan).toList(),
        "pool",
        "lender",
        "borrower",
        "lent",
        "peakUsed",
        "since",
        "returned",
        "why");
  }

  private List<String> loan(LoanUse use) {
    LentQuota loan = use.loan();
    return List.of(
        loan.pool() + " · " + Figures.name(loan.type()),
        Phrases.scope(loan.lender()),
        Phrases.scope(loan.borrower()),
        Figures.amount(loan.type(), loan.amount()),
        use.peak().map(peak -> Figures.amount(loan.type(), peak)).orElse(NOTHING),
        at(loan.since()),
        returned(use),
        loan.reason());
  }

  private String returned(LoanUse use) {
    if (use.ended().isEmpty()) {
      return Wording.text("report.loan.until", at(use.loan().until()));
    }
    String when = at(use.ended().get());
    return use.end().map(end -> Wording.text("report.loan." + end.name(), when)).orElse(when);
  }

  private String at(Instant instant) {
    return Times.clock(report.to(), instant, report.zone());
  }

  /// What was consumed of a spent type, or of a held type how much over how many hours.
  static String total(ResourceType type, BigDecimal total) {
    if (type.isSpent()) {
      return Figures.amount(type, clamped(total));
    }
    BigDecimal hours = total.divide(BigDecimal.valueOf(3600), 0, RoundingMode.HALF_UP);
    return Wording.text("report.hours", Figures.amount(type, clamped(hours)));
  }

  private static long clamped(BigDecimal number) {
    return number.min(MOST).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  static String percent(BigDecimal percent) {
    return Wording.text("report.percent", percent);
  }
}
