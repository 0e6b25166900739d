package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever is sent to the server,")
final class BadInputTest {
  private static final int CALLERS = 4;
  private static final int CALLS_EACH = 2_500;
  private static final long GROWTH_MAX = 48L * 1024 * 1024;

  @TempDir private Path data;
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private Served served;
  private List<String> tokens;
  private JsonNode document;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    tokens =
        List.of(
            served.token(Role.ADMIN, "/"),
            served.token(Role.ADMIN, "/"),
            served.token(Role.ADMIN, "/user:ada"),
            served.token(Role.CLIENT, "/user:bob"),
            served.token(Role.VIEWER, "/"),
            "hdr_nonsense");
    document = served.call("", "GET", "/v1/openapi.json", "").json();
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  @DisplayName("20,000 random calls end in an outcome or in a problem document, and leave nothing")
  void isAnswered() throws Exception {
    callAtRandom(1);
    long before = heapUsed();
    callAtRandom(2);

    assertThat(statuses).contains(200, 400, 401, 403, 404, 405, 409, 422);
    assertThat(heapUsed() - before).isLessThan(GROWTH_MAX);
    assertThat(served.call(tokens.getFirst(), "GET", "/readyz", "").status()).isEqualTo(200);
  }

  /// Bytes that are reachable, near enough.
  private static long heapUsed() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void callAtRandom(int round) throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> ends = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        long seed = round * 100L + caller;
        ends.add(callers.submit(() -> callAtRandom(seed)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    }
  }

  private void callAtRandom(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AnyCall calls = new AnyCall(document, random.split());
    for (int count = 0; count < CALLS_EACH; count++) {
      AnyCall.Made call = calls.next();
      String token = tokens.get(random.nextInt(tokens.size()));
      Served.Said said = served.send(token, call);
      String what = "seed " + seed + ", call " + count + ": " + call + "\n" + said.body();
      statuses.add(said.status());
      assertThat(said.status()).as(what).isBetween(200, 499);
      if (said.status() >= 400) {
        assertThat(said.contentType()).as(what).startsWith("application/problem+json");
        assertThat(said.json().get("status").asInt()).as(what).isEqualTo(said.status());
        assertThat(said.json().get("type").asText()).as(what).startsWith("urn:headroom:");
        assertThat(said.json().get("title").asText()).as(what).isNotBlank();
        assertThat(said.body()).as(what).doesNotContain("dev.headroom.", "Exception");
      }
    }
  }

  static Stream<String> noHttp() {
    String host = "Host: localhost\r\n";
    return Stream.of(
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET /v1/scopes HTTP/9.9\r\n" + host + "\r\n",
        "G\u0001T /v1/scopes HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/%zz HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/scopes?path=%zz HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/scopes?%00=%ff HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/../../etc/passwd HTTP/1.1\r\n" + host + "\r\n",
        "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
        "GET /v1/scopes HTTP/1.1\r\n" + host + "X: " + "y".repeat(40_000) + "\r\n\r\n",
        "GET /v1/scopes HTTP/1.1\r\n" + host + "no colon\r\n\r\n",
        "GET /v1/scopes HTTP/1.1\r\n" + host + "Authorization: Bearer \u0007\r\n\r\n",
        "POST /v1/allocations HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n",
        "POST /v1/allocations HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\n{",
        "POST /v1/allocations HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        "POST /v1/allocations HTTP/1.1\r\n"
            + host
            + "Content-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("noHttp")
  @DisplayName("what is no proper HTTP is turned away, and the next caller is served")
  void turnsAway(String sent) throws IOException {
    String answer = sendRaw(sent);

    assertThat(answer).doesNotContain("HTTP/1.1 5", "dev.headroom.", "Exception");
    if (answer.contains("HTTP/1.1 4")) {
      assertThat(answer).contains("application/problem+json");
    }
    assertThat(served.call(tokens.getFirst(), "GET", "/v1/instance", "").status()).isEqualTo(200);
  }

  /// Sends bytes, and nothing more; what came back until the server closed or stayed silent.
  private String sendRaw(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.uri("/").getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
