package dev.headroom.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.Config;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Watch;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.trace.TraceFile;
import dev.headroom.sandbox.trace.TraceScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Plays small traces, and those that `-Dheadroom.traces` names, separated by commas.
@DisplayName("A trace that was played and is replayed under unchanged settings")
@Timeout(600)
final class TraceHindsightTest {
  private static final String NAMED = System.getProperty("headroom.traces", "");
  private static final int ROWS = 300;
  private static final int COMMANDS_MIN = 100;

  /// Little enough that requests wait and are denied.
  private static final Config SCARCE =
      new Config(
          Settings.DEFAULT,
          List.of(),
          List.of(pool(ResourceType.TOKENS, 4_000), pool(ResourceType.COMPUTE, 8_000)));

  @TempDir private Path folder;

  private static Pool pool(ResourceType type, long capacity) {
    return new Pool(
        new PoolId(type.name().toLowerCase(Locale.ROOT)),
        ScopePath.ROOT,
        type,
        Pool.Terms.of(capacity));
  }

  private List<Path> traces() throws Exception {
    List<Path> traces = new ArrayList<>(List.of(calls(), jobs()));
    for (String named : NAMED.split(",", -1)) {
      if (!named.isEmpty()) {
        traces.add(Path.of(named));
      }
    }
    return traces;
  }

  private Path calls() throws Exception {
    var dice = new Dice(7);
    List<String> lines = new ArrayList<>(List.of("TIMESTAMP,ContextTokens,GeneratedTokens"));
    Instant at = Instant.parse("2023-11-16T18:00:00Z");
    for (int row = 0; row < ROWS; row++) {
      at = at.plusMillis(dice.between(0, 4_000));
      String time = at.toString().replace('T', ' ').replace("Z", "");
      lines.add(time + "," + dice.between(1, 4_000) + "," + dice.between(1, 900));
    }
    return Files.write(folder.resolve("calls.csv"), lines);
  }

  private Path jobs() throws Exception {
    var dice = new Dice(8);
    List<String> lines = new ArrayList<>();
    long submit = 0;
    for (int job = 1; job <= ROWS; job++) {
      submit += dice.between(0, 40);
      long run = dice.between(1, 200);
      String user = " " + dice.between(1, 5) + " 3 1 -1 2 -1 -1";
      lines.add(job + " " + submit + " -1 " + run + " 1 -1 -1 -1 " + 2 * run + " -1 -1" + user);
    }
    return Files.write(folder.resolve("jobs.swf"), lines);
  }

  @Test
  @DisplayName("comes to the state that it came to")
  void comesToTheSame() throws Exception {
    for (Path trace : traces()) {
      TraceFile file = TraceFile.inspect(trace, Optional.empty());
      var scenario = new TraceScenario(file, SCARCE, Duration.ofSeconds(20));
      try (Sandbox sandbox = new Sandbox(List.of(scenario), "trace", 1, 0, () -> 0)) {
        sandbox.runFor(Duration.ofMinutes(60));
        Instant end = sandbox.state().now();
        ReplayQuery query = new ReplayQuery(scenario.start().plusSeconds(90), end, List.of());

        List<Engine> worlds = SpanReplay.worlds(sandbox.node().past(), query);
        SpanReplay.Result result = SpanReplay.run(sandbox.node().past(), query, Watch.NONE);

        assertThat(RealHistory.digest(worlds.getLast()))
            .as("%s", trace)
            .isEqualTo(RealHistory.digest(worlds.getFirst()));
        assertThat(result)
            .isInstanceOfSatisfying(
                SpanReplay.Result.Compared.class, compared -> requireSame(compared.hindsight()));
      }
    }
  }

  private static void requireSame(Hindsight hindsight) {
    assertThat(hindsight.commands()).isGreaterThan(COMMANDS_MIN);
    assertThat(hindsight.all().after()).isEqualTo(hindsight.all().before());
    assertThat(hindsight.all().before().denied() + hindsight.all().before().waits()).isPositive();
    assertThat(hindsight.unknown()).isEqualTo(Hindsight.Unknown.NONE);
  }
}
