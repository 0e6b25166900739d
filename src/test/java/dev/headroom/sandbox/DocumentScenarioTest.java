package dev.headroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Config;
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A config document in a sandbox")
final class DocumentScenarioTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static Config config(String document) {
    var reading = ConfigDocument.read(document.getBytes(StandardCharsets.UTF_8));
    return ((ConfigReading.Accepted) reading).config();
  }

  private static Sandbox sandbox(WorkloadSource source) {
    return new Sandbox(List.of(source), source.name(), 1, 0, System::nanoTime);
  }

  @Test
  @DisplayName("has what the document says, and nothing else happens as time goes by")
  void quiet() {
    Config config =
        config(
            """
            limits:
              - {path: /user:ada, type: TOKENS, amount: 100, period: PT1M}
            """);

    try (Sandbox sandbox = sandbox(new DocumentScenario("team.yaml", config, START))) {
      long before = sandbox.node().sequence();
      sandbox.resume();
      sandbox.runFor(Duration.ofHours(1));

      assertThat(sandbox.state().now()).isEqualTo(START.plus(Duration.ofHours(1)));
      Config now = sandbox.node().inspect((inspector, _) -> inspector.config());
      assertThat(now).isEqualTo(config);
      assertThat(sandbox.node().sequence()).isEqualTo(before);
    }
  }

  @Test
  @DisplayName("may say nothing: then there is an empty instance to begin with")
  void empty() {
    try (Sandbox sandbox = sandbox(new DocumentScenario("new.yaml", Config.EMPTY, START))) {
      Config now = sandbox.node().inspect((inspector, _) -> inspector.config());
      assertThat(now).isEqualTo(Config.EMPTY);
    }
  }
}
