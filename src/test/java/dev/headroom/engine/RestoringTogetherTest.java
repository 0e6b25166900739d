package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.forgetCheckpoint;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.restore;
import static dev.headroom.engine.Deed.restorePart;
import static dev.headroom.engine.Deed.takeCheckpoint;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.cut;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Restorations.RUN;
import static dev.headroom.engine.Restorations.became;
import static dev.headroom.engine.Restorations.lacks;
import static dev.headroom.engine.Restorations.only;
import static dev.headroom.engine.Restorations.restored;
import static dev.headroom.engine.Restorations.told;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
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

@DisplayName("Restoring a checkpoint with more than one allocation, or more than once")
final class RestoringTogetherTest {
  private static final String BOB = "/user:bob";

  /// Another has all of what the run had four of.
  private static Story takenByAnother() {
    return given(limit("/", MEMORY, 10))
        .when(
            allocate("a", RUN, MEMORY, 4),
            takeCheckpoint(RUN),
            release("a"),
            allocate("other", BOB, MEMORY, 10));
  }

  @Nested
  @DisplayName("all or nothing")
  class AllOrNothing {
    @ParameterizedTest(name = "{0} of 10 taken by another: {1}")
    @CsvSource({"2, true", "3, false"})
    @DisplayName("reserves exactly where all that is missing fits together")
    void together(long others, boolean fits) {
      Story story =
          given(limit("/", MEMORY, 10))
              .when(
                  allocate("a", RUN, MEMORY, 4),
                  allocate("b", RUN, MEMORY, 5),
                  takeCheckpoint(RUN),
                  release("a"),
                  resize("b", MEMORY, 1),
                  allocate("other", BOB, MEMORY, others - 1));
      AllocationId b = story.allocation("b");
      story.when(restore(1));
      if (fits) {
        story.thenLive("a", "b", "other").thenCounts("/", MEMORY, 10, 0);
      } else {
        story
            .thenAnswers(lacks(b, no(MEMORY, 4, 3, "/ LIMIT MEMORY", CONTENTION)))
            .thenLive("b", "other")
            .thenCounts("/", MEMORY, 3, 0);
      }
    }

    @Test
    @DisplayName("names all that lack, and can be asked again once there is enough")
    void namesAll() {
      Story story =
          given(pool("p", "/", CREDITS, 10))
              .when(
                  allocate("a", RUN, CREDITS, 4),
                  allocate("b", RUN, required(CREDITS, 6), required(MEMORY, 1)),
                  takeCheckpoint(RUN),
                  use("a", CREDITS, 4),
                  use("b", CREDITS, 6),
                  release("b"));
      AllocationId a = story.allocation("a");
      AllocationId b = story.allocation("b");
      story
          .when(restore(1))
          .thenAnswers(
              new Outcome.NotRestored(
                  List.of(
                      new Outcome.Lacking(
                          a, List.of(no(CREDITS, 4, 0, "/ POOL p", BUDGET_EXHAUSTED))),
                      new Outcome.Lacking(
                          b, List.of(no(CREDITS, 6, 0, "/ POOL p", BUDGET_EXHAUSTED))))))
          .thenLive("a")
          .when(topUp("p", 10), restore(1))
          .thenLive("a", "b")
          .thenPool("p", 0, 10, 10)
          .thenCounts("/", MEMORY, 1, 0);
    }

    @Test
    @DisplayName("is refused where a counter would overflow (S6)")
    void overflows() {
      given(limit(BOB, MEMORY, 10))
          .when(
              allocate("a", RUN, MEMORY, Amount.MAX),
              takeCheckpoint(RUN),
              release("a"),
              allocate("b", BOB, MEMORY, 1),
              restore(1))
          .thenRefusesAsInvalid("/checkpoint", "overflow")
          .when(restorePart(1))
          .thenRefusesAsInvalid("/checkpoint", "overflow");
    }
  }

