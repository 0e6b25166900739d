package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server with a certificate")
@Timeout(120)
final class ServedTlsTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("serves those who trust it, over TLS only, and logs calls as JSON without secrets")
  void servesTls() throws Exception {
    Path data = folder.resolve("data");
    String token = ServerProcess.token(data, "client");
    Certificate certificate = Certificate.in(folder);
    try (ServerProcess server =
            ServerProcess.start(
                data,
                "--tls-cert",
                certificate.chain().toString(),
                "--tls-key",
                certificate.key().toString(),
                "--log",
                "json",
                "--log-calls");
        HttpClient trusting = HttpClient.newBuilder().sslContext(certificate.trusted()).build();
        HttpClient stranger = HttpClient.newHttpClient()) {
      assertThat(server.url()).startsWith("https://127.0.0.1:");
      HttpRequest ask = ServerProcess.allocation(server.url(), token, "a1");
      assertThat(trusting.send(ask, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> stranger.send(ask, BodyHandlers.ofString()));
      URI plain = URI.create(server.url().replace("https", "http") + "/healthz");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> stranger.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString()));
      assertThat(server.end())
          .contains("\"logger\":\"dev.headroom.server.calls\"")
          .contains("\"method\":\"POST\",\"route\":\"/v1/allocations\",\"status\":200")
          .doesNotContain(token);
    }
  }
}
