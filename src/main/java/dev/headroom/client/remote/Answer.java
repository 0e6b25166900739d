package dev.headroom.client.remote;

import dev.headroom.model.Refusal;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Refusals;
import dev.headroom.wire.json.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import okhttp3.Headers;
import okhttp3.Response;

/// What a server answered to a call. Immutable.
final class Answer {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int RETRY_DIGITS_MAX = 4;
  private static final String STREAM = "text/event-stream";
  private static final String MALFORMED = "urn:headroom:malformed";

  private final int status;
  private final Headers headers;
  private final byte[] body;

  private Answer(int status, Headers headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /// Takes an answer off the wire.
  static Answer of(Response response) throws IOException {
    return new Answer(response.code(), response.headers(), response.body().bytes());
  }

  /// The same where it may come as server-sent events, after what they tell of how far it is.
  ///
  /// @param progress told that, from 0 to 1
  static Answer of(Response response, DoubleConsumer progress) throws IOException {
    if (!STREAM.equals(response.header("Content-Type"))) {
      return of(response);
    }
    ServerSentEvents events = new ServerSentEvents(response.body().source(), () -> {});
    ServerSentEvents.Message message = events.next();
    while (!message.kind().equals("answer")) {
      if (message.kind().equals("progress")) {
        progress.accept(
            Json.parse(message.data().toByteArray(), At.tolerantRoot())
                .map(node -> node.path("part").asDouble())
                .orElse(0.0));
      }
      message = events.next();
    }
    return new Answer(status(message), response.headers(), message.data().toByteArray());
  }

  private static int status(ServerSentEvents.Message message) throws IOException {
    try {
      return Integer.parseInt(message.id());
    } catch (NumberFormatException malformed) {
      throw new IOException("an answer came without its status", malformed);
    }
  }

  /// Whether what was asked for was done.
  boolean isGood() {
    return status == OK;
  }

  /// Whether the server does not know who calls.
  boolean isToStranger() {
    return status == UNAUTHORIZED;
  }

  /// Whether the same call may fare better later. What this client says is well-formed; where the
  /// server found that it was not, it was broken on its way.
  boolean isForLater() {
    return status == TOO_MANY
        || status == TIMEOUT
        || status >= SERVER_ERROR
        || member("type").equals(MALFORMED);
  }

  /// How long the server asks to wait before that; zero where it does not say.
  Duration retryAfter() {
    String seconds = Optional.ofNullable(headers.get("Retry-After")).orElse("");
    boolean number =
        !seconds.isEmpty()
            && seconds.length() <= RETRY_DIGITS_MAX
            && seconds.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  byte[] body() {
    return body;
  }

  /// What it says; nothing where that is not understood, which is then noted.
  <A> Optional<A> read(Shape<A> shape, At at) {
    return Json.read(shape, body, at);
  }

  /// What the instance refused, or did not understand; empty where it was not the instance that
  /// said so.
  Optional<Refusal> refusal() {
    return Json.read(Refusals.REFUSAL, body, At.tolerantRoot())
        .or(() -> Json.read(Refusals.UNREADABLE, body, At.tolerantRoot()));
  }

  /// Why not, for people.
  String detail() {
    String detail = member("detail");
    return detail.isEmpty() ? "it answered with HTTP status " + status : detail;
  }

  /// What a problem document says; empty where there is none, or it does not say that.
  private String member(String name) {
    return Json.parse(body, At.tolerantRoot()).map(node -> node.path(name).asText()).orElse("");
  }
}
