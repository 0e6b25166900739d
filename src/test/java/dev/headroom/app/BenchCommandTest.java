package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("headroom bench")
final class BenchCommandTest {

  @Test
  @DisplayName("says how long what-if takes, having found who would be let in and who stand over")
  void whatIf() throws IOException {
    Run run = Run.of("bench", "--what-if", "--scopes", "200", "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode of = new ObjectMapper().readTree(run.out()).path("whatIf").path(0);
    assertThat(of.path("waiting").intValue()).isEqualTo(200);
    assertThat(of.path("over").intValue()).isEqualTo(of.path("scopes").intValue());
    assertThat(of.path("millisMax").doubleValue())
        .isGreaterThan(of.path("copyMillisMax").doubleValue());
    assertThat(of.path("cancelMillisMax").doubleValue()).isPositive();
  }
}
