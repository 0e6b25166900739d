package dev.headroom.node.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.suggestion.Books;
import dev.headroom.history.suggestion.Lives;
import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
      requireTheSame(scenario, seen.whole(ScopePath.ROOT).orElseThrow());
    }
  }

  @Test
  @DisplayName("comes to what happened, though limits were changed meanwhile")
  void withChanges() {
    Scene scene =
        new Scene(SEED)
            .limit("/user:ada", ResourceType.TOKENS, 60_000, "PT5M")
            .with(Caller.at("/user:ada/swarm:s/run:r1", ResourceType.TOKENS, 2_000, 4_000))
            .begun()
            .playTo(Duration.ofMinutes(30));
    scene.apply(limited(30_000, 1)).playTo(Duration.ofMinutes(60));
    scene.apply(limited(90_000, 2)).playTo(Duration.ofMinutes(90));
    Observation.Whole whole = scene.between(Duration.ofMinutes(10), Duration.ofMinutes(90));
    assertThat(whole.course().books().read(Measure.DENIED, ScopePath.ROOT, 0)).isPositive();
    requireTheSame("changes", whole);
  }

  private static List<Change> limited(long tokens, long basedOn) {
    ScopePath ada = ScopePath.of("/user:ada");
    Limit.Terms terms = Limit.Terms.hard(tokens).per(Period.of("PT5M"));
    return List.of(
        new Change.PutLimits(ada, List.of(new Limit(ada, ResourceType.TOKENS, terms)), basedOn));
  }

  private static void requireTheSame(String of, Observation.Whole whole) {
    Instant to = whole.course().demand().to();
    Books books = new Books(whole.opening(), to.toEpochMilli());
    Rerun rerun =
        new Rerun(
            whole.base(),
            whole.course().demand(),
            new Lives(whole.course().demand().jobs(), List.of()),
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
          .as("%s of %s, seed %d", measure, of, SEED)
          .isEqualByComparingTo(
              whole.course().books().read(measure, ScopePath.ROOT, to.toEpochMilli()));
    }
  }
}
