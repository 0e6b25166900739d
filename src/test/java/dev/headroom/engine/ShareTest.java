package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Facts.cut;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.SHARING;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.ResourceType.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Conflict;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("SHARING (Q3)")
final class ShareTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String AT = "/ LIMIT MEMORY";

  private static Deed.Ask ask(String name, String path, long amount, long least) {
    return allocate(name, path, RequestLine.required(MEMORY, amount).atLeast(least));
  }

  private static Story allHeld(long amount) {
    return given(deciding(SHARING, limit("/", MEMORY, amount)))
        .when(allocate("held", ADA, MEMORY, amount));
  }

  @Nested
  @DisplayName("splits what is there")
  class Splits {
    @Test
    @DisplayName("among all who wait, by the weight of their priority")
    void byWeight() {
      allHeld(75)
          .when(
              ask("low", ADA, 75, 1).as(LOW).waiting("PT1H"),
              ask("normal", ADA, 75, 1).waiting("PT1H"),
              ask("high", BOB, 75, 1).as(HIGH).waiting("PT1H"),
              ask("critical", BOB, 75, 1).as(CRITICAL).waiting("PT1H"))
          .when(release("held"))
          .thenLive("low", "normal", "high", "critical")
          .thenCounts("/", MEMORY, 75, 0)
          .thenCounts(ADA, MEMORY, 15, 0)
          .thenCounts(BOB, MEMORY, 60, 0);
    }

    @Test
    @DisplayName("with nobody above what it asked, the rest going to the others")
    void notAboveWhatWasAsked() {
      allHeld(100)
          .when(ask("little", ADA, 10, 1).waiting("PT1H"), ask("much", BOB, 100, 1).waiting("PT1H"))
          .when(release("held"))
          .thenCounts(ADA, MEMORY, 10, 0)
          .thenCounts(BOB, MEMORY, 90, 0);
    }

    @Test
    @DisplayName("with nobody below its minimum; who cannot have that stays queued")
    void notBelowTheMinimum() {
      allHeld(100)
          .when(
              ask("modest", ADA, 100, 10).waiting("PT1H"),
              ask("proud", BOB, 100, 70).waiting("PT1H"),
              ask("late", BOB, 100, 30).waiting("PT1H"))
          .when(release("held"))
          .thenLive("modest", "proud")
          .thenWaiting("late")
          .thenCounts(ADA, MEMORY, 30, 0)
          .thenCounts(BOB, MEMORY, 70, 0);
    }

    @Test
    @DisplayName("giving what cannot be split to those who come first")
    void firstComeFirst() {
      allHeld(5)
          .when(
              ask("first", ADA, 5, 1).as(LOW).waiting("PT1H"),
              ask("second", BOB, 5, 1).as(LOW).waiting("PT1H"))
          .when(release("held"))
          .thenCounts(ADA, MEMORY, 3, 0)
          .thenCounts(BOB, MEMORY, 2, 0);
    }
  }

  @Nested
  @DisplayName("gives a new request")
  class NewRequest {
    @Test
    @DisplayName("what is there, if that is its minimum, and says what it lacks")
    void whatIsThere() {
      given(deciding(SHARING, limit("/", MEMORY, 100)))
          .when(allocate("held", ADA, MEMORY, 70))
          .when(ask("cut", BOB, 50, 30))
          .thenGrantsPart(lines(cut(MEMORY, 50, 30)), no(MEMORY, 50, 30, AT, CONTENTION))
          .then(story ->
              assertThat(story.look().decisions(story.allocation("cut")))
                  .singleElement()
                  .satisfies(episode -> {
                    assertThat(episode.decision().verdict()).isEqualTo(Conflict.Verdict.SHARED);
                    assertThat(episode.decision().because())
                        .containsExactly(no(MEMORY, 50, 30, AT, CONTENTION));
                  }));
    }

    @Test
    @DisplayName("nothing if it is less, and lets it wait")
    void notLess() {
      given(deciding(SHARING, limit("/", MEMORY, 100)))
          .when(allocate("held", ADA, MEMORY, 70))
          .when(ask("proud", BOB, 50, 31))
          .thenDenies(no(MEMORY, 50, 30, AT, CONTENTION))
          .when(ask("proud", BOB, 50, 31).waiting("PT1H"))
          .thenIs(Outcome.Queued.class)
          .thenCounts("/", MEMORY, 70, 0);
    }
  }

  @Test
  @DisplayName(
      "divides so that no share could grow but at the cost of one no larger for its weight")
  void divides() {
    List<FairShares.Part> parts =
        List.of(
            new FairShares.Part(1, 100, 1),
            new FairShares.Part(40, 50, 1),
            new FairShares.Part(1, 5, 4),
            new FairShares.Part(0, 100, 2));
    assertThat(FairShares.divide(100, parts)).containsExactly(19, 40, 5, 36);
    assertThat(FairShares.divide(42, parts)).containsExactly(1, 40, 1, 0);
    assertThat(FairShares.divide(1000, parts)).containsExactly(100, 50, 5, 100);
  }
}
