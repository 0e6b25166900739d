package dev.headroom.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Node;
import dev.headroom.node.Watch;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A span replayed under unchanged settings")
@Timeout(60)
final class UnchangedReplayTest {
  private static final int LENGTH = 700;

  private Instant now = Instant.EPOCH;

  static Stream<String> scenarios() {
    return Scenarios.all().stream().map(WorkloadSource::name);
  }

  private static void assertRepeats(Node node, Instant from, Instant to) throws IOException {
    ReplayQuery query = new ReplayQuery(from, to, List.of());
    List<Engine> worlds = SpanReplay.worlds(node.past(), query);
    assertThat(RealHistory.digest(worlds.getLast()))
        .as("from %s to %s", from, to)
        .isEqualTo(RealHistory.digest(worlds.getFirst()));
    assertThat(worlds.getLast().sequence()).isEqualTo(worlds.getFirst().sequence());
    assertThat(SpanReplay.run(node.past(), query, Watch.NONE))
        .isInstanceOfSatisfying(
            SpanReplay.Result.Compared.class,
            compared -> {
              Hindsight hindsight = compared.hindsight();
              assertThat(hindsight.all().after()).isEqualTo(hindsight.all().before());
              assertThat(hindsight.scopes().total()).isZero();
              assertThat(hindsight.unknown()).isEqualTo(Hindsight.Unknown.NONE);
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 5, 6, 9, 16, 18, 19, 23, 24, 25, 26, 27, 28, 52, 219, 1195})
  @DisplayName("is history again, with whatever command there is")
  void repeatsHistory(long seed) throws IOException {
    try (Node node = Node.remembering(() -> now)) {
      List<RealHistory.Said> history = RealHistory.of(seed, LENGTH);
      for (RealHistory.Said each : history) {
        now = each.at().isAfter(now) ? each.at() : now;
        node.submit(each.command());
      }
      node.advance();
      Instant first = history.getFirst().at();
      assertRepeats(node, first.minusMillis(1), now);
      Duration third = Duration.between(first, now).dividedBy(3);
      assertRepeats(node, first.plus(third), now);
      assertRepeats(node, first.plus(third), first.plus(third).plus(third));
      assertThat(
              RealHistory.digest(
                  SpanReplay.worlds(node.past(), new ReplayQuery(first, now, List.of())).getLast()))
          .isEqualTo(node.stateHash());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  @DisplayName("is the scenario again")
  void repeatsScenario(String name) throws IOException {
    try (Sandbox sandbox = new Sandbox(Scenarios.all(), name, 7, 0, () -> 0)) {
      sandbox.runFor(Duration.ofMinutes(5));
      Instant end = sandbox.state().now();
      assertRepeats(sandbox.node(), end.minus(Duration.ofMinutes(3)), end);
    }
  }
}
