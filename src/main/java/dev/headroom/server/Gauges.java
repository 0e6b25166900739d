package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Whether the server lives and is ready, what its API is, and its figures in Prometheus' text
/// form. Labels are routes and statuses only, so that there is a bounded number of series. Asks for
/// no token. Any thread.
///
/// @see "Prometheus, Exposition formats, text format 0.0.4"
final class Gauges {
  static final String METRICS = "/metrics";
  static final String DESCRIPTION = "/v1/openapi.json";

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final byte[] DOCUMENT = OpenApi.document(Routes.ALL, OtherCall.ALL);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Instance instance;
  private final Supplier<List<Figure>> figures;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  /// How often, and how long in all.
  private record Tally(LongAdder calls, LongAdder nanos) {}

  /// @param figures of what stands beside the instance
  Gauges(Instance instance, Supplier<List<Figure>> figures) {
    this.instance = instance;
    this.figures = figures;
  }

  /// Counts a call.
  void count(String route, int status, long nanos) {
    Tally tally =
        tallies.computeIfAbsent(
            "route=\"" + route + "\",status=\"" + status + "\"",
            _ -> new Tally(new LongAdder(), new LongAdder()));
    tally.calls.increment();
    tally.nanos.add(nanos);
  }

  /// Answers a call that asks for these; empty for any other.
  Optional<HttpAnswer> answer(HttpCall call) {
    if (!call.is(Verb.GET)) {
      return Optional.empty();
    }
    return switch (call.path()) {
      case "/healthz" -> Optional.of(text(200, "alive\n"));
      case "/readyz" -> Optional.of(ready());
      case METRICS -> Optional.of(text(200, metrics()));
      case DESCRIPTION -> Optional.of(HttpAnswer.json(DOCUMENT));
      default -> Optional.empty();
    };
  }

  private HttpAnswer ready() {
    return instance
        .info()
        .readOnlyCause()
        .map(cause -> Problem.notNow("read-only: " + cause))
        .orElseGet(() -> text(200, "ready\n"));
  }

  private String metrics() {
    InstanceInfo info = instance.info();
    var out = new StringBuilder();
    gauge(out, "headroom_events_total", "counter", "Events that happened", info.sequence());
    gauge(out, "headroom_scopes", "gauge", "Scopes there are", info.scopes());
    gauge(
        out,
        "headroom_read_only",
        "gauge",
        "1 while nothing can be changed",
        info.readOnlyCause().isPresent() ? 1 : 0);
    head(out, "headroom_http_requests_total", "counter", "Calls that were answered");
    var sorted = new TreeMap<>(tallies);
    sorted.forEach((labels, tally) ->
        out.append("headroom_http_requests_total{")
            .append(labels)
            .append("} ")
            .append(tally.calls.sum())
            .append('\n'));
    head(out, "headroom_http_request_seconds_total", "counter", "Time spent answering them");
    sorted.forEach((labels, tally) ->
        out.append("headroom_http_request_seconds_total{")
            .append(labels)
            .append("} ")
            .append(tally.nanos.sum() / NANOS_PER_SECOND)
            .append('\n'));
    String last = "";
    for (Figure figure : figures.get()) {
      if (!figure.name().equals(last)) {
        head(out, figure.name(), "gauge", figure.help());
        last = figure.name();
      }
      out.append(figure.name())
          .append('{')
          .append(figure.label())
          .append("=\"")
          .append(figure.value())
          .append("\"} ")
          .append(figure.amount())
          .append('\n');
    }
    return out.toString();
  }

  private static void gauge(StringBuilder out, String name, String kind, String help, long value) {
    head(out, name, kind, help);
    out.append(name).append(' ').append(value).append('\n');
  }

  private static void head(StringBuilder out, String name, String kind, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
  }

  private static HttpAnswer text(int status, String text) {
    return new HttpAnswer(status, TEXT, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }
}
