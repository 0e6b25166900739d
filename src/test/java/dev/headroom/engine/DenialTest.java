package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A denial (A4)")
final class DenialTest {
  private static final String ADA = "/user:ada";
  private static final String LIFETIME = "/user:ada LIMIT TOKENS";
  private static final String DAILY = "/user:ada LIMIT TOKENS/P1D";
  private static final String POOL = "/ POOL p";

  @Test
  @DisplayName("is told as a conflict, and leaves no scope behind")
  void isTold() {
    Denial why = no(TOKENS, 6, 5, LIFETIME, EXCEEDS_LIMIT);
    given(limit(ADA, TOKENS, 5))
        .when(allocate("a", "/user:ada/run:r1", TOKENS, 6))
        .thenDenies(why)
        .thenTells(
            new Event.Denied(ScopePath.of("/user:ada/run:r1"), Optional.empty(), List.of(why), 0))
        .then(story ->
            org.assertj.core.api.Assertions.assertThat(
                    story.look().scope(ScopePath.of("/user:ada/run:r1"), story.now()))
                .isEmpty());
  }

  @Test
  @DisplayName("names every failing line with what bound it, and none that fits")
  void namesEveryLine() {
    given(limit(ADA, TOKENS, 5), limit(ADA, MEMORY, 7), limit("/", CREDITS, 3))
        .when(allocate("b", "/user:bob", CREDITS, 1))
        .when(allocate("a", ADA, required(TOKENS, 6), required(MEMORY, 7), required(CREDITS, 3)))
        .thenDenies(
            no(TOKENS, 6, 5, LIFETIME, EXCEEDS_LIMIT),
            no(CREDITS, 3, 2, "/ LIMIT CREDITS", CONTENTION));
  }

  @Nested
  @DisplayName("at a budget for a lifetime of 100")
  class AtALifetime {
    @ParameterizedTest(name = "{0} reserved and {1} consumed: {2} more is {3}, with {4} left")
    @CsvSource({
      "0, 0, 101, EXCEEDS_LIMIT, 100",
      "60, 0, 101, EXCEEDS_LIMIT, 40",
      "1, 0, 100, CONTENTION, 99",
      "100, 0, 1, CONTENTION, 0",
      "60, 0, 41, CONTENTION, 40",
      "0, 1, 100, BUDGET_EXHAUSTED, 99",
      "0, 100, 1, BUDGET_EXHAUSTED, 0",
      "0, 101, 1, BUDGET_EXHAUSTED, -1",
      "50, 50, 50, CONTENTION, 0",
      "50, 50, 51, BUDGET_EXHAUSTED, 0",
      "50, 50, 100, BUDGET_EXHAUSTED, 0",
      "50, 50, 101, EXCEEDS_LIMIT, 0"
    })
    @DisplayName("tells what could never fit from what is used up and what others hold")
    void reasons(long reserved, long consumed, long asked, Denial.Reason reason, long headroom) {
      Story story = given(limit(ADA, TOKENS, 100));
      if (consumed > 0) {
        story.when(
            allocate("spent", ADA, TOKENS, Math.min(100, consumed)),
            use("spent", TOKENS, consumed));
      }
      if (reserved > 0) {
        story.when(allocate("held", ADA, TOKENS, reserved)).thenGrants(TOKENS, reserved);
      }
      story
          .when(allocate("a", ADA, TOKENS, asked))
          .thenDenies(no(TOKENS, asked, headroom, LIFETIME, reason))
          .thenCounts(ADA, TOKENS, reserved, consumed);
    }

