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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

@DisplayName("Sinks of a server")
@Timeout(120)
final class ServedSinksTest {
  private static final String SECRET = "0123456789abcdef";

  @TempDir private Path folder;

  private void sinks(Receiver receiver, LocalRedis redis) throws IOException {
    Path file = folder.resolve("sinks.yaml");
    Files.writeString(
        file,
        """
        webhooks:
          - {name: ops, url: "%s", secret: %s}
        redis: {url: "%s", prefix: h, interval: PT0.1S}
        """
            .formatted(receiver.url(), SECRET, redis.url()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void allocate(String url, String token, String id)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(ServerProcess.allocation(url, token, id), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static void awaitReserved(Jedis redis, String amount) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!amount.equals(redis.hget("h:scope:/user:ada", "TOKENS.reserved"))) {
      assertThat(System.nanoTime()).as("too late: " + amount + " reserved").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  @DisplayName("get what callers do, go on after a restart where they were, and tell no secret")
  void followAServer() throws Exception {
    String token = ServerProcess.token(folder, "client");
    String viewer = ServerProcess.token(folder, "viewer");
    try (Receiver receiver = Receiver.start();
        LocalRedis redis = LocalRedis.start();
        Jedis reader = redis.connect()) {
      sinks(receiver, redis);
      for (int round = 1; round <= 2; round++) {
        try (ServerProcess server = ServerProcess.start(folder)) {
          allocate(server.url(), token, "round" + round);
          assertThat(receiver.next().numbers()).isEqualTo(List.of((long) round));
          awaitReserved(reader, Integer.toString(5 * round));
          assertThat(reader.xlen("h:events")).isEqualTo(round);
          server.awaitFigure(viewer, "headroom_sink_position{sink=\"ops\"} " + round);
          server.awaitFigure(viewer, "headroom_sink_in_trouble{sink=\"redis\"} 0");
          assertThat(server.end()).doesNotContain(SECRET);
        }
      }
      assertThat(receiver.rest()).isEmpty();
    }
  }

  @Test
  @DisplayName("that are written down wrongly keep it from starting, with file, line and key")
  void refuseMistakes() throws IOException {
    Path file = folder.resolve("sinks.yaml");
    Files.writeString(file, "redis: {url: \"redis://127.0.0.1:6379\", prefxi: h}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(Run.of("serve", "--data", folder.toString(), "--listen", "127.0.0.1:0").complaint())
        .contains("sinks.yaml:1: redis.prefxi: is not a key here; did you mean prefix?");
  }
}
