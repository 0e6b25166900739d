package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.priced;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Usage of an allocation that has ended (U4)")
final class LateUsageTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";
  private static final String LIMIT = "/user:ada LIMIT TOKENS";

  private static Outcome.Used used(long consumed, boolean exhausted) {
    return new Outcome.Used(consumed, 0, exhausted, Money.ZERO);
  }

  /// Ended at 10:00 with 20 of 60 tokens used.
  private static Story ended() {
    return given(limit(ADA, TOKENS, 100))
        .and(pool("p", "/", TOKENS, 200))
        .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 20), release("a"));
  }

  @Nested
  @DisplayName("is accepted")
  class IsAccepted {
    @ParameterizedTest(name = "at {0}")
    @CsvSource({"10:00", "10:09:59.999", "10:10"})
    @DisplayName("for ten minutes and counted as consumed at every scope of the path and the pool")
    void forTenMinutes(String time) {
      ended()
          .at(time)
          .when(use("a", TOKENS, 30))
          .thenAnswers(used(50, true))
          .thenCounts(RUN, TOKENS, 0, 50)
          .thenCounts(ADA, TOKENS, 0, 50)
          .thenCounts("/", TOKENS, 0, 50)
          .thenLimit(LIMIT, 100, 0, 50)
          .thenPool("p", 150, 0, 50);
    }

    @ParameterizedTest(name = "at {0}")
    @CsvSource({"10:10:00.001", "11:00", "2026-04-01T00:00Z"})
    @DisplayName("no longer after that")
    void laterRefused(String time) {
      ended()
          .at(time)
          .when(use("a", TOKENS, 1))
          .then(story -> story.thenRefuses(new Refusal.TooLate(story.allocation("a"))));
    }

    @Test
    @DisplayName("after expiry, counted from the expiry")
    void afterExpiry() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 60).lasting("PT5M"))
          .at("10:15")
          .when(use("a", TOKENS, 60))
          .thenAnswers(used(60, true))
          .thenLimit(LIMIT, 100, 0, 60)
          .at("10:15:00.001")
          .when(use("a", TOKENS, 1))
          .then(story -> story.thenRefuses(new Refusal.TooLate(story.allocation("a"))));
    }

    @Test
    @DisplayName("beyond what any limit or pool has left, since it has happened (U3)")
    void beyondEverything() {
      ended()
          .when(use("a", TOKENS, 500))
          .thenAnswers(used(520, true))
          .thenHeadroom(ADA, TOKENS, -420)
          .thenPool("p", -320, 0, 520);
    }

    @Test
    @DisplayName("record by record, and told as exhausted once")
    void adds() {
      ended()
          .when(use("a", TOKENS, 0))
          .thenAnswers(used(20, false))
          .thenTellsTimes(0, Event.Exhausted.class)
          .when(use("a", TOKENS, 1))
          .then(story ->
              story.thenTellsAmongOthers(
                  new Event.Used(
                      ScopePath.of(RUN), story.allocation("a"), TOKENS, 1, 1, Money.ZERO, ""),
                  new Event.Exhausted(ScopePath.of(RUN), story.allocation("a"), TOKENS)))
          .when(use("a", TOKENS, 2))
          .thenAnswers(used(23, true))
          .thenTellsTimes(0, Event.Exhausted.class)
          .thenCounts("/", TOKENS, 0, 23);
    }

    @Test
    @DisplayName("not told as exhausted again where it was before the end")
    void exhaustedBefore() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 61), release("a"))
          .when(use("a", TOKENS, 1))
          .thenAnswers(used(62, true))
          .thenTellsTimes(0, Event.Exhausted.class);
    }

    @Test
    @DisplayName("of a type that it never had, drawing from the pool that serves the scope now")
    void anotherType() {
      ended()
          .and(priced(pool("calls", ADA, API_CALLS, 10), "0.5"))
          .when(use("a", API_CALLS, 3))
          .thenAnswers(new Outcome.Used(3, 0, true, new Money(1_500_000)))
          .thenPool("calls", 7, 0, 3)
          .when(use("a", API_CALLS, 1))
          .thenAnswers(new Outcome.Used(4, 0, true, new Money(500_000)))
          .thenTellsTimes(0, Event.Exhausted.class)
          .thenCounts(RUN, API_CALLS, 0, 4);
    }

    @Test
    @DisplayName(
        "of a held type as a sample that is told and counts nowhere, since nothing is in use")
    void heldType() {
      given(limit(ADA, MEMORY, 100))
          .and(pool("m", "/", MEMORY, 100))
          .when(allocate("a", RUN, MEMORY, 60), use("a", MEMORY, 40), release("a"))
          .when(use("a", MEMORY, 50))
          .thenAnswers(used(50, true))
          .then(story ->
              story.thenTells(
                  new Event.Used(
                      ScopePath.of(RUN), story.allocation("a"), MEMORY, 50, 50, Money.ZERO, ""),
                  new Event.Exhausted(ScopePath.of(RUN), story.allocation("a"), MEMORY)))
          .thenCounts(RUN, MEMORY, 0, 40)
          .thenPool("m", 100, 0, 0);
    }

    @Test
    @DisplayName("under the same request id once (A5)")
    void once() {
      ended()
          .when(use("a", TOKENS, 30).under("late"), use("a", TOKENS, 30).under("late"))
          .thenAnswers(used(50, true))
          .thenCounts("/", TOKENS, 0, 50);
    }
  }

  @Nested
  @DisplayName("draws from")
  class DrawsFrom {
    @Test
    @DisplayName("the pool that served it, whatever serves its scope now")
    void itsPool() {
      ended()
          .and(pool("nearer", ADA, TOKENS, 50))
          .when(use("a", TOKENS, 30))
          .thenPool("p", 150, 0, 50)
          .thenPool("nearer", 50, 0, 0);
    }

    @Test
    @DisplayName("no pool where that one was removed")
    void removedPool() {
      ended()
          .and(pool("nearer", ADA, TOKENS, 50))
          .when(removePool("p"), use("a", TOKENS, 30))
          .thenAnswers(used(50, true))
          .thenPool("nearer", 50, 0, 0)
          .thenCounts("/", TOKENS, 0, 50);
    }
  }

  @Nested
  @DisplayName("where the scope was closed")
  class WhereTheScopeWasClosed {
    @Test
    @DisplayName("counts at the nearest scope above that exists")
    void nearest() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 20), close(RUN))
          .when(use("a", TOKENS, 30))
          .thenAnswers(used(50, true))
          .thenCounts(RUN, TOKENS, 0, 0)
          .thenCounts(ADA, TOKENS, 0, 50)
          .thenLimit(LIMIT, 100, 0, 50)
          .when(close(ADA), use("a", TOKENS, 1))
          .thenAnswers(used(51, true))
          .thenCounts("/", TOKENS, 0, 51);
    }

    @Test
    @DisplayName("counts at its path again where that came into being again")
    void again() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), close(RUN), allocate("b", RUN, TOKENS, 10))
          .when(use("a", TOKENS, 30))
          .thenCounts(RUN, TOKENS, 10, 30);
    }
  }

  @Nested
  @DisplayName("is refused and changes nothing")
  class IsRefused {
    @Test
    @DisplayName("where it would overflow a counter (S6)")
    void overflow() {
      ended().when(use("a", TOKENS, Amount.MAX - 19)).thenRefusesAsInvalid("/consumed", "S6");
      ended().when(use("a", TOKENS, Amount.MAX - 20)).thenIs(Outcome.Used.class);
    }

    @Test
    @DisplayName("where no such allocation ever was")
    void unknown() {
      AllocationId never = new AllocationId((1L << 32) + 77);
      ended()
          .when((_, id) -> new Command.RecordUsage(id, UsageRecord.of(never, TOKENS, 1)))
          .thenRefuses(new Refusal.UnknownAllocation(never));
      AllocationId notYet = new AllocationId((9L << 32) + 1);
      ended()
          .when((_, id) -> new Command.RecordUsage(id, UsageRecord.of(notYet, TOKENS, 1)))
          .thenRefuses(new Refusal.UnknownAllocation(notYet));
    }

    @Test
    @DisplayName("where it waited and was never granted")
    void neverGranted() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 100))
          .when(allocate("w", RUN, TOKENS, 10).waiting("PT1M"), release("w"))
          .when(use("w", TOKENS, 1))
          .then(story -> story.thenRefuses(new Refusal.TooLate(story.allocation("w"))));
    }

    @Test
    @DisplayName("once half of what is remembered has ended since, and not before")
    void forgottenByCount() {
      Story story = Story.remembering(64);
      for (int ended = 0; ended < 64; ended++) {
        story.when(allocate("a" + ended, RUN, TOKENS, 1), release("a" + ended));
      }
      story
          .when(use("a0", TOKENS, 1))
          .thenAnswers(used(1, true))
          .when(allocate("last", RUN, TOKENS, 1), release("last"))
          .when(use("a31", TOKENS, 1))
          .thenRefuses(new Refusal.TooLate(story.allocation("a31")))
          .when(use("a32", TOKENS, 1))
          .thenAnswers(used(1, true));
    }

    @Test
    @DisplayName("not even when generations change in the minute of the end")
    void forgottenByAge() {
      Story story = Story.remembering(64);
      for (int ended = 0; ended < 32; ended++) {
        story.when(allocate("a" + ended, RUN, TOKENS, 1), release("a" + ended));
      }
      story
          .when(allocate("b", RUN, TOKENS, 1), release("b"))
          .at("10:10")
          .when(allocate("c", RUN, TOKENS, 1), release("c"))
          .when(use("a31", TOKENS, 1))
          .thenAnswers(used(1, true))
          .at("10:10:00.001")
          .when(allocate("d", RUN, TOKENS, 1), release("d"))
          .when(use("b", TOKENS, 1))
          .thenRefuses(new Refusal.TooLate(story.allocation("b")))
          .when(use("c", TOKENS, 1))
          .thenAnswers(used(1, true));
    }
  }

  @Test
  @DisplayName("is part of the state: a replay ends up the same, byte for byte (D2)")
  void replays() {
    Story story = ended().when(use("a", TOKENS, 30), use("a", API_CALLS, 2));
    org.assertj.core.api.Assertions.assertThat(story.canonicalReplayed())
        .isEqualTo(story.canonical());
  }
}
