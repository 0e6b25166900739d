package dev.headroom.node.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.suggestion.Books;
import dev.headroom.history.suggestion.Lives;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A span's demand, replayed as it was,")
final class RerunTest {
  private static final long SEED = 7;

  @ParameterizedTest(name = "of {0}")
  @ValueSource(
      strings = {"calm-day", "launch-rush", "noisy-neighbour", "election-night", "priority-storm"})
  @DisplayName("comes to what happened")
  void comesToTheSame(String scenario) throws IOException {
    try (Sandbox sandbox = new Sandbox(Scenarios.all(), scenario, SEED, 0, System::nanoTime)) {
      sandbox.runFor(Duration.ofMinutes(6));
      Instant to = sandbox.state().now();
      Observation seen = new Observation(to, () -> false);
      sandbox.node().past().walk(to.minus(Duration.ofMinutes(5)), to, seen);
      Observation.Whole whole = seen.whole(ScopePath.ROOT).orElseThrow();
      Books books = new Books(whole.opening(), to.toEpochMilli());
      Rerun rerun =
          new Rerun(
              whole.base(),
              whole.course().demand(),
              new Lives(whole.course().demand().jobs()),
              new Overrides(List.of(), List.of()),
              books);
      assertThat(rerun.run(() -> false)).isTrue();
      for (Measure measure :
          List.of(
              Measure.REQUESTS,
              Measure.DENIED,
              Measure.WAITING,
              Measure.WEIGHTED_WAITING,
              Measure.COST)) {
        assertThat(books.read(measure, ScopePath.ROOT, to.toEpochMilli()))
            .as("%s of %s, seed %d", measure, scenario, SEED)
            .isEqualByComparingTo(
                whole.course().books().read(measure, ScopePath.ROOT, to.toEpochMilli()));
      }
    }
  }
}