    @Test
    @DisplayName("knows a held type only as contended, since all of it comes back")
    void heldTypes() {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 100), use("held", MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 100))
          .thenDenies(no(MEMORY, 100, 0, "/user:ada LIMIT MEMORY", CONTENTION));
    }

    @Test
    @DisplayName("shows how far below zero the headroom is after the limit was lowered (L7)")
    void lowered() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("held", ADA, TOKENS, 100), set(limit(ADA, TOKENS, 60)))
          .when(allocate("a", ADA, TOKENS, 60))
          .thenDenies(no(TOKENS, 60, -40, LIFETIME, CONTENTION))
          .when(allocate("a", ADA, TOKENS, 61))
          .thenDenies(no(TOKENS, 61, -40, LIFETIME, EXCEEDS_LIMIT));
    }
  }

  @Nested
  @DisplayName("at a budget of 100 a day, all of it consumed by ten in the morning")
  class AtAWindow {
    private Story spent() {
      return given(limit(ADA, TOKENS, 100, "P1D"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100));
    }

    @Test
    @DisplayName("says that the budget is exhausted to one who does not wait")
    void withoutWaiting() {
      spent()
          .when(allocate("a", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, 0, DAILY, BUDGET_EXHAUSTED));
    }

    @Test
    @DisplayName("says so at once to one who waits a millisecond less than until midnight")
    void outlastsTheWait() {
      spent()
          .when(allocate("a", ADA, TOKENS, 1).waiting("PT13H59M59.999S"))
          .thenDenies(no(TOKENS, 1, 0, DAILY, BUDGET_EXHAUSTED))
          .thenWaiting();
    }

    @Test
    @DisplayName("is spared one who waits until midnight")
    void doesNotOutlastTheWait() {
      spent()
          .when(allocate("a", ADA, TOKENS, 100).waiting("PT14H"))
          .thenQueues(DAILY, 1, "2026-03-03T00:00Z");
    }

    @Test
    @DisplayName("says what could never fit to whoever waits however long")
    void neverFits() {
      spent()
          .when(allocate("a", ADA, TOKENS, 101).waiting("P30D"))
          .thenDenies(no(TOKENS, 101, 0, DAILY, EXCEEDS_LIMIT));
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "100, GRANTED",
    "101, BUDGET_EXHAUSTED",
    "200, BUDGET_EXHAUSTED",
    "201, EXCEEDS_LIMIT"
  })
  @DisplayName("counts on what may roll over before it says that something could never fit")
  void withRollover(long asked, String expected) {
    Story story =
        given(rollingOver(limit(ADA, TOKENS, 100, "P1D"))).when(allocate("a", ADA, TOKENS, asked));
    if (expected.equals("GRANTED")) {
      story.thenGrants(TOKENS, asked);
    } else {
      story.thenDenies(no(TOKENS, asked, 100, DAILY, Denial.Reason.valueOf(expected)));
    }
  }

  @Nested
  @DisplayName("at a pool of 100")
  class AtAPool {
    @ParameterizedTest(name = "{0} reserved and {1} consumed: {2} more is {3}, with {4} left")
    @CsvSource({
      "0, 0, 101, EXCEEDS_CAPACITY, 100",
      "1, 0, 100, CONTENTION, 99",
      "100, 0, 1, CONTENTION, 0",
      "0, 1, 100, BUDGET_EXHAUSTED, 99",
      "0, 100, 1, BUDGET_EXHAUSTED, 0",
      "0, 130, 1, BUDGET_EXHAUSTED, -30",
      "50, 50, 50, CONTENTION, 0",
      "50, 50, 51, BUDGET_EXHAUSTED, 0"
    })
    @DisplayName("tells the same reasons apart where it does not refill")
    void reasons(long reserved, long consumed, long asked, Denial.Reason reason, long headroom) {
      Story story = given(pool("p", "/", TOKENS, 100));
      if (consumed > 0) {
        story.when(
            allocate("spent", ADA, TOKENS, Math.min(100, consumed)),
            use("spent", TOKENS, consumed));
      }
      if (reserved > 0) {
        story.when(allocate("held", ADA, TOKENS, reserved)).thenGrants(TOKENS, reserved);
      }
      story
          .when(allocate("a", ADA, TOKENS, asked))
          .thenDenies(no(TOKENS, asked, headroom, POOL, reason))
          .thenPool("p", 100 - reserved - consumed, reserved, consumed);
    }

    @ParameterizedTest(name = "waiting {0}: denied {1}")
    @CsvSource({"PT0S, true", "PT59.999S, true", "PT1M, false", "PT2M, false"})
    @DisplayName("is spared one who waits until replenishment has brought it")
    void replenished(String wait, boolean denied) {
      Story story =
          given(refilled(pool("p", "/", TOKENS, 100), 10, "PT1M"))
              .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
              .when(allocate("a", ADA, TOKENS, 10).waiting(wait));
      if (denied) {
        story.thenDenies(no(TOKENS, 10, 0, POOL, BUDGET_EXHAUSTED));
      } else {
        story.thenIs(Outcome.Queued.class);
      }
    }

    @Test
    @DisplayName("knows a held type only as contended, since all of it comes back")
    void heldTypes() {
      given(pool("p", "/", MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 1))
          .when(allocate("a", ADA, MEMORY, 100))
          .thenDenies(no(MEMORY, 100, 99, POOL, CONTENTION));
    }

    @Test
    @DisplayName("shows nothing available, not less, after the capacity was lowered (P6)")
    void lowered() {
      given(pool("p", "/", MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 100), set(pool("p", "/", MEMORY, 60)))
          .when(allocate("a", ADA, MEMORY, 1))
          .thenDenies(no(MEMORY, 1, 0, POOL, CONTENTION))
          .thenPool("p", 0, 100, 0);
    }
  }
}
