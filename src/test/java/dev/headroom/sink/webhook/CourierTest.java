package dev.headroom.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Secret;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.wire.EventFilter;
import dev.headroom.wire.WebhookTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a webhook answers")
@Timeout(60)
final class CourierTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Letter LETTER = new Letter("ops", 1, 1, "{}");

  private static Receipt receipt(Receiver.Answer answer) throws IOException {
    try (Receiver receiver = Receiver.start().answer(answer);
        Courier courier = courier(receiver.url())) {
      return courier.send(LETTER, 1);
    }
  }

  private static Courier courier(URI url) {
    return new Courier(
        new WebhookTerms(
            "ops",
            url,
            new Secret("a secret of the tests"),
            EventFilter.ALL,
            WebhookTerms.Delivery.DEFAULT),
        () -> NOW);
  }

  /// What comes of bytes that may be anything.
  private static Receipt receipt(String bytes) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Courier courier = courier(URI.create("http://127.0.0.1:" + socket.getLocalPort()))) {
      Thread server = Thread.ofVirtual().start(() -> answer(socket, bytes));
      Receipt receipt = courier.send(LETTER, 1);
      server.join();
      return receipt;
    }
  }

  private static void answer(ServerSocket socket, String bytes) {
    try (Socket connection = socket.accept()) {
      InputStream in = connection.getInputStream();
      for (String end = ""; !end.endsWith("{}"); ) {
        end += (char) in.read();
      }
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {200, 201, 202, 204})
  @DisplayName("means that it has it:")
  void delivered(int status) throws IOException {
    assertThat(receipt(new Receiver.Answer(status))).isInstanceOf(Receipt.Delivered.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {301, 302, 308, 400, 401, 403, 404, 410, 413, 422})
  @DisplayName("means that it never will:")
  void unwanted(int status) throws IOException {
    assertThat(receipt(new Receiver.Answer(status, "Location", "/other")))
        .isEqualTo(new Receipt.Unwanted("answered " + status));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  @DisplayName("means that it may later:")
  void failed(int status) throws IOException {
    assertThat(receipt(new Receiver.Answer(status)))
        .isEqualTo(new Receipt.Failed("answered " + status, Optional.empty()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          7, PT7S
          'Mon, 02 Mar 2026 10:02:00 GMT', PT2M
          'Mon, 02 Mar 2026 09:59:00 GMT', PT-1M
          999999999, PT1H
          """)
  @DisplayName("says how long to wait, at most an hour")
  void saysWhen(String retryAfter, Duration wait) throws IOException {
    assertThat(receipt(new Receiver.Answer(503, "Retry-After", retryAfter)))
        .isEqualTo(new Receipt.Failed("answered 503", Optional.of(wait)));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"soon", "-1", "1e3", "99999999999999999999"})
  @DisplayName("says nothing of the sort:")
  void saysNothing(String retryAfter) throws IOException {
    assertThat(receipt(new Receiver.Answer(503, "Retry-After", retryAfter)))
        .isEqualTo(new Receipt.Failed("answered 503", Optional.empty()));
  }

  @Test
  @DisplayName("may be anything")
  void isAnything() throws Exception {
    assertThat(receipt("HTTP/1.1 503 no\r\nRetry-After: \u00e9\u0000\r\nContent-Length: 0\r\n\r\n"))
        .isInstanceOf(Receipt.Failed.class);
    assertThat(receipt("\u0000\u00ff\r\n\r\n")).isInstanceOf(Receipt.Failed.class);
    assertThat(receipt("")).isInstanceOf(Receipt.Failed.class);
  }

  @Test
  @DisplayName(
      "is waited for longer after each failure, up to a most, and by chance up to half less")
  void backsOff() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));
    SplittableRandom chance = new SplittableRandom(7);
    long full = 1000;
    for (int failures = 1; failures <= 200; failures++) {
      assertThat(backoff.after(failures, chance))
          .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
      full = Math.min(2 * full, 600_000);
    }
  }
}