  @Nested
  @DisplayName("in part")
  class InPart {
    @Test
    @DisplayName("gives each what fits, the most urgent first, and says what is short")
    void givesWhatFits() {
      Story story =
          given(limit("/", MEMORY, 10), limit("/", TOKENS, 100))
              .when(
                  allocate("a", RUN, MEMORY, 4),
                  allocate("b", RUN, required(TOKENS, 5), required(MEMORY, 3)),
                  allocate("c", RUN, MEMORY, 3).as(Priority.HIGH),
                  takeCheckpoint(RUN),
                  release("a"),
                  release("b"),
                  release("c"),
                  allocate("other", BOB, MEMORY, 5));
      AllocationId a = story.allocation("a");
      AllocationId b = story.allocation("b");
      AllocationId c = story.allocation("c");
      story.when(restorePart(1)).thenLive("a", "b", "c", "other");
      assertThat(restored(story))
          .containsExactly(
              became(c, story.allocation("c"), full(MEMORY, 3)),
              new Outcome.Restoration(
                  a,
                  Optional.of(story.allocation("a")),
                  lines(cut(MEMORY, 4, 2)),
                  List.of(no(MEMORY, 4, 2, "/ LIMIT MEMORY", CONTENTION))),
              new Outcome.Restoration(
                  b,
                  Optional.of(story.allocation("b")),
                  lines(full(TOKENS, 5)),
                  List.of(no(MEMORY, 3, 0, "/ LIMIT MEMORY", CONTENTION))));
      story
          .thenTellsAmongOthers(told(3, 2))
          .when(release("other"), restore(1))
          .thenTellsAmongOthers(
              new Event.Resized(ScopePath.of(RUN), story.allocation("a"), MEMORY, 2),
              new Event.Resized(ScopePath.of(RUN), story.allocation("b"), MEMORY, 3),
              told(2, 0))
          .thenCounts(RUN, MEMORY, 10, 0)
          .thenCounts(RUN, TOKENS, 5, 0);
    }

    @Test
    @DisplayName("leaves out one for which nothing fits at all")
    void leavesOut() {
      Story story = takenByAnother();
      AllocationId a = story.allocation("a");
      story
          .when(restorePart(1))
          .thenAnswers(
              new Outcome.Restored(
                  List.of(
                      new Outcome.Restoration(
                          a,
                          Optional.empty(),
                          List.of(),
                          List.of(no(MEMORY, 4, 0, "/ LIMIT MEMORY", CONTENTION))))))
          .thenTells(told(0, 1))
          .thenLive("other");
    }
  }

  @Nested
  @DisplayName("again")
  class Again {
    @Test
    @DisplayName("reserves nothing while those restored live, whichever checkpoint names them")
    void whicheverCheckpoint() {
      Story story =
          given(limit("/", MEMORY, 10))
              .when(allocate("a", RUN, MEMORY, 4), takeCheckpoint(RUN), takeCheckpoint(RUN));
      AllocationId then = story.allocation("a");
      story.when(release("a"), restore(1), takeCheckpoint(RUN));
      AllocationId now = story.allocation("a");
      story.when(restore(2));
      assertThat(only(story)).isEqualTo(became(then, now));
      story.when(restore(3));
      assertThat(only(story)).isEqualTo(became(now, now));
      story.when(release("a"), restore(3));
      AllocationId last = story.allocation("a");
      story.when(forgetCheckpoint(3), restore(1));
      assertThat(only(story)).isEqualTo(became(then, last));
      story.thenLive("a").thenCounts("/", MEMORY, 4, 0);
    }

    @Test
    @DisplayName("under the same request id returns the first outcome (A5)")
    void sameId() {
      Story story =
          given(limit("/", MEMORY, 10))
              .when(
                  allocate("a", RUN, MEMORY, 4),
                  takeCheckpoint(RUN),
                  release("a"),
                  restorePart(1).under("once"));
      List<Outcome.Restoration> first = restored(story);
      story.when(release("a"), restorePart(1).under("once")).thenTells().thenLive();
      assertThat(restored(story)).isEqualTo(first);
    }

    @Test
    @DisplayName("finds what a denied restore answered, too (A5)")
    void sameIdDenied() {
      Story story = takenByAnother();
      AllocationId a = story.allocation("a");
      Outcome denied = lacks(a, no(MEMORY, 4, 0, "/ LIMIT MEMORY", CONTENTION));
      story
          .when(restore(1).under("once"))
          .thenAnswers(denied)
          .when(release("other"), restore(1).under("once"))
          .thenAnswers(denied)
          .thenLive();
    }
  }
}
