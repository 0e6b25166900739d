package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.restore;
import static dev.headroom.engine.Deed.restorePart;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.takeCheckpoint;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Restorations.RUN;
import static dev.headroom.engine.Restorations.became;
import static dev.headroom.engine.Restorations.lacks;
import static dev.headroom.engine.Restorations.only;
import static dev.headroom.engine.Restorations.told;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Restoring a checkpoint")
final class RestoringTest {
  private static final String BOB = "/user:bob";

  private static AllocationStatus status(Story story, String name) {
    return story.look().allocations(ScopePath.ROOT, false, 0, 100).stream()
        .filter(each -> each.id().equals(story.allocation(name)))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  @DisplayName("of an allocation that has ended")
  class Ended {
    @Test
    @DisplayName("reserves the unconsumed rest of what is spent and all of what is held (S4)")
    void reservesTheRest() {
      Story story =
          given(limit("/", TOKENS, 1000))
              .when(
                  allocate("a", RUN, required(TOKENS, 100), required(MEMORY, 8))
                      .as(Priority.HIGH)
                      .to("to think"),
                  use("a", TOKENS, 30),
                  use("a", MEMORY, 5),
                  takeCheckpoint(RUN));
      AllocationId then = story.allocation("a");
      story
          .when(use("a", TOKENS, 20), release("a"), restore(1))
          .then(_ ->
              assertThat(only(story))
                  .isEqualTo(
                      became(then, story.allocation("a"), full(TOKENS, 70), full(MEMORY, 8))))
          .thenTells(
              new Event.Granted(
                  ScopePath.of(RUN),
                  story.allocation("a"),
                  lines(full(TOKENS, 70), full(MEMORY, 8)),
                  Story.time("11:00"),
                  0),
              told(1, 0))
          .thenCounts("/", TOKENS, 70, 50)
          .thenCounts(RUN, MEMORY, 8, 5);
      assertThat(status(story, "a").id()).isNotEqualTo(then);
      assertThat(status(story, "a").priority()).isEqualTo(Priority.HIGH);
      assertThat(status(story, "a").purpose()).isEqualTo("to think");
      assertThat(status(story, "a").lines())
          .containsExactly(
              new AllocationStatus.Line(TOKENS, 70, 0), new AllocationStatus.Line(MEMORY, 8, 0));
    }

    @Test
    @DisplayName("reserves nothing where nothing was left to reserve")
    void nothingLeft() {
      given(limit("/", TOKENS, 1000))
          .when(
              allocate("a", RUN, TOKENS, 10),
              use("a", TOKENS, 10),
              takeCheckpoint(RUN),
              release("a"),
              restore(1))
          .then(story ->
              assertThat(only(story))
                  .isEqualTo(
                      new Outcome.Restoration(
                          story.allocation("a"), Optional.empty(), List.of(), List.of())))
          .thenTells(told(0, 0))
          .thenLive();
    }

    @Test
    @DisplayName("makes its scope anew where that was closed (S3)")
    void makesTheScopeAnew() {
      given(limit("/", TOKENS, 10))
          .when(allocate("a", RUN, TOKENS, 4), takeCheckpoint(RUN), close("/user:ada"), restore(1))
          .thenLive("a")
          .thenCounts(RUN, TOKENS, 4, 0);
    }

    @Test
    @DisplayName("lasts as long as is said, and comes back once more after that")
    void lasts() {
      given(limit("/", TOKENS, 10))
          .when(allocate("a", RUN, TOKENS, 4).lasting("PT1M"), takeCheckpoint(RUN))
          .until("10:01")
          .thenLive()
          .when(restore(1, "PT2M", false))
          .until("10:02:59.999")
          .thenLive("a")
          .until("10:03")
          .thenLive()
          .when(restore(1))
          .thenLive("a")
          .when(restore(1))
          .thenLive("a")
          .thenCounts("/", TOKENS, 4, 0);
    }

    @Test
    @DisplayName("preempts nobody, whatever the strategy (A6)")
    void preemptsNobody() {
      Story story =
          given(deciding(ConflictStrategy.PREEMPTION, limit("/", MEMORY, 10)))
              .when(
                  allocate("a", RUN, MEMORY, 6).as(Priority.CRITICAL),
                  takeCheckpoint(RUN),
                  release("a"),
                  allocate("low", BOB, MEMORY, 5).as(Priority.LOW));
      AllocationId then = story.allocation("a");
      Denial denial = no(MEMORY, 6, 5, "/ LIMIT MEMORY", CONTENTION);
      story
          .when(restore(1))
          .thenAnswers(lacks(then, denial))
          .thenTells(new Event.Denied(ScopePath.of(RUN), Optional.empty(), List.of(denial), 0))
          .thenLive("low");
    }
  }

  @Nested
  @DisplayName("of an allocation that lives")
  class Living {
    @ParameterizedTest(name = "resized to {0}: grown by {1}")
    @CsvSource({"8, 0", "9, 0", "7, 1", "1, 7"})
    @DisplayName("reserves what it has less of something held")
    void growsHeld(long total, long missing) {
      Story story =
          given(limit("/", MEMORY, 100))
              .when(
                  allocate("a", RUN, MEMORY, 8),
                  takeCheckpoint(RUN),
                  resize("a", MEMORY, total),
                  restore(1));
      AllocationId a = story.allocation("a");
      assertThat(only(story))
          .isEqualTo(missing == 0 ? became(a, a) : became(a, a, full(MEMORY, missing)));
      story.thenLive("a").thenCounts(RUN, MEMORY, Math.max(8, total), 0);
    }

    @Test
    @DisplayName("reserves again what it has spent since, which stays consumed (S4)")
    void growsSpent() {
      Story story =
          given(limit("/", TOKENS, 1000))
              .when(
                  allocate("a", RUN, TOKENS, 40),
                  use("a", TOKENS, 10),
                  takeCheckpoint(RUN),
                  use("a", TOKENS, 25),
                  restore(1));
      AllocationId a = story.allocation("a");
      assertThat(only(story)).isEqualTo(became(a, a, full(TOKENS, 25)));
      story
          .thenTells(new Event.Resized(ScopePath.of(RUN), a, TOKENS, 25), told(1, 0))
          .thenCounts("/", TOKENS, 30, 35)
          .when(restore(1))
          .thenTells(told(0, 0))
          .thenCounts("/", TOKENS, 30, 35);
    }

    @Test
    @DisplayName("leaves its expiry alone")
    void keepsItsExpiry() {
      given(limit("/", MEMORY, 100))
          .when(
              allocate("a", RUN, MEMORY, 8).lasting("PT10M"),
              takeCheckpoint(RUN),
              resize("a", MEMORY, 2),
              restore(1, "PT5H", false))
          .until("10:09:59.999")
          .thenLive("a")
          .until("10:10")
          .thenLive();
    }

    @Test
    @DisplayName("is refused where it draws from another pool than the scope does now")
    void drawsElsewhere() {
      given(pool("far", "/", TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 10), use("a", TOKENS, 1), takeCheckpoint(RUN))
          .when(use("a", TOKENS, 1), set(pool("near", "/user:ada", TOKENS, 100)), restore(1))
          .thenRefusesAsInvalid("/checkpoint", "from another pool")
          .when(restorePart(1))
          .thenRefusesAsInvalid("/checkpoint", "from another pool")
          .when(release("a"), restore(1))
          .thenLive("a")
          .thenPool("near", 91, 9, 0);
    }
  }
}
