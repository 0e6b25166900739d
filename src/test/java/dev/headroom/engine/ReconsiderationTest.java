package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Outcome;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Those who wait (Q5)")
final class ReconsiderationTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";

  private static Story full100() {
    return given(limit(ADA, TOKENS, 100)).when(allocate("held", ADA, TOKENS, 100));
  }

  @Nested
  @DisplayName("are reconsidered when headroom is gained")
  class Headroom {
    @Test
    @DisplayName("by a release")
    void byRelease() {
      full100()
          .when(allocate("w", ADA, TOKENS, 100).waiting("PT1H"), release("held"))
          .thenLive("w");
    }

    @Test
    @DisplayName("by an expiry, at its instant")
    void expiry() {
      full100()
          .when(allocate("w", ADA, TOKENS, 100).waiting("PT2H").lasting("PT12H"))
          .until("15:00")
          .thenLive("w")
          .thenWasGranted("w", "11:00");
    }

    @Test
    @DisplayName("by usage, where the rest is released: only as far as it was not consumed (S4)")
    void afterUsage() {
      full100()
          .when(allocate("w", ADA, TOKENS, 60).waiting("PT1H"), use("held", TOKENS, 50))
          .when(release("held"))
          .thenWaiting("w")
          .when(set(limit(ADA, TOKENS, 110)))
          .thenLive("w");
    }

    @Test
    @DisplayName("by a new window, at its beginning (L4)")
    void window() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(allocate("w", ADA, TOKENS, 100).waiting("PT1H").lasting("PT12H"))
          .until("10:59:59.999")
          .thenWaiting("w")
          .until("15:00")
          .thenLive("w")
          .thenWasGranted("w", "11:00");
    }

    @Test
    @DisplayName("by the second new window, where the first is spent by others again")
    void secondWindow() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("spent", ADA, TOKENS, 100).lasting("PT30M"), use("spent", TOKENS, 60))
          .when(allocate("w", ADA, TOKENS, 90).waiting("PT5H"))
          .at("10:04")
          .when(release("spent"), allocate("more", ADA, TOKENS, 40).lasting("PT12H"))
          .until("11:00")
          .thenWaiting("w")
          .when(use("more", TOKENS, 40))
          .until("11:59:59.999")
          .thenWaiting("w")
          .until("12:00")
          .thenWasGranted("w", "12:00");
    }

    @Test
    @DisplayName("by what rolls over into a new window, where it takes more than the amount (L4)")
    void rollover() {
      given(rollingOver(limit(ADA, TOKENS, 100, "PT1H")))
          .when(allocate("w", ADA, TOKENS, 150).waiting("PT1H").lasting("PT12H"))
          .thenQueues("/user:ada LIMIT TOKENS/PT1H", 1, "11:00")
          .until("11:00")
          .thenLive("w")
          .thenHeadroom(ADA, TOKENS, 50);
    }

    @Test
    @DisplayName("by replenishment, at the first instant at which there is enough (P3)")
    void replenishment() {
      given(refilled(pool("p", "/", TOKENS, 100), 7, "PT3S"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(allocate("w", ADA, TOKENS, 10).waiting("PT1M"))
          .until("10:00:04.285")
          .thenWaiting("w")
          .until("10:00:30")
          .thenLive("spent", "w")
          .thenWasGranted("w", "10:00:04.286");
    }

    @Test
    @DisplayName("by replenishment, the smaller one first and the larger later")
    void replenishmentForEach() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(allocate("large", ADA, TOKENS, 30).waiting("PT1H"))
          .when(allocate("small", ADA, TOKENS, 10).waiting("PT1H"))
          .until("10:05")
          .thenWasGranted("small", "10:00:10")
          .thenWasGranted("large", "10:00:40");
    }

    @Test
    @DisplayName("by replenishment, one after the other where they want the same")
    void replenishmentForEqualOnes() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(
              allocate("first", ADA, TOKENS, 10).waiting("PT1H"),
              allocate("second", ADA, TOKENS, 10).waiting("PT1H"),
              allocate("third", ADA, TOKENS, 10).waiting("PT1H"))
          .until("10:05")
          .thenWasGranted("first", "10:00:10")
          .thenWasGranted("second", "10:00:20")
          .thenWasGranted("third", "10:00:30");
    }

    @Test
    @DisplayName("by replenishment, for two lines of one type when both fit")
    void replenishmentForTwoLines() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(allocate("w", ADA, required(TOKENS, 10), required(TOKENS, 20)).waiting("PT1H"))
          .until("10:05")
          .thenWasGranted("w", "10:00:30");
    }

    @Test
    @DisplayName("by replenishment, for optional lines when there is their minimum or alternative")
    void replenishmentForOptionalLines() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("spent", ADA, TOKENS, 100), use("spent", TOKENS, 100))
          .when(allocate("cut", ADA, optional(TOKENS, 50).atLeast(10)).waiting("PT1H"))
          .when(allocate("other", ADA, optional(TOKENS, 60).orElse(TOKENS, 30)).waiting("PT1H"))
          .until("10:05")
          .thenWasGranted("cut", "10:00:10")
          .thenWasGranted("other", "10:00:40");
    }

    @Test
    @DisplayName("by replenishment for which only consumption made room")
    void replenishmentAfterUsage() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("held", ADA, TOKENS, 60))
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT1H"))
          .thenIs(Outcome.Queued.class)
          .at("10:10")
          .when(use("held", TOKENS, 60))
          .thenWaiting("w")
          .until("10:20")
          .thenWasGranted("w", "10:10:10");
    }

    @Test
    @DisplayName("by a top-up or a raised capacity")
    void pools() {
      given(pool("spent", "/", TOKENS, 100), pool("held", "/", MEMORY, 100))
          .when(
              allocate("t", ADA, TOKENS, 100),
              allocate("wt", ADA, TOKENS, 50).waiting("PT1H"),
              allocate("m", ADA, MEMORY, 100),
              allocate("wm", ADA, MEMORY, 50).waiting("PT1H"))
          .when(set(pool("held", "/", MEMORY, 150)))
          .thenLive("t", "m", "wm")
          .when(use("t", TOKENS, 60), topUp("spent", 49))
          .thenWaiting("wt")
          .when(topUp("spent", 1))
          .thenWaiting();
    }

    @Test
    @DisplayName("by a smaller size")
    void resized() {
      full100()
          .when(allocate("w", ADA, TOKENS, 30).waiting("PT1H"), resize("held", TOKENS, 71))
          .thenWaiting("w")
          .when(resize("held", TOKENS, 70))
          .thenLive("held", "w");
    }

    @Test
    @DisplayName("by the closing of another scope (S3)")
    void closed() {
      given(limit("/", TOKENS, 100))
          .when(allocate("held", BOB, TOKENS, 100))
          .when(allocate("w", ADA, TOKENS, 100).waiting("PT1H"), close(BOB))
          .thenLive("w");
    }

    @Test
    @DisplayName("by a pool of their own that comes nearer, and by a nearer one that goes (P2)")
    void nearerPools() {
      given(pool("root", "/", TOKENS, 100))
          .when(allocate("held", BOB, TOKENS, 100))
          .when(allocate("w", "/user:ada/run:r1", TOKENS, 50).waiting("PT1H"))
          .thenWaiting("w")
          .when(set(pool("adas", ADA, TOKENS, 50)))
          .thenLive("held", "w")
          .when(allocate("v", ADA, TOKENS, 20).waiting("PT1H"))
          .thenWaiting("v")
          .when(release("held"), removePool("adas"))
          .thenLive("w", "v")
          .thenPool("root", 80, 20, 0);
    }
  }

  @Nested
  @DisplayName("may be passed by smaller ones")
  class Backfill {
    @Test
    @DisplayName("that come later and fit, waiting or not")
    void passed() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("held", ADA, TOKENS, 80), allocate("also", ADA, TOKENS, 20))
          .when(
              allocate("large", ADA, TOKENS, 50).as(CRITICAL).waiting("PT1H"),
              allocate("small", ADA, TOKENS, 20).as(LOW).waiting("PT1H"))
          .when(release("also"))
          .thenLive("held", "small")
          .thenWaiting("large")
          .when(release("small"), allocate("new", ADA, TOKENS, 20).as(LOW))
          .thenGrants(TOKENS, 20);
    }

    @Test
    @DisplayName("even first come, first served")
    void passedWhenQueuing() {
      given(deciding(QUEUING, limit(ADA, TOKENS, 100)))
          .when(allocate("held", ADA, TOKENS, 80), allocate("also", ADA, TOKENS, 20))
          .when(
              allocate("large", ADA, TOKENS, 50).waiting("PT1H"),
              allocate("small", ADA, TOKENS, 20).waiting("PT1H"))
          .when(release("also"))
          .thenLive("held", "small");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"10:04:59.999, true", "10:05:00, true", "10:05:00.001, false"})
    @DisplayName("until they have waited longer than five minutes")
    void untilTheyStarve(String then, boolean passed) {
      Story story =
          given(limit(ADA, TOKENS, 100))
              .when(allocate("held", ADA, TOKENS, 80))
              .when(allocate("large", ADA, TOKENS, 50).waiting("PT1H"))
              .at(then)
              .when(allocate("small", ADA, TOKENS, 20).as(CRITICAL));
      if (passed) {
        story.thenGrants(TOKENS, 20);
      } else {
        story.thenDenies(no(TOKENS, 20, 20, "/user:ada LIMIT TOKENS", CONTENTION));
      }
    }

    @Test
    @DisplayName("or longer than the settings say")
    void asSet() {
      given(limit(ADA, TOKENS, 100))
          .when(set(new Settings(ZoneOffset.UTC, Duration.ofMinutes(1), Duration.ofSeconds(7))))
          .when(allocate("held", ADA, TOKENS, 80))
          .when(allocate("large", ADA, TOKENS, 50).waiting("PT1H"))
          .at("10:00:07")
          .when(allocate("small", ADA, TOKENS, 5))
          .thenGrants(TOKENS, 5)
          .at("10:00:07.001")
          .when(allocate("tiny", ADA, TOKENS, 5))
          .thenIs(Outcome.Denied.class);
    }
  }
}
