package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.bench.Causes;
import dev.headroom.app.bench.ConsoleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  @DisplayName("says how soon it is known what other limits would have done to a span")
  void replay(@TempDir Path place) throws IOException {
    Run run =
        Run.of("bench", "--replay", "--records", "1000", "--place", place.toString(), "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode of = new ObjectMapper().readTree(run.out());
    assertThat(of.path("commands").longValue()).isGreaterThanOrEqualTo(1000);
    for (String each : List.of("recovered", "unchanged", "oneHalved", "allHalved")) {
      assertThat(of.path(each).path("commandsPerSecond").longValue()).as(each).isPositive();
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  @DisplayName("refuses a number of changes that no console can be measured with")
  void refusesChanges() {
    Run run = Run.of("bench", "--console", "--changes", "-1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--changes is between 0 and 100000000, not -1");
  }

  @Test
  @DisplayName("lines what it measured of the console up under its heads")
  void linesUp() {
    var run =
        new ConsoleRun(
            "Launch rush",
            98_589,
            6,
            new ConsoleRun.Frames(374, 16, 21.5, 38.5, 49.9, 98.4, 91.5),
            new ConsoleRun.Waits(1353, 1646, 181, 48),
            new ConsoleRun.Memory(117, 558),
            100_000,
            121_234,
            new Causes(0.05, 0.12, 0.29, 0, 15, 316, 33, 134.7));
    assertThat(run.row()).hasSameSizeAs(ConsoleRun.HEAD);
    assertThat(run.row()).contains("100,000", "121,234", "98.4%", "91.5%");
    assertThat(run.text())
        .contains(
            "98.4 % within 33 ms, 91.5 % while it warmed up for 10 s before",
            "filtered within 48 ms, the first time 181 ms");
  }
}
