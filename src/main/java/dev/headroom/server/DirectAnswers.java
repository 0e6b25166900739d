package dev.headroom.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.DirectHandlers;

/// Puts what the HTTP library itself refuses, before any route is asked, into the same form as all
/// other problems.
final class DirectAnswers {
  private DirectAnswers() {}

  static DirectHandlers handlers() {
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      builder.addHandler(
          type,
          (_, event, status, headers, _) -> {
            HttpAnswer answer =
                Problem.malformed(status.code(), "the request is not HTTP as it should be");
            return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, answer.contentType())
                .keepAlive(event.keepAlive())
                .entity(answer.body())
                .build();
          });
    }
    return builder.build();
  }
}
