package dev.headroom.server;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
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
            // Our own failures never come here, so that this is a request that broke the library.
            Status said =
                type == DirectHandler.EventType.INTERNAL_ERROR ? Status.BAD_REQUEST_400 : status;
            HttpAnswer answer =
                Problem.malformed(
                    said.code(),
                    said.code() == Status.REQUEST_URI_TOO_LONG_414.code()
                        ? "an address has at most " + (HttpServer.PROLOGUE_MAX >> 10) + " KiB"
                        : "the request is not HTTP as it should be, or has more than "
                            + (HttpServer.HEADERS_MAX >> 10)
                            + " KiB of headers");
            return DirectHandler.TransportResponse.builder()
                .status(said)
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
