package dev.headroom.model.report;

import dev.headroom.model.LentQuota;
import dev.headroom.model.Money;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.UsageForecast;
import java.math.BigDecimal;
import java.util.Optional;

/// A report as comma-separated values (RFC 4180): one figure a line, of which part and of what it
/// is, and its value. Figures are as exact as the report has them.
public final class ReportCsv {
  private final StringBuilder text = new StringBuilder();

  private ReportCsv() {}

  /// The whole report.
  public static String of(UsageReport report) {
    ReportCsv csv = new ReportCsv();
    csv.line("part", "of", "figure", "value");
    csv.about(report);
    report.types().forEach(csv::type);
    csv.costs(report.costs());
    csv.requests(report.requests());
    report.allowances().forEach(csv::allowance);
    report.pools().forEach(csv::pool);
    report.loans().latest().forEach(csv::loan);
    csv.trend(report.trend());
    report.children().forEach(csv::child);
    report.steps().forEach(csv::step);
    report.forecast().ifPresent(csv::forecast);
    return csv.text.toString();
  }

  private void line(String part, String of, String figure, Object value) {
    text.append(part).append(',').append(Csv.cell(of)).append(',').append(figure).append(',');
    text.append(
            switch (value) {
              case BigDecimal number -> number.toPlainString();
              case Money money -> money.toString();
              default -> Csv.cell(value.toString());
            })
        .append(Csv.END);
  }

  private <T> void line(String part, String of, String figure, Optional<T> value) {
    value.ifPresent(present -> line(part, of, figure, (Object) present));
  }

  private void about(UsageReport report) {
    String of = report.path().text();
    line("report", of, "from", report.from());
    line("report", of, "to", report.to());
    line("report", of, "timeZone", report.zone());
    line("report", of, "completeSince", report.completeSince());
    line("report", of, "efficiencyPercent", report.efficiency());
    line("report", of, "children", report.childrenInAll());
  }

  private void type(TypeUsage type) {
    String of = type.type().name();
    line("type", of, "total", type.total());
    line("type", of, "beyond", type.beyond());
    line("type", of, "peak", type.peak());
    line("type", of, "peakAt", type.peakAt());
    line("type", of, "average", type.average());
    line("type", of, "averageInUse", type.averageInUse());
    line("type", of, "efficiencyPercent", type.efficiency());
    line("type", of, "wasted", type.wasted());
    line("type", of, "denied", type.denied());
    line("type", of, "cost", type.cost());
    line("type", of, "overage", type.overage());
  }

  private void costs(Costs costs) {
    line("costs", "all", "total", costs.total());
    line("costs", "all", "usage", costs.usage());
    line("costs", "all", "overage", costs.overage());
    for (Costs.OfCategory each : costs.categories()) {
      line("category", each.category(), "usage", each.usage());
      line("category", each.category(), "overage", each.overage());
      line("category", each.category(), "percent", each.percent());
      line("category", each.category(), "records", each.records());
    }
  }

  private void requests(Requests requests) {
    line("requests", "all", "granted", requests.granted());
    line("requests", "all", "partly", requests.partly());
    line("requests", "all", "denied", requests.denied());
    line("requests", "all", "queued", requests.queued());
    line("requests", "all", "waited", requests.waited());
    line("requests", "all", "waitedMillis", requests.waitedMillis());
    line("requests", "all", "averageWaitMillis", requests.averageWaitMillis());
    line("requests", "all", "longestWaitMillis", requests.longestWaitMillis());
    line("requests", "all", "preempted", requests.preempted());
    line("requests", "all", "expired", requests.expired());
  }

  private void allowance(AllowanceUse use) {
    String of = use.type() + use.period().map(period -> "/" + period).orElse("");
    line("allowance", of, "windows", use.windows());
    line("allowance", of, "allowed", use.allowed());
    line("allowance", of, "used", use.used());
    line("allowance", of, "utilisationPercent", use.utilisation());
    line("allowance", of, "neverUsed", use.neverUsed());
  }

  private void pool(PoolUse use) {
    String of = use.id().value();
    line("pool", of, "type", use.type());
    line("pool", of, "supplied", use.supplied());
    line("pool", of, "used", use.used());
    line("pool", of, "utilisationPercent", use.utilisation());
    line("pool", of, "peak", use.peak());
    line("pool", of, "peakAt", use.peakAt());
  }

  private void loan(LoanUse use) {
    LentQuota loan = use.loan();
    String of = loan.id().toString();
    line("loan", of, "pool", loan.pool().value());
    line("loan", of, "type", loan.type());
    line("loan", of, "lender", loan.lender());
    line("loan", of, "borrower", loan.borrower());
    line("loan", of, "amount", loan.amount());
    line("loan", of, "since", loan.since());
    line("loan", of, "until", loan.until());
    line("loan", of, "ended", use.ended());
    line("loan", of, "end", use.end());
    line("loan", of, "peak", use.peak());
    line("loan", of, "author", loan.author());
    line("loan", of, "reason", loan.reason());
  }

  private void trend(Trend trend) {
    line("before", "all", "from", trend.from());
    line("before", "all", "to", trend.to());
    line("before", "all", "cost", trend.costBefore());
    line("before", "all", "costChangePercent", trend.costChange());
    line("before", "all", "denied", trend.deniedBefore());
    for (Trend.OfType each : trend.types()) {
      line("before", each.type().name(), "total", each.before());
      line("before", each.type().name(), "changePercent", each.change());
    }
  }

  private void child(ChildUsage child) {
    String of = child.path().text();
    line("child", of, "cost", child.cost());
    line("child", of, "percent", child.percent());
    line("child", of, "granted", child.granted());
    line("child", of, "denied", child.denied());
    line("child", of, "waitedMillis", child.waitedMillis());
    child.types().forEach(each -> line("child", of, each.type().name(), each.total()));
  }

  private void step(StepUsage step) {
    String of = step.from().toString();
    line("step", of, "to", step.to());
    line("step", of, "cost", step.cost());
    line("step", of, "overage", step.overage());
    line("step", of, "denied", step.denied());
    step.types().forEach(each -> line("step", of, each.type().name(), each.total()));
  }

  private void forecast(UsageForecast forecast) {
    for (DemandForecast demand : forecast.demands()) {
      for (Ahead ahead : demand.ahead()) {
        String of = demand.type() + " until " + ahead.at();
        line("demand", of, "expected", ahead.expected());
        line("demand", of, "low", ahead.low());
        line("demand", of, "high", ahead.high());
      }
    }
    for (ConstraintForecast each : forecast.constraints()) {
      String of = each.constraint().kind() + " " + each.constraint().id();
      line("prospect", of, "prospect", each.prospect());
      line("prospect", of, "used", each.used());
      line("prospect", of, "allowance", each.allowance());
      line("prospect", of, "until", each.until());
      line("prospect", of, "earliest", each.exhaustion().earliest());
      line("prospect", of, "expected", each.exhaustion().expected());
      line("prospect", of, "latest", each.exhaustion().latest());
    }
  }
}
