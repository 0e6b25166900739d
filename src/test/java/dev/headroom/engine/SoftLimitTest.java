package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.unlimit;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.charged;
import static dev.headroom.engine.Facts.flagged;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.refused;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.GrantedLine.Flag.GRACE;
import static dev.headroom.model.GrantedLine.Flag.OVERAGE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Amount;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A soft limit (L6)")
final class SoftLimitTest {
  private static final String ADA = "/user:ada";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";
  private static final Limit REFUSED = refused(limit(ADA, TOKENS, 100), "PT5M");
  private static final Limit CHARGED = charged(limit(ADA, TOKENS, 100), "PT5M", "1.5");

  private static Standing until(String time) {
    return new Standing.Grace(Story.time(time));
  }

  private static Event.Body changed(Standing standing, long used) {
    return changed(TOKENS, standing, used, 100);
  }

  private static Event.Body changed(
      ResourceType type, Standing standing, long used, long allowance) {
    return new Event.StandingChanged(
        ScopePath.of(ADA),
        Facts.constraint("/user:ada LIMIT " + type),
        type,
        standing,
        used,
        allowance);
  }

  @Nested
  @DisplayName("below its allowance")
  class Below {
    @Test
    @DisplayName("grants up to the allowance itself without a flag")
    void unflagged() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 100))
          .thenGrants(full(TOKENS, 100))
          .thenStands(AT_ADA, Standing.WITHIN)
          .thenTellsTimes(0, Event.StandingChanged.class);
    }

    @Test
    @DisplayName("has as much headroom as can be said, since it would begin its grace")
    void headroom() {
      given(REFUSED).thenHeadroom(ADA, TOKENS, Amount.MAX);
    }
  }

  @Nested
  @DisplayName("when use first exceeds its allowance")
  class WhenExceeded {
    @Test
    @DisplayName("begins its grace, tells, and grants and flags whatever is asked until it ends")
    void grace() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 60))
          .at("10:01")
          .when(allocate("b", ADA, TOKENS, 41))
          .thenGrants(flagged(TOKENS, 41, GRACE))
          .thenTellsAmongOthers(changed(until("10:06"), 101))
          .thenStands(AT_ADA, until("10:06"))
          .at("10:05:59.999")
          .when(allocate("c", ADA, TOKENS, 1_000))
          .thenGrants(flagged(TOKENS, 1_000, GRACE))
          .thenTellsTimes(0, Event.StandingChanged.class)
          .thenStands(AT_ADA, until("10:06"));
    }

    @Test
    @DisplayName("by usage beyond a reservation, begins its grace too (U3)")
    void byUsage() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 101))
          .thenTellsAmongOthers(changed(until("10:05"), 101))
          .thenStands(AT_ADA, until("10:05"));
    }

    @Test
    @DisplayName("by being lowered, begins its grace too (L7)")
    void byLowering() {
      given(refused(limit(ADA, TOKENS, 200), "PT5M"))
          .when(allocate("a", ADA, TOKENS, 150))
          .at("10:01")
          .when(set(REFUSED))
          .thenTellsAmongOthers(changed(until("10:06"), 150));
    }

    @Test
    @DisplayName("by becoming soft while it is exceeded, begins its grace too")
    void byBecomingSoft() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 150))
          .when(allocate("b", ADA, TOKENS, 1))
          .thenIs(Outcome.Denied.class)
          .when(set(REFUSED), allocate("b", ADA, TOKENS, 1))
          .thenGrants(flagged(TOKENS, 1, GRACE));
    }

    @Test
    @DisplayName("flags the lines of one request from the one on that exceeds it")
    void lineByLine() {
      given(REFUSED)
          .when(
              allocate(
                  "a",
                  ADA,
                  RequestLine.required(TOKENS, 100),
                  RequestLine.required(MEMORY, 7),
                  RequestLine.required(TOKENS, 1)))
          .thenGrants(full(TOKENS, 100), full(MEMORY, 7), flagged(TOKENS, 1, GRACE));
    }

    @Test
    @DisplayName("flags what an allocation grows by (A7)")
    void resized() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 100), resize("a", TOKENS, 101))
          .thenAnswers(new Outcome.ResizedTo(101, List.of(GRACE)))
          .when(resize("a", TOKENS, 100))
          .thenAnswers(new Outcome.ResizedTo(100))
          .thenTellsAmongOthers(changed(Standing.WITHIN, 100));
    }

    @Test
    @DisplayName("without a grace, is beyond it at once")
    void withoutGrace() {
      given(charged(limit(ADA, TOKENS, 100), "PT0S", "2"))
          .when(allocate("a", ADA, TOKENS, 101))
          .thenGrants(flagged(TOKENS, 101, OVERAGE))
          .thenTellsAmongOthers(changed(Standing.OVERAGE, 101));
      given(refused(limit(ADA, TOKENS, 100), "PT0S"))
          .thenHeadroom(ADA, TOKENS, 100)
          .when(allocate("a", ADA, TOKENS, 101))
          .thenDenies(no(TOKENS, 101, 100, AT_ADA, EXCEEDS_LIMIT));
    }

    @Test
    @DisplayName("of a held type, counts what is reserved (L3)")
    void held() {
      given(refused(limit(ADA, MEMORY, 100), "PT5M"))
          .when(allocate("a", ADA, MEMORY, 101))
          .thenGrants(flagged(MEMORY, 101, GRACE))
          .thenTellsAmongOthers(changed(MEMORY, until("10:05"), 101, 100));
    }
  }

  @Nested
  @DisplayName("that refuses overage")
  class ThatRefuses {
    @Test
    @DisplayName("grants nothing from the instant on at which the grace ends, which is told")
    void refuses() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150))
          .until("10:05")
          .thenTells(changed(Standing.OVERAGE, 150))
          .thenStands(AT_ADA, Standing.OVERAGE)
          .thenHeadroom(ADA, TOKENS, -50)
          .when(allocate("b", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, -50, AT_ADA, CONTENTION));
    }

    @Test
    @DisplayName("says that the budget is exhausted where not even releases would help")
    void exhausted() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150), use("a", TOKENS, 101))
          .at("10:05")
          .when(allocate("b", ADA, TOKENS, 1))
          .thenDenies(no(TOKENS, 1, -50, AT_ADA, BUDGET_EXHAUSTED));
    }

    @Test
    @DisplayName("says CONTENTION where releases would let the grace begin anew")
    void contended() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150), use("a", TOKENS, 100))
          .at("10:05")
          .when(allocate("b", ADA, TOKENS, 500).waiting("PT1H"))
          .thenQueues(AT_ADA, 1, "11:05")
          .at("10:06")
          .when(release("a"))
          .thenTellsAmongOthers(changed(Standing.WITHIN, 100), changed(until("10:11"), 600))
          .thenWasGranted("b", "10:06");
    }
  }

  @Nested
  @DisplayName("that charges overage")
  class ThatCharges {
    @Test
    @DisplayName("grants and flags after the grace whatever is asked")
    void grants() {
      given(CHARGED)
          .when(allocate("a", ADA, TOKENS, 150))
          .thenGrants(flagged(TOKENS, 150, GRACE))
          .at("10:05")
          .when(allocate("b", ADA, TOKENS, 1))
          .thenGrants(flagged(TOKENS, 1, OVERAGE));
    }

    @Test
    @DisplayName("grants up to its cap and nothing beyond, in the grace too")
    void capped() {
      given(charged(limit(ADA, TOKENS, 100), "PT5M", "1.5", 20))
          .thenHeadroom(ADA, TOKENS, 120)
          .when(allocate("a", ADA, TOKENS, 121))
          .thenDenies(no(TOKENS, 121, 120, AT_ADA, EXCEEDS_LIMIT))
          .when(allocate("a", ADA, TOKENS, 110))
          .thenGrants(flagged(TOKENS, 110, GRACE))
          .when(allocate("b", ADA, TOKENS, 11))
          .thenDenies(no(TOKENS, 11, 10, AT_ADA, CONTENTION))
          .at("10:05")
          .when(allocate("b", ADA, TOKENS, 10))
          .thenGrants(flagged(TOKENS, 10, OVERAGE))
          .thenHeadroom(ADA, TOKENS, 0)
          .when(use("a", TOKENS, 110), allocate("c", ADA, TOKENS, 11))
          .thenDenies(no(TOKENS, 11, 0, AT_ADA, BUDGET_EXHAUSTED));
    }

    @Test
    @DisplayName("cuts an optional line at its cap (A3)")
    void cut() {
      given(charged(limit(ADA, TOKENS, 100), "PT5M", "1.5", 20))
          .when(allocate("a", ADA, RequestLine.optional(TOKENS, 200).atLeast(1)))
          .thenGrantsPart(
              List.of(new dev.headroom.model.GrantedLine(TOKENS, 200, 120, List.of(GRACE))),
              no(TOKENS, 200, 120, AT_ADA, EXCEEDS_LIMIT));
    }
  }

  @Nested
  @DisplayName("ends grace and overage")
  class Ends {
    @ParameterizedTest(name = "at {0}")
    @CsvSource({"10:01", "10:30"})
    @DisplayName("when use falls back to the allowance, not before")
    void fallsBack(String time) {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 100), allocate("b", ADA, TOKENS, 2))
          .until(time)
          .when(resize("b", TOKENS, 1))
          .thenTellsTimes(0, Event.StandingChanged.class)
          .when(release("b"))
          .thenTellsAmongOthers(changed(Standing.WITHIN, 100))
          .thenStands(AT_ADA, Standing.WITHIN);
    }

    @Test
    @DisplayName(
        "before the grace is over that ends at the same instant, since leases end first (A8)")
    void atTheInstant() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 101).lasting("PT5M"))
          .until("10:05")
          .thenTellsAmongOthers(changed(Standing.WITHIN, 0))
          .thenTellsTimes(1, Event.StandingChanged.class);
    }

    @Test
    @DisplayName("once, however many leases end at that instant and whatever they have in use")
    void atTheInstantTogether() {
      given(refused(limit(ADA, MEMORY, 100), "PT5M"))
          .when(allocate("a", ADA, MEMORY, 80).lasting("PT5M"), use("a", MEMORY, 70))
          .when(allocate("b", ADA, MEMORY, 80).lasting("PT5M"), use("b", MEMORY, 70))
          .when(allocate("c", ADA, MEMORY, 80).lasting("PT5M"), use("c", MEMORY, 70))
          .until("10:05")
          .thenTellsAmongOthers(changed(MEMORY, Standing.WITHIN, 80, 100))
          .thenTellsTimes(1, Event.StandingChanged.class);
    }

    @Test
    @DisplayName("when it is raised, made hard or removed")
    void changedOrRemoved() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150))
          .when(set(refused(limit(ADA, TOKENS, 150), "PT5M")))
          .thenTellsAmongOthers(changed(TOKENS, Standing.WITHIN, 150, 150));
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150), set(limit(ADA, TOKENS, 100)))
          .thenTellsAmongOthers(changed(Standing.WITHIN, 150))
          .thenHeadroom(ADA, TOKENS, -50);
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150), unlimit(ADA))
          .thenTellsAmongOthers(changed(Standing.WITHIN, 150));
    }

    @Test
    @DisplayName("when a new window begins, at that instant")
    void newWindow() {
      String hourly = "/user:ada LIMIT TOKENS/PT1H";
      given(refused(limit(ADA, TOKENS, 100, "PT1H"), "PT5M"))
          .when(allocate("a", ADA, TOKENS, 150).lasting("PT9H"), use("a", TOKENS, 120))
          .until("11:00")
          .thenTellsAmongOthers(
              new Event.StandingChanged(
                  ScopePath.of(ADA), Facts.constraint(hourly), TOKENS, Standing.WITHIN, 30, 100))
          .when(allocate("b", ADA, TOKENS, 70))
          .thenGrants(full(TOKENS, 70));
    }

    @Test
    @DisplayName("and begins a new grace with a window that is exceeded by what is reserved")
    void exceededFromTheStart() {
      String hourly = "/user:ada LIMIT TOKENS/PT1H";
      given(rollingOver(refused(limit(ADA, TOKENS, 100, "PT1H"), "PT5M")))
          .until("11:00")
          .thenLimit(hourly, 200, 0, 0)
          .when(allocate("a", ADA, TOKENS, 200).lasting("PT9H"))
          .thenGrants(full(TOKENS, 200))
          .until("12:01")
          .thenLimit(hourly, 200, 200, 0)
          .thenStands(hourly, Standing.WITHIN)
          .when(use("a", TOKENS, 1), allocate("b", ADA, TOKENS, 1).lasting("PT9H"))
          .until("13:01")
          .thenLimit(hourly, 199, 200, 0)
          .thenStands(hourly, until("13:05"))
          .until("14:02")
          .thenLimit(hourly, 200, 200, 0)
          .thenStands(hourly, Standing.WITHIN);
    }
  }

  @Test
  @DisplayName("is part of the state: a replay ends up the same, byte for byte (D2)")
  void replays() {
    Story story = given(CHARGED).when(allocate("a", ADA, TOKENS, 150), use("a", TOKENS, 120));
    byte[] inGrace = story.canonical();
    org.assertj.core.api.Assertions.assertThat(story.canonicalReplayed()).isEqualTo(inGrace);
  }
}
