package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sink.redis.LocalRedis;
import dev.headroom.sink.webhook.Receiver;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

@DisplayName("Sinks of a server over TLS")
@Timeout(120)
final class ServedTlsSinksTest {
  @TempDir private Path folder;

  /// A receiver and a Redis, both behind the same certificate, and the server that sends to them.
  private final class World implements AutoCloseable {
    private final Receiver receiver = Receiver.start();
    private final LocalRedis redis = LocalRedis.start();
    private final TlsFront hook;
    private final TlsFront store;
    private final ServerProcess server;
    private final String viewer;

    private World(Certificate certificate) throws Exception {
      Path data = Files.createDirectories(folder.resolve("data"));
      hook = new TlsFront(certificate, receiver.url().getPort());
      store = new TlsFront(certificate, redis.url().getPort());
      Path file = data.resolve("sinks.yaml");
      Files.writeString(
          file,
          String.format(
              Locale.ROOT,
              """
              webhooks:
                - {name: ops, url: "https://127.0.0.1:%d/hook", secret: 0123456789abcdef}
              redis: {url: "rediss://127.0.0.1:%d/0", prefix: h, interval: PT0.1S}
              """,
              hook.port(),
              store.port()));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      String token = ServerProcess.token(data, "client");
      viewer = ServerProcess.token(data, "viewer");
      server = ServerProcess.trusting(certificate, data);
      try (HttpClient http = HttpClient.newHttpClient()) {
        var ask = ServerProcess.allocation(server.url(), token, "a1");
        assertThat(http.send(ask, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      hook.close();
      store.close();
      redis.close();
      receiver.close();
    }
  }

  @Test
  @DisplayName("get what callers do where their certificate is trusted and is theirs")
  void sendToWhomIsTrusted() throws Exception {
    try (World world = new World(Certificate.in(folder));
        Jedis reader = world.redis.connect()) {
      assertThat(world.receiver.next().numbers()).containsExactly(1L);
      while (!reader.exists("h:scope:/user:ada")) {
        Thread.onSpinWait();
      }
      assertThat(reader.xlen("h:events")).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("get nothing where the certificate is somebody else's, however well trusted")
  void refuseAnothersCertificate() throws Exception {
    try (World world = new World(Certificate.in(folder, "dns:elsewhere.example"));
        Jedis reader = world.redis.connect()) {
      world.server.awaitFigure(world.viewer, "headroom_sink_in_trouble{sink=\"ops\"} 1");
      world.server.awaitFigure(world.viewer, "headroom_sink_in_trouble{sink=\"redis\"} 1");
      assertThat(world.receiver.rest()).isEmpty();
      assertThat(reader.keys("*")).isEmpty();
    }
  }
}
