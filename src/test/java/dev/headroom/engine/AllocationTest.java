package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.cut;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_CAPACITY;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request")
final class AllocationTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";
  private static final String ADAS_TOKENS = "/user:ada LIMIT TOKENS";
  private static final String ADAS_CREDITS = "/user:ada LIMIT CREDITS";

  @Nested
  @DisplayName("as it is written (A1)")
  class Written {
    @ParameterizedTest(name = "{0} lines: {1}")
    @CsvSource({"0, false", "1, true", "8, true", "9, false"})
    @DisplayName("has 1 to 8 lines")
    void countsLines(int lines, boolean valid) {
      RequestLine[] asked =
          Collections.nCopies(lines, required(TOKENS, 1)).toArray(RequestLine[]::new);
      validOnlyIf(valid, () -> AllocationRequest.of(ScopePath.ROOT, asked));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "-1, false",
      "0, false",
      "1, true",
      "9007199254740991, true",
      "9007199254740992, false"
    })
    @DisplayName("asks for 1 to 2^53−1 of each")
    void boundsAmounts(long amount, boolean valid) {
      validOnlyIf(valid, () -> required(TOKENS, amount));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"PT0S, false", "PT0.001S, true", "P30D, true", "P30DT0.001S, false"})
    @DisplayName("lasts up to 30 days")
    void boundsLeases(Duration lease, boolean valid) {
      AllocationRequest request = AllocationRequest.of(ScopePath.ROOT, required(TOKENS, 1));
      validOnlyIf(valid, () -> request.withLease(lease));
    }

    @Test
    @DisplayName("lasts an hour and does not wait unless it says so")
    void hasDefaults() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 60))
          .thenAnswers(
              new Outcome.Granted(
                  new dev.headroom.model.AllocationId((1L << 32) + 1),
                  Story.time("11:00"),
                  lines(full(TOKENS, 60))))
          .when(allocate("b", RUN, TOKENS, 60))
          .thenIs(Outcome.Denied.class)
          .thenWaiting();
    }

    private void validOnlyIf(
        boolean valid, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
      if (valid) {
        assertThatCode(making).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(making).isInstanceOf(InvalidValueException.class);
      }
    }
  }

  @Nested
  @DisplayName("at its chain of constraints (A2)")
  class AtItsChain {
    @ParameterizedTest(name = "{0} of 100 with {1} in use: granted {2}")
    @CsvSource({
      "1, 0, true",
      "99, 0, true",
      "100, 0, true",
      "101, 0, false",
      "40, 60, true",
      "41, 60, false",
      "1, 99, true",
      "1, 100, false"
    })
    @DisplayName("fits when the amount is within the headroom")
    void fits(long amount, long inUse, boolean granted) {
      Story story = given(limit(ADA, TOKENS, 100));
      if (inUse > 0) {
        story.when(allocate("before", RUN, TOKENS, inUse)).thenGrants(TOKENS, inUse);
      }
      story.when(allocate("a", RUN, TOKENS, amount));
      if (granted) {
        story.thenGrants(TOKENS, amount).thenCounts(ADA, TOKENS, inUse + amount, 0);
      } else {
        story.thenIs(Outcome.Denied.class).thenCounts(ADA, TOKENS, inUse, 0);
      }
    }

    @ParameterizedTest(name = "limits {0}, {1}, {2} and a pool of {3}: bound by {4}, which has {5}")
    @CsvSource({
      "9, 20, 20, 20, / LIMIT TOKENS, 9",
      "20, 9, 20, 20, /user:ada LIMIT TOKENS, 9",
      "20, 20, 9, 20, /user:ada/run:r1 LIMIT TOKENS, 9",
      "20, 20, 20, 9, / POOL p, 9",
      "9, 8, 7, 6, / POOL p, 6",
      "6, 7, 8, 9, / LIMIT TOKENS, 6",
      "0, 20, 20, 20, / LIMIT TOKENS, 0"
    })
    @DisplayName(
        "meets every limit from the root to its end and the pool, and is bound by the least")
    void meetsAll(long root, long ada, long run, long stock, String binding, long headroom) {
      given(limit("/", TOKENS, root), limit(ADA, TOKENS, ada), limit(RUN, TOKENS, run))
          .and(pool("p", "/", TOKENS, stock))
          .when(allocate("a", RUN, TOKENS, 10))
          .thenDenies(
              no(
                  TOKENS,
                  10,
                  headroom,
                  binding,
                  root < 10 || ada < 10 || run < 10 ? EXCEEDS_LIMIT : EXCEEDS_CAPACITY))
          .thenCounts("/", TOKENS, 0, 0)
          .thenPool("p", stock, 0, 0);
    }

    @Test
    @DisplayName("meets neither limits of other types and other users nor those below its end")
    void meetsNoOthers() {
      given(
              limit("/", CREDITS, 0),
              limit("/user:bob", TOKENS, 0),
              limit("/user:adam", TOKENS, 0),
              limit("/user:ada/run:r1", TOKENS, 0))
          .when(allocate("a", ADA, TOKENS, Amount.MAX))
          .thenGrants(TOKENS, Amount.MAX);
    }

    @Test
    @DisplayName("counts at every scope of its path and nowhere else")
    void countsAtEveryScope() {
      begin()
          .when(
              allocate("b", "/user:bob", TOKENS, 5),
              allocate("a", "/user:ada/run:r1/step:2", TOKENS, 10),
              use("a", TOKENS, 4))
          .thenCounts("/", TOKENS, 11, 4)
          .thenCounts("/user:ada", TOKENS, 6, 4)
          .thenCounts("/user:ada/run:r1", TOKENS, 6, 4)
          .thenCounts("/user:ada/run:r1/step:2", TOKENS, 6, 4)
          .thenCounts("/user:bob", TOKENS, 5, 0);
    }
  }

  @Nested
  @DisplayName("of several lines (A3)")
  class OfSeveralLines {
    @Test
    @DisplayName("reserves nothing when one required line does not fit, and says why for each")
    void allOrNothing() {
      given(limit(ADA, TOKENS, 100), limit(ADA, CREDITS, 5), limit(ADA, MEMORY, 7))
          .when(
              allocate("a", RUN, required(TOKENS, 100), required(CREDITS, 6), required(MEMORY, 8)))
          .thenDenies(
              no(CREDITS, 6, 5, ADAS_CREDITS, EXCEEDS_LIMIT),
              no(MEMORY, 8, 7, "/user:ada LIMIT MEMORY", EXCEEDS_LIMIT))
          .thenCounts("/", TOKENS, 0, 0)
          .thenCounts("/", CREDITS, 0, 0)
          .thenLive();
    }

    @Test
    @DisplayName("leaves out an optional line that does not fit, and says what bound it")
    void leavesOut() {
      given(limit(ADA, TOKENS, 100), limit(ADA, CREDITS, 5))
          .when(allocate("a", RUN, required(TOKENS, 100), optional(CREDITS, 6)))
          .thenGrantsPart(lines(full(TOKENS, 100)), no(CREDITS, 6, 5, ADAS_CREDITS, EXCEEDS_LIMIT))
          .thenCounts(ADA, TOKENS, 100, 0)
          .thenCounts(ADA, CREDITS, 0, 0);
    }

    @Test
    @DisplayName("is granted, not partial, when its optional lines fit too")
    void grantsOptional() {
      given(limit(ADA, TOKENS, 100), limit(ADA, CREDITS, 5))
          .when(allocate("a", RUN, required(TOKENS, 100), optional(CREDITS, 5)))
          .thenGrants(full(TOKENS, 100), full(CREDITS, 5));
    }

    @ParameterizedTest(name = "minimum {0}: {1}")
    @CsvSource({"1, 40", "39, 40", "40, 40", "41, 0", "70, 0"})
    @DisplayName("cuts an optional line to the 40 that fit of 70 if that is at least its minimum")
    void cutsToWhatFits(long minimum, long granted) {
      Story story =
          given(limit(ADA, TOKENS, 100))
              .when(allocate("before", RUN, TOKENS, 60))
              .when(
                  allocate("a", RUN, required(CREDITS, 1), optional(TOKENS, 70).atLeast(minimum)));
      story
          .thenGrantsPart(
              granted == 0
                  ? lines(full(CREDITS, 1))
                  : lines(full(CREDITS, 1), cut(TOKENS, 70, granted)),
              no(TOKENS, 70, 40, ADAS_TOKENS, CONTENTION))
          .thenCounts(ADA, TOKENS, 60 + granted, 0);
    }

    @ParameterizedTest(name = "{0} credits and {1} bytes to be had: {2} {3}")
    @CsvSource({"5, 9, CREDITS, 5", "6, 9, CREDITS, 5", "4, 9, MEMORY, 9", "0, 10, MEMORY, 9"})
    @DisplayName("tries an optional line's alternatives in order, each whole")
    void triesAlternatives(
        long credits, long bytes, dev.headroom.model.ResourceType type, long amount) {
      given(limit(ADA, TOKENS, 10), limit(ADA, CREDITS, credits), limit(ADA, MEMORY, bytes))
          .when(allocate("a", RUN, optional(TOKENS, 11).orElse(CREDITS, 5).orElse(MEMORY, 9)))
          .thenGrantsPart(lines(full(type, amount)), no(TOKENS, 11, 10, ADAS_TOKENS, EXCEEDS_LIMIT))
          .thenCounts(ADA, TOKENS, 0, 0)
          .thenCounts(ADA, type, amount, 0);
    }

    @Test
    @DisplayName("leaves a line out when none of its alternatives fits either")
    void runsOutOfAlternatives() {
      given(limit(ADA, TOKENS, 10), limit(ADA, CREDITS, 4))
          .when(allocate("a", RUN, required(MEMORY, 1), optional(TOKENS, 11).orElse(CREDITS, 5)))
          .thenGrantsPart(lines(full(MEMORY, 1)), no(TOKENS, 11, 10, ADAS_TOKENS, EXCEEDS_LIMIT));
    }

    @Test
    @DisplayName("prefers the cut to an alternative where the minimum is met")
    void prefersTheCut() {
      given(limit(ADA, TOKENS, 10))
          .when(allocate("a", RUN, optional(TOKENS, 11).atLeast(10).orElse(CREDITS, 5)))
          .thenGrantsPart(
              lines(cut(TOKENS, 11, 10)), no(TOKENS, 11, 10, ADAS_TOKENS, EXCEEDS_LIMIT));
    }

    @Test
    @DisplayName("is denied when it has optional lines only and none of them can be had")
    void deniesNothing() {
      given(limit(ADA, TOKENS, 10))
          .when(allocate("a", RUN, optional(TOKENS, 11)))
          .thenDenies(no(TOKENS, 11, 10, ADAS_TOKENS, EXCEEDS_LIMIT))
          .thenLive();
    }

    @Test
    @DisplayName("serves its required lines before its optional ones")
    void servesRequiredFirst() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, optional(TOKENS, 60).atLeast(1), required(TOKENS, 60)))
          .thenCounts(ADA, TOKENS, 100, 0)
          .then(story ->
              assertThat(story.answer())
                  .isInstanceOfSatisfying(
                      Outcome.Partial.class,
                      partial ->
                          assertThat(partial.lines())
                              .containsExactlyInAnyOrder(full(TOKENS, 60), cut(TOKENS, 60, 40))));
    }

    @ParameterizedTest(name = "60 and {0}")
    @ValueSource(longs = {40, 1})
    @DisplayName("adds up two lines of one type that fit together")
    void addsUpOneType(long second) {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, required(TOKENS, 60), required(TOKENS, second)))
          .thenGrants(full(TOKENS, 60), full(TOKENS, second))
          .thenCounts(ADA, TOKENS, 60 + second, 0);
    }

    @Test
    @DisplayName("is denied when two lines of one type fit only one at a time")
    void addsUpTooMuch() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, required(TOKENS, 60), required(TOKENS, 41)))
          .thenDenies(no(TOKENS, 41, 40, ADAS_TOKENS, EXCEEDS_LIMIT))
          .thenCounts(ADA, TOKENS, 0, 0);
    }

    @Test
    @DisplayName("returns everything of two lines of one type by one release (A7)")
    void releasesBoth() {
      given(limit(ADA, TOKENS, 100))
          .when(
              allocate("a", RUN, required(TOKENS, 60), required(TOKENS, 40)),
              release("a"),
              allocate("b", RUN, TOKENS, 100))
          .thenGrants(TOKENS, 100);
    }
  }
}
