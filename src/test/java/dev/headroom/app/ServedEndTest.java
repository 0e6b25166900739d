package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
  /// How often it is killed; `-Dheadroom.kills` says otherwise, for example `mvn test
  /// -Dtest=ServedEndTest -Dheadroom.kills=200 -Dsurefire.timeout=7200`.
  private static final int KILLS = Integer.getInteger("headroom.kills", 20);

  /// How many requests are made again after each kill.
  private static final int RETRIES = 20;

  private static final int TERMINATED = 143;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /// The instant of the last command that was found in the journal.
  private String last = "2000-01-01T00:00:00Z";

  /// What was decided, by request id: the same however often it was asked.
  private Set<String> keptIds(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("log", folder.toString(), "--json"));
    command.addAll(List.of(options));
    Map<String, String> decided = new HashMap<>();
    for (String line : Run.of(command.toArray(String[]::new)).out().lines().toList()) {
      JsonNode entry = JSON.readTree(line);
      String allocation = entry.at("/answer/allocation").asText();
      String id = entry.at("/command/id").asText();
      assertThat(decided.merge(id, allocation, (first, _) -> first)).isEqualTo(allocation);
      last = entry.at("/at").asText();
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
    Set<String> asked = new HashSet<>();
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
        assertThat(keptIds("--from", last)).containsAll(load.answered().keySet());
        asked.addAll(load.answered().keySet());
        before = some(load.answered());
      }
    }
    assertThat(keptIds()).containsAll(asked);
  }
}
