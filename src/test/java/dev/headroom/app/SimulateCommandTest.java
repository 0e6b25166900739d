package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("headroom simulate")
final class SimulateCommandTest {
  @Test
  @DisplayName("prints what came of it, and on the other stream how far it is")
  void text() {
    Run run = Run.of("simulate", "--seed", "7", "--commands", "2000");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("2,000 commands in ").contains("seed 7: all held");
    assertThat(run.err().lines()).last().isEqualTo("headroom: 2,000 of 2,000 commands");
  }

  @Test
  @DisplayName("prints one JSON object")
  void json() throws IOException {
    Run run = Run.of("simulate", "--commands", "600", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.get("seed").asLong()).isEqualTo(1);
    assertThat(report.get("commands").asLong()).isEqualTo(600);
    assertThat(report.get("violation").asText()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100000000001"})
  @DisplayName("refuses a number of commands that makes no sense")
  void refusals(String commands) {
    assertThat(Run.of("simulate", "--commands", commands).complaint())
        .contains("--commands is between 1 and 100000000000, not " + commands);
  }
}
