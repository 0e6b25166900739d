package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.costing;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.priced;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Amount;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Usage")
final class UsageTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";

  private static Outcome.Used used(long consumed, long remaining, boolean exhausted) {
    return new Outcome.Used(consumed, remaining, exhausted, Money.ZERO);
  }

  @Nested
  @DisplayName("of a spent type (U2)")
  class OfASpentType {
    @ParameterizedTest(name = "{0} of 60")
    @CsvSource({"0", "1", "59", "60"})
    @DisplayName("moves from reserved to consumed in the allocation, its path and the pool")
    void moves(long amount) {
      given(limit(ADA, TOKENS, 100))
          .and(pool("p", "/", TOKENS, 200))
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, amount))
          .thenAnswers(used(amount, 60 - amount, false))
          .thenCounts(RUN, TOKENS, 60 - amount, amount)
          .thenCounts(ADA, TOKENS, 60 - amount, amount)
          .thenCounts("/", TOKENS, 60 - amount, amount)
          .thenLimit("/user:ada LIMIT TOKENS", 100, 60 - amount, amount)
          .thenHeadroom(ADA, TOKENS, 40)
          .thenPool("p", 140, 60 - amount, amount);
    }

    @Test
    @DisplayName("adds up record by record, each the amount since the last (U1)")
    void addsUp() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 20))
          .thenAnswers(used(20, 40, false))
          .when(use("a", TOKENS, 20))
          .thenAnswers(used(40, 20, false))
          .when(use("a", TOKENS, 20))
          .thenAnswers(used(60, 0, false))
          .thenCounts("/", TOKENS, 0, 60);
    }

    @Test
    @DisplayName("begins at zero in an allocation that takes the place of one that ended")
    void beginsAtZero() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 70), release("a"))
          .when(allocate("b", RUN, TOKENS, 60), use("b", TOKENS, 60))
          .thenAnswers(used(60, 0, false))
          .when(use("b", TOKENS, 1))
          .thenTellsTimes(1, Event.Exhausted.class);
    }

    @Test
    @DisplayName("is taken from all lines of its type together")
    void twoLinesOfOneType() {
      begin()
          .when(allocate("a", RUN, required(TOKENS, 40), required(TOKENS, 20)))
          .when(use("a", TOKENS, 60))
          .thenAnswers(used(60, 0, false))
          .thenTellsTimes(0, Event.Exhausted.class)
          .thenCounts("/", TOKENS, 0, 60);
    }

    @Test
    @DisplayName("is told with what it cost and under which category (U1)")
    void told() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), costing("a", TOKENS, 20, "0.000123"))
          .thenAnswers(new Outcome.Used(20, 40, false, new Money(123)))
          .then(story ->
              story.thenTells(
                  new Event.Used(
                      ScopePath.of(RUN),
                      story.allocation("a"),
                      TOKENS,
                      20,
                      0,
                      new Money(123),
                      "model-x")));
    }

    @Test
    @DisplayName("costs the pool's price where the record names no cost, exactly (S5)")
    void costsThePrice() {
      given(priced(pool("p", "/", TOKENS, 100), "0.000003"))
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 7))
          .thenAnswers(new Outcome.Used(7, 53, false, new Money(21)))
          .when(costing("a", TOKENS, 7, "1.5"))
          .thenAnswers(new Outcome.Used(14, 46, false, new Money(1_500_000)));
    }

    @Test
    @DisplayName("whose cost no number can hold is refused as invalid (S6)")
    void costOverflows() {
      given(priced(pool("p", "/", TOKENS, Amount.MAX), "9223372036854.775807"))
          .when(allocate("a", RUN, TOKENS, 2), use("a", TOKENS, 2))
          .thenRefusesAsInvalid("/consumed", "overflow")
          .when(use("a", TOKENS, 1))
          .thenAnswers(new Outcome.Used(1, 1, false, new Money(Long.MAX_VALUE)));
    }
  }

  @Nested
  @DisplayName("beyond the reservation (U3)")
  class Beyond {
    @ParameterizedTest(name = "{0} of 60: {1} beyond")
    @CsvSource({"61, 1", "100, 40", "101, 41", "250, 190"})
    @DisplayName("is recorded all the same, everywhere, and the caller told to stop")
    void isRecorded(long amount, long beyond) {
      given(limit(ADA, TOKENS, 100))
          .and(pool("p", "/", TOKENS, 200))
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, amount))
          .thenAnswers(used(amount, 0, true))
          .then(story ->
              story.thenTellsAmongOthers(
                  new Event.Used(
                      ScopePath.of(RUN),
                      story.allocation("a"),
                      TOKENS,
                      amount,
                      beyond,
                      Money.ZERO,
                      ""),
                  new Event.Exhausted(ScopePath.of(RUN), story.allocation("a"), TOKENS)))
          .thenCounts(RUN, TOKENS, 0, amount)
          .thenCounts("/", TOKENS, 0, amount)
          .thenHeadroom(ADA, TOKENS, 100 - amount)
          .thenPool("p", 200 - amount, 0, amount);
    }

    @Test
    @DisplayName("is said to have exhausted the allocation once per type")
    void toldOnce() {
      begin()
          .when(allocate("a", RUN, required(TOKENS, 60), required(CREDITS, 5)))
          .when(use("a", TOKENS, 61))
          .thenTellsTimes(1, Event.Exhausted.class)
          .when(use("a", TOKENS, 1))
          .thenAnswers(used(62, 0, true))
          .thenTellsTimes(0, Event.Exhausted.class)
          .when(use("a", CREDITS, 6))
          .thenTellsTimes(1, Event.Exhausted.class)
          .when(resize("a", TOKENS, 70), use("a", TOKENS, 9))
          .thenTellsTimes(0, Event.Exhausted.class);
    }

    @Test
    @DisplayName("stops the caller until the reservation is larger again (A7)")
    void goesOnAfterAResize() {
      begin()
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 70))
          .thenAnswers(used(70, 0, true))
          .when(resize("a", TOKENS, 100))
          .thenAnswers(new Outcome.ResizedTo(30))
          .when(use("a", TOKENS, 10))
          .thenAnswers(used(80, 20, false))
          .when(use("a", TOKENS, 21))
          .thenAnswers(used(101, 0, true));
    }

    @Test
    @DisplayName("takes a pool below zero, which owes it to the next replenishment")
    void owes() {
      given(refilled(pool("p", "/", TOKENS, 100), 10, "PT1M"))
          .when(allocate("a", RUN, TOKENS, 100), use("a", TOKENS, 125))
          .thenPool("p", -25, 0, 125)
          .when(allocate("b", RUN, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, -25, "/ POOL p", BUDGET_EXHAUSTED))
          .until("10:02:30")
          .thenPool("p", 0, 0, 125)
          .until("10:02:36")
          .thenPool("p", 1, 0, 125)
          .when(allocate("b", RUN, TOKENS, 1))
          .thenGrants(TOKENS, 1);
    }

    @Test
    @DisplayName("is not given back when the allocation ends")
    void staysConsumed() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", RUN, TOKENS, 60), use("a", TOKENS, 80), release("a"))
          .thenCounts(ADA, TOKENS, 0, 80)
          .thenHeadroom(ADA, TOKENS, 20);
    }

    @Test
    @DisplayName("is all there is where the type was never reserved")
    void neverReserved() {
      given(limit(ADA, API_CALLS, 10))
          .and(pool("p", "/", API_CALLS, 20))
          .when(allocate("a", RUN, TOKENS, 60), use("a", API_CALLS, 3))
          .thenAnswers(used(3, 0, true))
          .thenTellsTimes(1, Event.Exhausted.class)
          .thenCounts(ADA, API_CALLS, 0, 3)
          .thenHeadroom(ADA, API_CALLS, 7)
          .thenPool("p", 17, 0, 3)
          .when(release("a"))
          .thenCounts(ADA, API_CALLS, 0, 3)
          .thenPool("p", 17, 0, 3);
    }
  }

  @Nested
  @DisplayName("of a held type (U2)")
  class OfAHeldType {
    @ParameterizedTest(name = "{0} of 60: {1} remaining")
    @CsvSource({"0, 60", "1, 59", "60, 0"})
    @DisplayName("is a sample that changes no reservation")
    void samples(long sample, long remaining) {
      given(limit(ADA, MEMORY, 100))
          .and(pool("p", "/", MEMORY, 200))
          .when(allocate("a", RUN, MEMORY, 60), use("a", MEMORY, sample))
          .thenAnswers(used(sample, remaining, false))
          .thenHeadroom(ADA, MEMORY, 40)
          .thenCounts(ADA, MEMORY, 60, sample)
          .thenPool("p", 140, 60, 0);
    }

    @Test
    @DisplayName("follows what is in use, up and down, and feeds the peak")
    void followsUse() {
      begin()
          .when(allocate("a", RUN, MEMORY, 60), allocate("b", RUN, MEMORY, 60))
          .when(use("a", MEMORY, 50), use("b", MEMORY, 20), use("a", MEMORY, 10))
          .thenAnswers(used(10, 50, false))
          .thenCounts(RUN, MEMORY, 120, 70)
          .when(use("b", MEMORY, 61))
          .thenCounts(RUN, MEMORY, 120, 71)
          .when(release("b"), use("a", MEMORY, 55))
          .thenCounts(RUN, MEMORY, 60, 71);
    }

    @Test
    @DisplayName("beyond the reservation exhausts it for as long as it is so, and reserves no more")
    void beyond() {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("a", RUN, MEMORY, 60), use("a", MEMORY, 61))
          .thenAnswers(used(61, 0, true))
          .thenTellsTimes(1, Event.Exhausted.class)
          .thenHeadroom(ADA, MEMORY, 40)
          .when(use("a", MEMORY, 60))
          .thenAnswers(used(60, 0, false))
          .when(use("a", MEMORY, 62))
          .thenAnswers(used(62, 0, true))
          .thenTellsTimes(0, Event.Exhausted.class);
    }
  }

  @Nested
  @DisplayName("near the end of all counters (S6)")
  class NearTheEnd {
    @Test
    @DisplayName("within the reservation always fits, since it only moves")
    void withinTheReservation() {
      begin()
          .when(allocate("a", RUN, TOKENS, Amount.MAX), use("a", TOKENS, Amount.MAX))
          .thenAnswers(used(Amount.MAX, 0, false))
          .thenCounts("/", TOKENS, 0, Amount.MAX);
    }

    @Test
    @DisplayName("beyond the reservation is refused as invalid where it would overflow")
    void beyond() {
      begin()
          .when(allocate("a", RUN, TOKENS, Amount.MAX - 1), use("a", TOKENS, Amount.MAX))
          .thenAnswers(used(Amount.MAX, 0, true))
          .when(use("a", TOKENS, 1))
          .thenRefusesAsInvalid("/consumed", "overflow");
    }

    @Test
    @DisplayName("of a held type is refused only where all samples together would overflow")
    void samples() {
      begin()
          .when(allocate("a", RUN, MEMORY, Amount.MAX - 1), allocate("b", RUN, MEMORY, 1))
          .when(use("a", MEMORY, Amount.MAX))
          .thenAnswers(used(Amount.MAX, 0, true))
          .when(use("b", MEMORY, 1))
          .thenRefusesAsInvalid("/consumed", "overflow")
          .when(use("a", MEMORY, Amount.MAX - 1), use("b", MEMORY, 1))
          .thenAnswers(used(1, 0, false));
    }
  }
}
