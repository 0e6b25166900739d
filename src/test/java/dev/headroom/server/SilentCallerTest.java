package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.server.token.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A caller that says nothing any more")
@Timeout(60)
final class SilentCallerTest {
  private static final int PATIENCE_MILLIS = 20_000;

  @TempDir private Path data;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data, Duration.ofMillis(200));
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Socket connect(String said) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), served.uri("/").getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static void readToEnd(Socket socket) throws IOException {
    assertThat(socket.getInputStream().readAllBytes()).isNotNull();
  }

  @Test
  @DisplayName("is hung up on before its first request, and in the middle of one")
  void isHungUpOn() throws IOException {
    try (Socket silent = connect("");
        Socket halting = connect("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Half: ")) {
      readToEnd(silent);
      readToEnd(halting);
    }
    assertThat(served.call(served.token(Role.ADMIN, "/"), "GET", "/v1/scopes", "").status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("is told of events for as long as it listens")
  void hearsOn() throws IOException {
    String admin = served.token(Role.ADMIN, "/");
    try (Socket listening =
            connect(
                "GET /v1/events?after=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + admin
                    + "\r\n\r\n");
        Socket silent = connect("");
        Socket sooner = connect("")) {
      readToEnd(sooner);
      readToEnd(silent);
      String limit =
          """
          {"limits":[{"path":"/user:ada","type":"TOKENS","amount":5}],
           "version":0,"requestId":"r1","author":"ada","reason":"test"}\
          """;
      Served.Said changed = served.call(admin, "PUT", "/v1/limits?path=/user:ada", limit);
      assertThat(changed.status()).as(changed.body()).isEqualTo(200);
      var lines =
          new BufferedReader(
              new InputStreamReader(listening.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.lines().anyMatch(line -> line.contains("CONFIG_CHANGED"))).isTrue();
    }
  }
}
