package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Period;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Forecasts;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Reports;
import dev.headroom.wire.json.Scalar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was used.
final class ReportRoutes {
  private static final Parameter<Instant> FROM =
      Parameter.required("from", Scalar.INSTANT, "the first instant, taken down to the minute");

  private static final Parameter<Instant> TO =
      Parameter.required("to", Scalar.INSTANT, "the first instant after it, taken up likewise");

  private static final Parameter<Optional<Period>> STEP =
      Parameter.byDefault(
          "step",
          Names.PERIOD.as(Optional::of, Optional::orElseThrow),
          Optional.empty(),
          "into how long parts the span is divided, such as P1D");

  private static final Parameter<Integer> CHILDREN =
      Parameter.byDefault(
          "children",
          Scalar.integer(0, UsageQuery.CHILDREN_MAX),
          UsageQuery.CHILDREN_USUAL,
          "how many children are compared at most");

  private ReportRoutes() {}

  static List<Route<?, ?>> all() {
    return List.of(
        Route.read(
            "/v1/reports/usage",
            "What was used at and below a scope within a span, what it cost and what was wasted",
            List.of(Addresses.BELOW, FROM, TO, STEP, CHILDREN),
            new Route.Look<>(Reports.USAGE, ReportRoutes::check, ReportRoutes::usage)),
        Route.read(
            "/v1/reports/forecast",
            "What will be used at and below a scope, and when its own limits and pools run out",
            List.of(Addresses.BELOW),
            new Route.Look<>(Forecasts.USAGE, ReportRoutes::forecast)));
  }

  private static Reply<UsageForecast> forecast(Call call) {
    ScopePath path = call.get(Addresses.BELOW);
    return call.at(path, () -> call.instance().forecast(path));
  }

  private static UsageQuery query(Call call) {
    return new UsageQuery(
        call.get(Addresses.BELOW),
        call.get(FROM),
        call.get(TO),
        call.get(STEP),
        call.get(CHILDREN));
  }

  private static void check(Call call, At at) {
    try {
      query(call);
    } catch (InvalidValueException invalid) {
      Parameter<?> what = call.get(FROM).isBefore(call.get(TO)) ? STEP : TO;
      at.member(what.name()).note(invalid.getMessage());
    }
  }

  private static Reply<UsageReport> usage(Call call) {
    UsageQuery query = query(call);
    return call.at(
        query.path(),
        () ->
            call.instance()
                .usage(query)
                .map(report -> call.seesAll() ? report : report.withSequence(0)));
  }
}
