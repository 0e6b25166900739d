package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.Priority.NORMAL;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Priority;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One who waits")
final class QueueOrderTest {
  private static final String ADA = "/user:ada";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  /// Ada's 100 tokens are all held, until eleven.
  private static Story full100() {
    return given(limit(ADA, TOKENS, 100)).when(allocate("held", ADA, TOKENS, 100));
  }

  @Nested
  @DisplayName("is reconsidered in the order of effective priority (Q2)")
  class ByPriority {
    @Test
    @DisplayName("highest first, and among equals by arrival")
    void highestFirst() {
      full100()
          .when(
              allocate("low", ADA, TOKENS, 100).as(LOW).waiting("PT1H"),
              allocate("high", ADA, TOKENS, 100).as(HIGH).waiting("PT1H"),
              allocate("normal1", ADA, TOKENS, 100).as(NORMAL).waiting("PT1H"),
              allocate("normal2", ADA, TOKENS, 100).as(NORMAL).waiting("PT1H"),
              allocate("critical", ADA, TOKENS, 100).as(CRITICAL).waiting("PT1H"))
          .thenQueues(AT_ADA, 1, "11:00")
          .thenWaiting("critical", "high", "normal1", "normal2", "low")
          .when(release("held"))
          .thenLive("critical")
          .when(release("critical"))
          .thenLive("high")
          .when(release("high"))
          .thenLive("normal1")
          .when(release("normal1"))
          .thenLive("normal2")
          .when(release("normal2"))
          .thenLive("low");
    }

    @Test
    @DisplayName("by arrival even where a later one took the place of an allocation that ended")
    void arrivalNotName() {
      given(limit(ADA, TOKENS, 100))
          .when(
              allocate("gone", ADA, TOKENS, 1),
              allocate("held", ADA, TOKENS, 99),
              release("gone"),
              allocate("also", ADA, TOKENS, 1))
          .when(release("also"))
          .when(allocate("first", ADA, TOKENS, 100).waiting("PT1H"))
          .when(allocate("second", ADA, TOKENS, 100).waiting("PT1H"))
          .thenWaiting("first", "second")
          .when(release("held"))
          .thenLive("first");
    }

    @ParameterizedTest(name = "LOW since ten, {0} since {1}: at {2} it is the {3} one''s turn")
    @CsvSource({
      "NORMAL, 10:00:30, 10:00:59.999, second",
      "NORMAL, 10:00:30, 10:01:00, first",
      "HIGH, 10:00:30, 10:01:00, second",
      "HIGH, 10:00:30, 10:01:29.999, second",
      "HIGH, 10:01:30, 10:01:59.999, second",
      "HIGH, 10:01:30, 10:02:00, first",
      "CRITICAL, 10:02:30, 10:02:59.999, second",
      "CRITICAL, 10:02:30, 10:03:00, first",
      "CRITICAL, 10:02:30, 10:04:00, first",
      "LOW, 10:00:00, 10:00:00, first"
    })
    @DisplayName("raised one level per aging interval of 60 s waited, up to CRITICAL")
    void aging(Priority second, String since, String then, String turn) {
      full100()
          .when(allocate("first", ADA, TOKENS, 100).as(LOW).waiting("PT1H"))
          .at(since)
          .when(allocate("second", ADA, TOKENS, 100).as(second).waiting("PT1H"))
          .at(then)
          .when(release("held"))
          .thenLive(turn);
    }

    @Test
    @DisplayName("as fast as the settings say")
    void agingAsSet() {
      full100()
          .when(
              set(new Settings(ZoneOffset.UTC, Duration.ofSeconds(10), Duration.ofMinutes(5))),
              allocate("low", ADA, TOKENS, 100).as(LOW).waiting("PT1H"))
          .at("10:00:05")
          .when(allocate("normal", ADA, TOKENS, 100).as(NORMAL).waiting("PT1H"))
          .thenWaiting("normal", "low")
          .until("10:00:10")
          .thenWaiting("low", "normal");
    }
  }

  @Nested
  @DisplayName("is served by the strategy (Q1, Q3)")
  class ByStrategy {
    /// Who is served first of one who came first and one who is critical.
    private Story contend(Story story) {
      return story
          .when(
              allocate("held", ADA, TOKENS, 100),
              allocate("first", ADA, TOKENS, 100).as(LOW).waiting("PT1H"),
              allocate("critical", ADA, TOKENS, 100).as(CRITICAL).waiting("PT1H"))
          .when(release("held"));
    }

    @Test
    @DisplayName("QUEUING first come, first served")
    void queuing() {
      contend(given(deciding(QUEUING, limit(ADA, TOKENS, 100)))).thenLive("first");
    }

    @Test
    @DisplayName("PRIORITY highest first, which is also what holds where none is set")
    void priority() {
      contend(given(deciding(PRIORITY, limit(ADA, TOKENS, 100)))).thenLive("critical");
      contend(given(limit(ADA, TOKENS, 100))).thenLive("critical");
    }

    @Test
    @DisplayName("of the pool that binds")
    void ofThePool() {
      contend(given(deciding(QUEUING, pool("p", "/", TOKENS, 100)))).thenLive("first");
      contend(given(deciding(PRIORITY, pool("p", "/", TOKENS, 100)))).thenLive("critical");
    }

    @Test
    @DisplayName("of the nearest limit up the path that sets one")
    void inherited() {
      contend(given(limit(ADA, TOKENS, 100), deciding(QUEUING, limit("/", TOKENS, 500))))
          .thenLive("first");
      contend(
              given(
                  deciding(PRIORITY, limit(ADA, TOKENS, 100)),
                  deciding(QUEUING, limit("/", TOKENS, 500))))
          .thenLive("critical");
    }

    @Test
    @DisplayName("of the nearest pool up the path that sets one")
    void inheritedFromAPool() {
      contend(
              given(limit(ADA, TOKENS, 100), deciding(PRIORITY, limit("/", CREDITS, 1)))
                  .and(deciding(QUEUING, pool("p", "/", TOKENS, 500))))
          .thenLive("first");
    }
  }
}
