package dev.headroom.console.viewmodel.report;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.forecast.ForecastWriter;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.UsageForecast;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// What will be used and when it runs out, in rows.
final class ForecastTables {
  private static final String NOTHING = "–";

  private final UsageForecast forecast;
  private final ForecastWriter writer;

  ForecastTables(UsageForecast forecast, ZoneId zone) {
    this.forecast = forecast;
    this.writer = new ForecastWriter(forecast.at(), zone);
  }

  ReportReading.Table prospects() {
    return ReportTables.table(
        "prospects",
        forecast.constraints().stream().map(this::prospect).toList(),
        "constraint",
        "used",
        "allowed",
        "earliest",
        "likely",
        "latest",
        "prospect");
  }

  private List<String> prospect(ConstraintForecast each) {
    return List.of(
        Phrases.constraint(each.constraint()),
        Figures.amount(each.type(), each.used()),
        Figures.amount(each.type(), each.allowance()),
        each.exhaustion().earliest().map(writer::at).orElse(NOTHING),
        each.exhaustion().expected().map(writer::at).orElse(NOTHING),
        each.exhaustion().latest().map(writer::at).orElse(NOTHING),
        Wording.text("prospect." + each.prospect().name()));
  }

  ReportReading.Table demands() {
    return ReportTables.table(
        "demands",
        forecast.demands().stream().flatMap(this::demand).toList(),
        "type",
        "until",
        "expected",
        "low",
        "high");
  }

  /// The farthest that is said, and what is said of a quarter of that time.
  private Stream<List<String>> demand(DemandForecast demand) {
    int size = demand.ahead().size();
    if (size == 0) {
      return Stream.of(
          List.of(Figures.name(demand.type()), Wording.text("prospect.UNKNOWN"), "", "", ""));
    }
    Stream<Ahead> quarter =
        demand.ahead().subList(0, size - 1).stream().skip(Math.max(0, size - 3));
    return Stream.concat(quarter.limit(1), Stream.of(demand.ahead().getLast()))
        .map(each -> row(demand, each));
  }

  private List<String> row(DemandForecast demand, Ahead ahead) {
    return List.of(
        Figures.name(demand.type()),
        Wording.text(
            "report.demand.until",
            writer.at(ahead.at()),
            Times.shortSpan(Duration.between(forecast.at(), ahead.at()))),
        Figures.amount(demand.type(), ahead.expected()),
        ahead.high().isPresent() ? Figures.amount(demand.type(), ahead.low()) : NOTHING,
        ahead.high().map(high -> Figures.amount(demand.type(), high)).orElse(NOTHING));
  }
}
