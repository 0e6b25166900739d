package dev.headroom.sink.webhook;

import dev.headroom.model.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one request carries: events in their order.
///
/// @param webhook whose
/// @param from the number of the first event
/// @param to the number of the last
/// @param body JSON: `{"webhook": …, "from": …, "to": …, "events": […]}`
record Letter(String webhook, long from, long to, String body) {

  /// @param events at least one
  /// @param json an event as JSON
  static Letter of(String webhook, List<Event> events, Function<Event, String> json) {
    long from = events.getFirst().sequence();
    long to = events.getLast().sequence();
    String body =
        String.format(
            Locale.ROOT,
            "{\"webhook\":\"%s\",\"from\":%d,\"to\":%d,\"events\":[%s]}",
            webhook,
            from,
            to,
            events.stream().map(json).collect(Collectors.joining(",")));
    return new Letter(webhook, from, to, body);
  }

  /// Its name, the same each time that it is sent.
  String delivery() {
    return webhook + "-" + from + "-" + to;
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
