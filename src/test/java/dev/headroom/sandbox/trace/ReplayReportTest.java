package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.model.Denial.Reason;
import dev.headroom.model.ResourceType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A replay report")
final class ReplayReportTest {
  private static final ReplayReport REPORT =
      new ReplayReport(
          1000,
          2,
          900,
          3,
          50,
          new EnumMap<>(Map.of(Reason.CONTENTION, 90L, Reason.WAIT_TIMEOUT, 5L)),
          7,
          new ReplayReport.WaitSeconds(1.5, 61, 3600, 7325),
          new EnumMap<>(
              Map.of(
                  ResourceType.TIME, new ReplayReport.TypeUse(7_200_000, 9_000_000),
                  ResourceType.COMPUTE, new ReplayReport.TypeUse(0, 2_500))),
          12,
          0.25,
          2900,
          11_600,
          "c0ffee",
          new ReplayReport.Contention(
              new ReplayReport.Preemptions(8, 6, 90),
              new TreeMap<>(Map.of("grid", 0.9312, "gpus", 0.5)),
              0));

  @Test
  @DisplayName("has exactly the agreed fields as JSON, on one line")
  void hasJsonForm() throws JsonProcessingException {
    JsonNode json = new ObjectMapper().readTree(REPORT.json(false));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            List.of(
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
                "stateHash"));
    assertThat(json.get("denied").toString()).isEqualTo("{\"CONTENTION\":90,\"WAIT_TIMEOUT\":5}");
    assertThat(json.get("waitSeconds").toString())
        .isEqualTo("{\"p50\":1.5,\"p95\":61.0,\"p99\":3600.0,\"max\":7325.0}");
    assertThat(json.get("types").toString())
        .isEqualTo(
            "{\"TIME\":{\"consumed\":7200000,\"peakReserved\":9000000},"
                + "\"COMPUTE\":{\"consumed\":0,\"peakReserved\":2500}}");
    assertThat(REPORT.json(false)).doesNotContain("\n");
  }

  @Test
  @DisplayName("adds what contention did where it is asked for, and changes nothing else")
  void addsContention() {
    String plain = REPORT.json(false);
    assertThat(REPORT.json(true))
        .isEqualTo(
            plain.substring(0, plain.length() - 1)
                + ",\"contention\":{\"preemptions\":{\"count\":8,\"requeued\":6,\"lostSeconds\":90.0},"
                + "\"utilisation\":{\"gpus\":0.5,\"grid\":0.9312},\"passedSeconds\":0.0}}");
  }

  @Test
  @DisplayName("reads well")
  void reads() {
    assertThat(REPORT.text())
        .isEqualTo(
            """
            1,000 rows, replayed in 0.25 s

              granted               900   90.0 %
              partial                 3    0.3 %
              denied                 95    9.5 %   CONTENTION 90, WAIT_TIMEOUT 5
              skipped                 2    0.2 %
              had to wait            50    5.0 %   half up to 1.5 s, 95 % up to 1 min 1 s, 99 % up to 1 h 0 min, all up to 2 h 2 min
              nobody was passed after the starvation interval

              8 preemptions: 6 waited again, 2 were lost; 1 min 30 s had been run in vain

              at /                         consumed    most reserved at once
              TIME                            2.0 h                    2.5 h
              COMPUTE                          held              2.500 cores

              pool gpus: 50.0 % reserved on average
              pool grid: 93.1 % reserved on average
              7 allocations ended by their lease
              12 alerts raised
              2,900 commands, 11,600 per second
              state c0ffee\
            """);
  }
}
