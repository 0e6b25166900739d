package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A server under load")
@Timeout(3600)
final class ServedEndTest {
  /// How often it is killed; `-Dheadroom.kills` says otherwise.
  private static final int KILLS = Integer.getInteger("headroom.kills", 20);

  /// How many requests are made again after each kill.
  private static final int RETRIES = 20;

  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  /// What was decided, by request id: the same however often it was asked.
  private Set<String> keptIds() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> decided = new HashMap<>();
    for (String line : Run.of("log", folder.toString(), "--json").out().lines().toList()) {
      JsonNode entry = json.readTree(line);
      String allocation = entry.at("/answer/allocation").asText();
      String id = entry.at("/command/id").asText();
      assertThat(decided.merge(id, allocation, (first, _) -> first)).isEqualTo(allocation);
    }
    assertThat(decided.values()).doesNotHaveDuplicates();
    return decided.keySet();
  }

  private static Map<String, String> some(Map<String, String> said) {
    return said.entrySet().stream()
        .limit(RETRIES)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  @DisplayName("that is asked to end answers what it has accepted, takes nothing more, and leaves")
  void endsGracefully() throws Exception {
    String token = ServerProcess.token(folder, "client");
    try (ServerProcess server = ServerProcess.start(folder);
        ServedLoad load = new ServedLoad(server.url(), token, "a")) {
      load.awaitAnswers(300);
      String said = server.end();
      load.awaitEnd();

      assertThat(server.process().exitValue()).as(said).isEqualTo(TERMINATED);
      assertThat(said).doesNotContain("Exception");
      assertThat(load.surprises()).isEmpty();
      assertThat(keptIds()).isEqualTo(load.answered().keySet());
    }
    assertThat(Run.of("check", folder.toString()).out()).doesNotContain("dropped");
  }

  @Test
  @DisplayName("that is killed has lost nothing it answered, and does nothing twice (D3, A5)")
  void survivesKills() throws Exception {
    String token = ServerProcess.token(folder, "client");
    Map<String, String> before = Map.of();
    for (int kill = 0; kill < KILLS; kill++) {
      try (ServerProcess server = ServerProcess.start(folder);
          ServedLoad load = new ServedLoad(server.url(), token, "k" + kill)) {
        for (Map.Entry<String, String> said : before.entrySet()) {
          assertThat(load.say(server.url(), token, said.getKey())).isEqualTo(said.getValue());
        }
        load.awaitAnswers(10 + 37 * kill % 300);
        server.process().destroyForcibly().waitFor();
        load.awaitEnd();

        assertThat(load.surprises()).isEmpty();
        assertThat(keptIds()).containsAll(load.answered().keySet());
        before = some(load.answered());
      }
    }
  }
}
