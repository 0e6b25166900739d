package dev.headroom.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.ScopePath;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Watch;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The world of a change set, which follows history in a thread of its own,")
@Timeout(120)
final class FollowerTest {
  private final Sandbox sandbox = new Sandbox(Scenarios.all(), "priority-storm", 7, 0, () -> 0);
  private final Instant begin = sandbox.state().now().plusSeconds(30);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /// Half of all limits, over more commands than may wait to be followed.
  private ReplayQuery halved() {
    sandbox.runFor(Duration.ofMinutes(5));
    Map<ScopePath, List<Limit>> limits =
        sandbox.node().inspect((state, _) -> state.config().limits()).stream()
            .map(limit -> limit.with(limit.terms().withAmount(limit.terms().amount() / 2)))
            .collect(Collectors.groupingBy(Limit::path));
    List<Change> changes =
        limits.entrySet().stream()
            .map(each -> (Change) new Change.PutLimits(each.getKey(), each.getValue(), 0))
            .toList();
    return new ReplayQuery(begin, sandbox.state().now(), changes);
  }

  private SpanReplay.Result replay(ReplayQuery query, Watch watch) throws IOException {
    return SpanReplay.run(sandbox.node().past(), query, watch);
  }

  private static boolean isAnyoneFollowing() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().equals(Follower.class.getName()));
  }

  @Test
  @DisplayName("comes to the same every time, however far history is ahead")
  void isSameEveryTime() throws IOException {
    ReplayQuery query = halved();
    SpanReplay.Result once = replay(query, Watch.NONE);
    assertThat(once)
        .isInstanceOfSatisfying(
            SpanReplay.Result.Compared.class,
            compared ->
                assertThat(compared.hindsight().all().after())
                    .isNotEqualTo(compared.hindsight().all().before()));
    for (int again = 0; again < 3; again++) {
      assertThat(replay(query, Watch.NONE)).isEqualTo(once);
    }
    assertThat(isAnyoneFollowing()).isFalse();
  }

  @Test
  @DisplayName("goes no further once its replay is cancelled")
  void endsWithItsReplay() throws IOException {
    ReplayQuery query = halved();
    Watch impatient =
        new Watch() {
          private boolean enough;

          @Override
          public void at(double part) {
            enough = part > 0.5;
          }

          @Override
          public boolean isCancelled() {
            return enough;
          }
        };
    assertThat(replay(query, impatient)).isInstanceOf(SpanReplay.Result.Cancelled.class);
    assertThat(isAnyoneFollowing()).isFalse();
  }
}
