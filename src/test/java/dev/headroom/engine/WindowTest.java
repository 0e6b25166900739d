package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Facts.zone;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.ResourceType.TOKENS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The window of a limit")
final class WindowTest {
  private static final String ADA = "/user:ada";
  private static final String HOURLY = "/user:ada LIMIT TOKENS/PT1H";
  private static final String DAILY = "/user:ada LIMIT TOKENS/P1D";

  @Nested
  @DisplayName("begins (L2)")
  class Begins {
    @Test
    @DisplayName("where the period's boundary falls, not at first use")
    void atTheBoundary() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .at("10:50")
          .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100))
          .thenWindowEnds(HOURLY, "11:00")
          .at("10:59:59.999")
          .when(allocate("b", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, 0, HOURLY, BUDGET_EXHAUSTED))
          .at("11:00")
          .when(allocate("b", ADA, TOKENS, 100))
          .thenGrants(TOKENS, 100)
          .thenWindowEnds(HOURLY, "12:00");
    }

    @Test
    @DisplayName("at the boundary before now when windows have passed that nobody saw")
    void afterMany() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100))
          .at("2026-03-05T07:20Z")
          .thenLimit(HOURLY, 100, 0, 0)
          .thenWindowEnds(HOURLY, "2026-03-05T08:00Z")
          .when(allocate("b", ADA, TOKENS, 100))
          .thenGrants(TOKENS, 100)
          .thenWindowEnds(HOURLY, "2026-03-05T08:00Z");
    }

    @ParameterizedTest(name = "a millisecond before {0}, then at it")
    @CsvSource({
      "2026-03-29T00:00+01:00",
      "2026-03-30T00:00+02:00",
      "2026-10-25T00:00+02:00",
      "2026-10-26T00:00+01:00"
    })
    @DisplayName("at midnight in Berlin, whether the day before had 23, 24 or 25 hours")
    void inBerlin(String midnight) {
      begin()
          .when(set(zone("Europe/Berlin")))
          .and(limit(ADA, TOKENS, 100, "P1D"))
          .at(Story.time(midnight).minusMillis(1).toString())
          .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100))
          .thenWindowEnds(DAILY, midnight)
          .when(allocate("b", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, 0, DAILY, BUDGET_EXHAUSTED))
          .at(midnight)
          .when(allocate("b", ADA, TOKENS, 100))
          .thenGrants(TOKENS, 100);
    }

    @Test
    @DisplayName("in the new time zone once the one that ran when it changed has ended")
    void afterAChangeOfZone() {
      given(limit(ADA, TOKENS, 100, "P1D"))
          .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100))
          .when(set(zone("Asia/Tokyo")))
          .thenWindowEnds(DAILY, "2026-03-03T00:00Z")
          .at("2026-03-03T00:00Z")
          .when(allocate("b", ADA, TOKENS, 100))
          .thenGrants(TOKENS, 100)
          .thenWindowEnds(DAILY, "2026-03-03T15:00Z");
    }
  }

  @Nested
  @DisplayName("when it ends (L4)")
  class Ends {
    @Test
    @DisplayName("lets consumption restart at zero and reservations carry over")
    void restarts() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(
              allocate("a", ADA, TOKENS, 60).lasting("PT5H"),
              use("a", TOKENS, 25),
              allocate("b", ADA, TOKENS, 40).lasting("PT5H"),
              use("b", TOKENS, 40))
          .thenLimit(HOURLY, 100, 35, 65)
          .until("11:00")
          .thenLimit(HOURLY, 100, 35, 0)
          .thenHeadroom(ADA, TOKENS, 65);
    }

    @Test
    @DisplayName("lets a carried reservation be consumed in the new window, or come back to it")
    void carriedOver() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 60).lasting("PT5H"), use("a", TOKENS, 25))
          .at("11:30")
          .when(use("a", TOKENS, 5))
          .thenLimit(HOURLY, 100, 30, 5)
          .thenHeadroom(ADA, TOKENS, 65)
          .when(release("a"))
          .thenLimit(HOURLY, 100, 0, 5)
          .thenHeadroom(ADA, TOKENS, 95)
          .thenCounts(ADA, TOKENS, 0, 30);
    }

    @Test
    @DisplayName("forgets what went beyond it (U3)")
    void forgetsTheExcess() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 150))
          .thenHeadroom(ADA, TOKENS, -50)
          .until("11:00")
          .thenHeadroom(ADA, TOKENS, 100);
    }
  }

  @Nested
  @DisplayName("with rollover (L4)")
  class WithRollover {
    private Story story() {
      return given(rollingOver(limit(ADA, TOKENS, 100, "PT1H")));
    }

    private static Story consuming(Story story, String name, long amount) {
      return story.when(allocate(name, ADA, TOKENS, 1), use(name, TOKENS, amount), release(name));
    }

    @ParameterizedTest(name = "{0} consumed of 100: {1}")
    @CsvSource({"0, 200", "1, 199", "40, 160", "99, 101", "100, 100", "130, 100"})
    @DisplayName("adds the unused part of the amount to the next allowance")
    void addsUnused(long consumed, long allowance) {
      consuming(story(), "a", consumed)
          .at("11:00")
          .thenLimit(HOURLY, allowance, 0, 0)
          .when(allocate("b", ADA, TOKENS, allowance))
          .thenGrants(TOKENS, allowance)
          .thenLimit(HOURLY, allowance, allowance, 0);
    }

    @Test
    @DisplayName("adds nothing of what had rolled over before")
    void notTwice() {
      consuming(story(), "a", 40)
          .until("11:00")
          .thenLimit(HOURLY, 160, 0, 0)
          .when(allocate("b", ADA, TOKENS, 160), release("b"))
          .until("12:00")
          .thenLimit(HOURLY, 200, 0, 0)
          .when(allocate("c", ADA, TOKENS, 200), release("c"))
          .until("13:00")
          .thenLimit(HOURLY, 200, 0, 0);
    }

    @Test
    @DisplayName("adds one whole amount after windows in which nothing happened")
    void afterIdleWindows() {
      consuming(story(), "a", 100)
          .at("11:59:59.999")
          .thenLimit(HOURLY, 100, 0, 0)
          .at("12:00")
          .thenLimit(HOURLY, 200, 0, 0)
          .at("2026-03-09T12:34Z")
          .thenLimit(HOURLY, 200, 0, 0)
          .when(allocate("b", ADA, TOKENS, 200))
          .thenGrants(TOKENS, 200);
    }

    @Test
    @DisplayName("takes from the amount what is consumed, before it takes from what rolled over")
    void consumesTheAmountFirst() {
      consuming(story(), "a", 40).until("11:00").thenLimit(HOURLY, 160, 0, 0);
      Story story = consuming(story(), "a", 40).at("11:00");
      consuming(story, "b", 70).at("12:00").thenLimit(HOURLY, 130, 0, 0);
    }

    @Test
    @DisplayName("counts what is only reserved as unused, since it counts again in the next")
    void reservedIsUnused() {
      story()
          .when(allocate("a", ADA, TOKENS, 80).lasting("PT5H"))
          .until("11:00")
          .thenLimit(HOURLY, 200, 80, 0)
          .thenHeadroom(ADA, TOKENS, 120);
    }

    @Test
    @DisplayName("keeps what rolled over when the amount is changed (L7)")
    void changed() {
      consuming(story(), "a", 40)
          .at("11:00")
          .when(set(rollingOver(limit(ADA, TOKENS, 50, "PT1H"))))
          .thenLimit(HOURLY, 110, 0, 0)
          .when(set(limit(ADA, TOKENS, 50, "PT1H")))
          .thenLimit(HOURLY, 50, 0, 0);
    }
  }
}
