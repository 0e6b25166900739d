package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server keeps its bounds")
@Timeout(120)
final class ServerLimitsTest {
  /// Far more than fits into all buffers on the way to a reader.
  private static final int MANY = 40_000;

  @TempDir private Path data;
  private Served served;
  private String admin;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    admin = served.token(Role.ADMIN, "/");
  }

  @AfterEach
  void end() {
    served.close();
  }

  private HttpResponse<InputStream> open(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(served.uri(address))
            .header("Authorization", "Bearer " + admin)
            .build();
    return served.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  @Test
  @DisplayName("of streams per token: one more is refused until one is closed")
  void boundsStreams() throws Exception {
    List<InputStream> open = new ArrayList<>();
    for (int count = 0; count < Streams.PER_TOKEN_MAX; count++) {
      HttpResponse<InputStream> stream = open("/v1/events");
      assertThat(stream.statusCode()).isEqualTo(200);
      open.add(stream.body());
    }
    Served.Said refused = served.call(admin, "GET", "/v1/live", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).contains("at most " + Streams.PER_TOKEN_MAX + " streams");
    String other = served.token(Role.ADMIN, "/");
    assertThat(served.call(other, "GET", "/v1/live", "").status()).isEqualTo(200);

    open.getFirst().close();
    int status = refused.status();
    for (int number = 1; status == 429; number++) {
      allocate(number, number); // What is written to it shows that it is closed.
      status = served.call(admin, "GET", "/v1/live", "").status();
    }
    assertThat(status).isEqualTo(200);
    for (InputStream stream : open) {
      stream.close();
    }
  }

  @Test
  @DisplayName("of headers, which are refused as too large")
  void boundsHeaders() {
    Served.Said said =
        served.call(admin, "GET", "/v1/scopes", "", "X-Large", "x".repeat(20 * 1024));
    assertThat(said.status()).isBetween(400, 431);
    assertThat(said.contentType()).isEqualTo("application/problem+json");
    assertThat(served.call(admin, "GET", "/v1/scopes", "").status()).isEqualTo(200);
  }

  private void allocate(int from, int to) {
    for (int number = from; number <= to; number++) {
      served
          .folder()
          .node()
          .submit(
              new Command.Allocate(
                  new RequestId("r" + number),
                  AllocationRequest.of(
                      ScopePath.of("/user:u" + number % 100),
                      RequestLine.required(ResourceType.TOKENS, 1))));
    }
  }

  /// Allocates by many callers, so that syncs are shared.
  private void allocateMany() {
    int callers = 64;
    IntStream.range(0, callers)
        .mapToObj(caller ->
            Thread.ofVirtual()
                .start(
                    () -> allocate(1 + caller * (MANY / callers), (caller + 1) * (MANY / callers))))
        .toList()
        .forEach(thread -> {
          try {
            thread.join();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  @DisplayName(
      "for those who do not read: they hold up nobody, are dropped, and go on without loss")
  void dropsSlowReaders() throws Exception {
    List<Long> heard = new ArrayList<>();
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), served.uri("/").getPort())) {
      slow.setReceiveBufferSize(64 * 1024);
      slow.getOutputStream()
          .write(
              ("GET /v1/events?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + admin
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      var reader =
          new BufferedReader(
              new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8), 64);
      String line = reader.readLine();
      while (!line.startsWith(": hello")) {
        line = reader.readLine();
      }
      allocateMany();
      assertThat(served.folder().node().sequence()).as("nobody was held up").isEqualTo(MANY);
      readToEnd(reader, heard);
    }
    assertThat(heard.size()).as("dropped before the end").isLessThan(MANY);

    HttpResponse<InputStream> again = open("/v1/events?after=" + heard.size());
    try (Stream<String> lines =
        new BufferedReader(new InputStreamReader(again.body(), StandardCharsets.UTF_8)).lines()) {
      Iterator<String> rest = lines.iterator();
      while (heard.size() < MANY) {
        take(rest.next(), heard);
      }
    }
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
  }

  private static void readToEnd(BufferedReader reader, List<Long> heard) {
    try {
      String id = "";
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("id: ")) {
          id = line;
        } else if (line.isEmpty() && !id.isEmpty()) {
          take(id, heard);
          id = "";
        }
      }
    } catch (IOException reset) {
      if (heard.isEmpty()) {
        throw new UncheckedIOException(reset);
      }
    }
  }

  private static void take(String line, List<Long> heard) {
    if (line.startsWith("id: ")) {
      heard.add(Long.parseLong(line.substring(4)));
    }
  }
}
