package dev.headroom.console.viewmodel.report;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.forecast.ForecastReading;
import dev.headroom.console.viewmodel.forecast.ForecastWriter;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.report.ReportCsv;
import dev.headroom.model.report.Requests;
import dev.headroom.model.report.StepUsage;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts a report into words.
final class ReportWriter {
  /// So many curves are shown; the table has all.
  private static final int PLOTS_MAX = 4;

  private final UsageReport report;

  ReportWriter(UsageReport report) {
    this.report = report;
  }

  ReportReading reading() {
    ReportTables tables = new ReportTables(report);
    return new ReportReading(
        Phrases.scope(report.path()),
        Wording.text("report.span", whole(report.from()), whole(report.to()), zone()),
        notes(),
        facts(),
        bars(),
        barsTitle(),
        costs() ? report.costs().categories().stream().map(this::share).toList() : List.of(),
        report.children().stream().map(this::share).toList(),
        forecasts(),
        tables.all(),
        ReportCsv.of(report));
  }

  private List<ForecastReading> forecasts() {
    return report.forecast().stream()
        .flatMap(forecast ->
            forecast.constraints().stream()
                .filter(each -> each.basis().isPresent())
                .sorted(Comparator.comparing(ConstraintForecast::prospect))
                .limit(PLOTS_MAX)
                .map(new ForecastWriter(forecast.at(), report.zone())::reading))
        .toList();
  }

  private String zone() {
    return report.zone().equals(ZoneOffset.UTC) ? "UTC" : report.zone().getId();
  }

  private String whole(Instant instant) {
    return Wording.pattern("pattern.toTheMinute").format(instant.atZone(report.zone()));
  }

  private String barsTitle() {
    String title =
        costs()
            ? Wording.text("report.bars.cost")
            : Wording.text("report.bars.type", first().map(Figures::name).orElse(""));
    return report.steps().stream()
        .max(Comparator.comparingDouble(this::size))
        .filter(step -> size(step) > 0)
        .map(step -> Wording.text("report.bars.most", title, text(step)))
        .orElse(title);
  }

  private boolean costs() {
    return report.costs().total().micros() > 0;
  }

  private Optional<ResourceType> first() {
    return report.types().stream().map(type -> type.type()).findFirst();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (report.types().isEmpty()) {
      notes.add(Wording.text("report.nothing"));
    }
    report
        .completeSince()
        .filter(since -> since.isAfter(report.from()))
        .ifPresent(since -> notes.add(Wording.text("report.since", whole(since))));
    int more = report.childrenInAll() - report.children().size();
    if (more > 0) {
      notes.add(Wording.text("report.children.more", more));
    }
    return notes;
  }

  private List<ReportReading.Figure> facts() {
    Requests requests = report.requests();
    List<ReportReading.Figure> facts = new ArrayList<>();
    facts.add(fact("cost", money(report.costs().total()) + change()));
    facts.add(fact("overage", money(report.costs().overage())));
    facts.add(fact("efficiency", report.efficiency().map(ReportTables::percent).orElse("–")));
    facts.add(fact("granted", Figures.count(requests.granted())));
    facts.add(fact("denied", Figures.count(requests.denied())));
    facts.add(
        fact(
            "waits",
            requests.waited() == 0
                ? "0"
                : Wording.text(
                    "report.waits",
                    Figures.count(requests.waited()),
                    Times.shortSpan(Duration.ofMillis(requests.averageWaitMillis())))));
    return facts;
  }

  private static String money(Money money) {
    return Figures.decimals(money.credits());
  }

  private String change() {
    return report
        .trend()
        .costChange()
        .map(change -> "  " + Wording.text("report.percent.change", change))
        .orElse("");
  }

  private static ReportReading.Figure fact(String key, String value) {
    return new ReportReading.Figure(
        Wording.text("report.fact." + key), value, Wording.text("report.fact." + key + ".help"));
  }

  private List<ReportReading.Bar> bars() {
    double most = report.steps().stream().mapToDouble(this::size).max().orElse(0);
    return report.steps().stream()
        .map(step -> {
          double share = most == 0 ? 0 : size(step) / most;
          return new ReportReading.Bar(
              label(step.from()), whole(step.from()) + ": " + text(step), share, over(step));
        })
        .toList();
  }

  private double size(StepUsage step) {
    return costs() ? step.cost().micros() : total(step.types()).doubleValue();
  }

  /// How much of the first type.
  private BigDecimal total(List<ChildUsage.OfType> types) {
    return types.stream()
        .filter(each -> first().filter(each.type()::equals).isPresent())
        .map(ChildUsage.OfType::total)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private String text(StepUsage step) {
    return costs()
        ? Wording.text("report.bar.cost", money(step.cost()), money(step.overage()))
        : first().map(type -> ReportTables.total(type, total(step.types()))).orElse("0");
  }

  private static double over(StepUsage step) {
    return part(step.overage(), step.cost());
  }

  private static double part(Money part, Money of) {
    return of.micros() == 0 ? 0 : (double) part.micros() / of.micros();
  }

  private String label(Instant instant) {
    boolean days = Duration.between(report.from(), report.to()).compareTo(Duration.ofDays(2)) > 0;
    return Wording.pattern(days ? "pattern.dayAndMonth" : "pattern.clock.minute")
        .format(instant.atZone(report.zone()));
  }

  private ReportReading.Share share(Costs.OfCategory category) {
    Money cost = category.usage().plusCapped(category.overage());
    Costs.OfCategory most = report.costs().categories().getFirst();
    return new ReportReading.Share(
        category.category().isEmpty() ? Wording.text("report.category.none") : category.category(),
        money(cost),
        ReportTables.percent(category.percent()),
        part(cost, most.usage().plusCapped(most.overage())),
        part(category.overage(), cost));
  }

  /// A child by what it cost, or where nothing cost anything by how much of the first type it used.
  private ReportReading.Share share(ChildUsage child) {
    double most = report.children().stream().mapToDouble(this::size).max().orElse(0);
    return new ReportReading.Share(
        Phrases.scope(child.path()),
        costs()
            ? money(child.cost())
            : first().map(type -> ReportTables.total(type, total(child.types()))).orElse("0"),
        costs() ? ReportTables.percent(child.percent()) : percentOfFirst(child),
        most == 0 ? 0 : size(child) / most,
        0);
  }

  private String percentOfFirst(ChildUsage child) {
    BigDecimal all = report.types().isEmpty() ? BigDecimal.ZERO : report.types().getFirst().total();
    return Decimals.percent(total(child.types()), all).map(ReportTables::percent).orElse("");
  }

  private double size(ChildUsage child) {
    return costs() ? child.cost().micros() : total(child.types()).doubleValue();
  }
}
