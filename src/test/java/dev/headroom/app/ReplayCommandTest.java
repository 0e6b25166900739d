package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("headroom replay")
final class ReplayCommandTest {
  private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens\n";

  @TempDir private Path folder;
  private String trace;
  private String config;

  @BeforeEach
  void files() throws IOException {
    trace =
        file(
            "calls.csv",
            HEADER
                + """
                2023-11-16 18:15:46.6805900,374,44
                2023-11-16 18:15:50.9951690,396,109
                oops
                2023-11-16 18:15:52.2224830,879,55
                """);
    config = file("limits.yaml", "limits: [{path: /, type: TOKENS, amount: 1000}]\n");
  }

  @Test
  @DisplayName("prints one JSON object on standard output, and skipped rows on the other")
  void json() throws IOException {
    Run run = Run.of("replay", trace, "--config", config, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("headroom: skipped " + trace + ":4: ");
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "rows",
            "skipped",
            "granted",
            "partial",
            "queued",
            "denied",
            "expired",
            "waitSeconds",
            "types",
            "alerts",
            "seconds",
            "commands",
            "commandsPerSecond",
            "stateHash");
    assertThat(report.get("rows").asInt()).isEqualTo(4);
    assertThat(report.get("skipped").asInt()).isEqualTo(1);
    assertThat(report.get("granted").asInt()).isEqualTo(2);
    assertThat(report.get("denied").toString()).isEqualTo("{\"BUDGET_EXHAUSTED\":1}");
    assertThat(report.get("types").get("TOKENS").get("consumed").asLong()).isEqualTo(923);
  }

  @Test
  @DisplayName("adds what contention did to the object with --contention")
  void contention() throws IOException {
    Run run = Run.of("replay", trace, "--config", config, "--json", "--contention");
    assertThat(run.exitCode()).isZero();
    assertThat(new ObjectMapper().readTree(run.out()).get("contention").fieldNames())
        .toIterable()
        .containsExactly("preemptions", "utilisation", "passedSeconds");
  }

  @Test
  @DisplayName("prints a report for people without --json")
  void text() {
    Run run = Run.of("replay", trace, "--config", config, "--format", "llm", "--max-wait", "PT1M");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("4 rows, replayed in ").contains("granted");
  }

  @Test
  @DisplayName("names the first hundred skipped rows and counts the rest")
  void manySkipped() throws IOException {
    String rows = IntStream.range(0, 105).mapToObj(_ -> "x\n").collect(Collectors.joining());
    String noisy = file("noisy.csv", HEADER + "2023-11-16 18:15:46.6805900,374,44\n" + rows);
    Run run = Run.of("replay", noisy, "--config", config);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines())
        .hasSize(101)
        .last()
        .isEqualTo("headroom: and 5 more skipped rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat.yaml",
        "grid.yaml",
        "grid-tenth-queuing.yaml",
        "grid-tenth-priority.yaml",
        "grid-tenth-preemption.yaml",
        "grid-tenth-equal.yaml",
        "grid-tenth-fair.yaml",
        "grid-tenth-sharing.yaml",
        "grid-tenth-negotiation.yaml"
      })
  @DisplayName("runs with the documents that the README shows")
  void examples(String name) {
    Run run = Run.of("replay", trace, "--config", Path.of("assets", "examples", name).toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Nested
  @DisplayName("ends with one line and exit code 2")
  class Refusals {
    @Test
    @DisplayName("without a trace or configuration")
    void missingArguments() {
      assertThat(Run.of("replay", "--config", config).complaint())
          .isEqualTo("headroom: Missing required parameter: 'FILE'; see headroom replay --help");
      assertThat(Run.of("replay", trace).complaint())
          .contains("Missing required option: '--config=FILE'");
    }

    @Test
    @DisplayName("where a file is missing")
    void missingFiles() {
      String nowhere = folder.resolve("nowhere").toString();
      assertThat(Run.of("replay", nowhere, "--config", config).complaint()).contains(nowhere);
      assertThat(Run.of("replay", trace, "--config", nowhere).complaint())
          .isEqualTo("headroom: there is no file " + nowhere);
    }

    @Test
    @DisplayName("where a file is empty")
    void emptyFiles() throws IOException {
      String empty = file("empty", "");
      assertThat(Run.of("replay", empty, "--config", config).complaint()).contains("empty");
      assertThat(Run.of("replay", trace, "--config", empty).complaint())
          .startsWith("headroom: " + empty + ":1: the document is empty");
    }

    @Test
    @DisplayName("where a file is of the wrong kind, or a folder")
    void wrongKinds() {
      assertThat(Run.of("replay", config, "--config", config).complaint()).contains(config);
      assertThat(Run.of("replay", trace, "--config", trace).complaint())
          .startsWith("headroom: " + trace + ":1: must be a mapping");
      assertThat(Run.of("replay", trace, "--config", config, "--format", "swf").complaint())
          .contains(trace);
      String directory = folder.toString();
      assertThat(Run.of("replay", directory, "--config", config).complaint()).contains(directory);
      assertThat(Run.of("replay", trace, "--config", directory).complaint())
          .isEqualTo("headroom: " + directory + " is a folder, not a config document");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
        quoteCharacter = '`',
        textBlock =
            """
            --format,   xml,   expected one of
            --seed,     x,     'x' is not a long
            --max-wait, 5m,    '5m' is no duration; write PT30S
            --max-wait, -PT1S, a maximum wait is between PT0S
            --max-wait, P31D,  a maximum wait is between PT0S
            """)
    @DisplayName("for a value that an option does not take")
    void values(String option, String value, String message) {
      assertThat(Run.of("replay", trace, "--config", config, option, value).complaint())
          .contains(message)
          .endsWith("; see headroom replay --help");
    }
  }

  @Test
  @DisplayName("tells every mistake in a config document at its line")
  void configProblems() throws IOException {
    String wrong = file("wrong.yaml", "limits:\n  - {path: /, type: TOKN, amount: -1}\n");
    Run run = Run.of("replay", trace, "--config", wrong);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("headroom: " + wrong + ":2: limits[0].type: "),
            second ->
                assertThat(second).startsWith("headroom: " + wrong + ":2: limits[0].amount: "));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
