package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.charged;
import static dev.headroom.engine.Facts.flagged;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refused;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.GrantedLine.Flag.GRACE;
import static dev.headroom.model.GrantedLine.Flag.OVERAGE;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A soft limit (L6),")
final class SoftLimitChainTest {
  private static final String ADA = "/user:ada";
  private static final Limit REFUSED = refused(limit(ADA, TOKENS, 100), "PT5M");

  private static Standing until(String time) {
    return new Standing.Grace(Story.time(time));
  }

  private static Event.Body changed(Standing standing, long used) {
    return new Event.StandingChanged(
        ScopePath.of(ADA), Facts.constraint("/user:ada LIMIT TOKENS"), TOKENS, standing, used, 100);
  }

  @Nested
  @DisplayName("with another grace from now on")
  class WithAnotherGrace {
    @Test
    @DisplayName(
        "counts it from when it was first exceeded, and tells if that changes how it stands")
    void changed() {
      given(REFUSED)
          .when(allocate("a", ADA, TOKENS, 150))
          .at("10:03")
          .when(set(refused(limit(ADA, TOKENS, 100), "PT10M")))
          .thenTellsAmongOthers(SoftLimitChainTest.changed(until("10:10"), 150))
          .until("10:05")
          .thenTells()
          .when(set(refused(limit(ADA, TOKENS, 100), "PT1M")))
          .thenTellsAmongOthers(SoftLimitChainTest.changed(Standing.OVERAGE, 150))
          .when(set(refused(limit(ADA, TOKENS, 100), "PT1H")))
          .thenTellsAmongOthers(SoftLimitChainTest.changed(until("11:00"), 150));
    }
  }

  @Nested
  @DisplayName("among others in a chain")
  class InAChain {
    @Test
    @DisplayName("leaves the least headroom of all to bind")
    void leastBinds() {
      given(REFUSED)
          .and(limit("/", TOKENS, 300))
          .and(pool("p", "/", TOKENS, 250))
          .when(allocate("a", ADA, TOKENS, 150))
          .thenHeadroom(ADA, TOKENS, 100)
          .when(allocate("b", ADA, TOKENS, 101))
          .thenDenies(no(TOKENS, 101, 100, "/ POOL p", CONTENTION))
          .until("10:05")
          .thenHeadroom(ADA, TOKENS, -50);
    }

    @Test
    @DisplayName("adds its flag to that of another")
    void bothFlags() {
      given(REFUSED)
          .and(charged(limit("/", TOKENS, 50), "PT0S", "1"))
          .when(allocate("a", ADA, TOKENS, 101))
          .thenGrants(flagged(TOKENS, 101, GRACE, OVERAGE));
    }

    @Test
    @DisplayName("keeps what it knows when limits with other periods come before it")
    void moved() {
      Limit daily = refused(limit(ADA, TOKENS, 100, "P1D"), "PT5M");
      given(daily)
          .when(allocate("a", ADA, TOKENS, 150))
          .at("10:01")
          .when(set(daily, limit(ADA, TOKENS, 1_000), limit(ADA, TOKENS, 900, "PT1H")))
          .thenStands("/user:ada LIMIT TOKENS/P1D", until("10:05"))
          .thenTellsTimes(0, Event.StandingChanged.class)
          .until("10:05")
          .thenStands("/user:ada LIMIT TOKENS/P1D", Standing.OVERAGE)
          .when(set(daily))
          .thenStands("/user:ada LIMIT TOKENS/P1D", Standing.OVERAGE)
          .thenHeadroom(ADA, TOKENS, -50);
    }
  }
}
