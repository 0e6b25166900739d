package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("headroom backtest")
final class BacktestCommandTest {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSS", Locale.ROOT);

  @TempDir private Path folder;
  private Path trace;

  /// Four days in which every hour has as many calls as its number says, of ten tokens each.
  @BeforeEach
  void write() throws IOException {
    trace = folder.resolve("calls.csv");
    var text = new StringBuilder("TIMESTAMP,ContextTokens,GeneratedTokens\n");
    LocalDateTime begin = LocalDateTime.of(2026, 3, 2, 0, 0);
    for (int hour = 0; hour < 4 * 24; hour++) {
      for (int call = 0; call <= hour % 24; call++) {
        LocalDateTime at = begin.plusHours(hour).plus(Duration.ofMinutes(2L * call));
        text.append(STAMP.format(at)).append(",7,3\n");
      }
    }
    Files.writeString(trace, text);
  }

  @Test
  @DisplayName("tells how far off forecasts would have been, next to naive ones")
  void scores() throws IOException {
    Run run =
        Run.of("backtest", trace.toString(), "--bucket", "PT1H", "--horizons", "1,6", "--json");
    assertThat(run.err()).isEmpty();
    JsonNode told = new ObjectMapper().readTree(run.out());
    assertThat(told.path("season").asInt()).isEqualTo(24);
    JsonNode tokens = told.path("demands").path(0);
    assertThat(tokens.path("demand").asText()).isEqualTo("tokens");
    assertThat(tokens.path("buckets").asInt()).isEqualTo(95);
    JsonNode six = tokens.path("scores").path(1);
    assertThat(six.path("horizon").asInt()).isEqualTo(6);
    assertThat(six.path("seasonalNaive").asDouble()).as("every day is the same").isZero();
    assertThat(six.path("ours").asDouble()).isLessThan(six.path("naive").asDouble() / 4);
  }

  @Test
  @DisplayName("prints a row for each demand and horizon, and chooses buckets by itself")
  void printsRows() {
    Run run = Run.of("backtest", trace.toString(), "--horizons", "2");
    assertThat(run.out()).startsWith("buckets of PT15M, a season has 96");
    assertThat(run.out().lines().filter(line -> line.matches("(tokens|calls) +2 .*"))).hasSize(2);
  }

  @Test
  @DisplayName("says in a line what it cannot do")
  void refuses() {
    String file = trace.toString();
    assertThat(Run.of("backtest", "nowhere.csv").complaint()).contains("nowhere.csv");
    assertThat(Run.of("backtest", file, "--horizons", "0").complaint()).contains("--horizons");
    assertThat(Run.of("backtest", file, "--bucket", "soon").complaint()).contains("no duration");
    assertThat(Run.of("backtest", file, "--season", "P9D").complaint()).contains("--season");
    assertThat(Run.of("backtest", file, "--bucket", "P1D").complaint()).contains("too few to look");
  }
}
