package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.alertingAt;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Facts.zone;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Amount;
import dev.headroom.model.Denial.Reason;
import dev.headroom.model.Event;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.WindowCalendar;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What random histories have found, told by example.
@DisplayName("Though nobody would think of it,")
final class FoundByHistoriesTest {
  private static final String ADA = "/user:ada";
  private static final String BEN = "/user:ben";

  private static Event.AlertCleared cleared(String path, String id, int percent) {
    return new Event.AlertCleared(
        ScopePath.of(path), constraint(path + " LIMIT " + id), TOKENS, percent);
  }

  @Nested
  @DisplayName("what lies where in memory decides nothing (D2):")
  class Order {
    @Test
    @DisplayName("of two limits that leave as little, the shorter one binds, whichever was first")
    void ofLimits() {
      Limit daily = limit(ADA, TOKENS, 10, "P1D");
      Limit hourly = limit(ADA, TOKENS, 10, "PT1H");
      given(daily)
          .when(set(daily, hourly), allocate("a", ADA, TOKENS, 11))
          .thenDenies(no(TOKENS, 11, 10, ADA + " LIMIT TOKENS/PT1H", Reason.EXCEEDS_LIMIT));
      given(hourly)
          .when(set(hourly, daily), allocate("a", ADA, TOKENS, 11))
          .thenDenies(no(TOKENS, 11, 10, ADA + " LIMIT TOKENS/PT1H", Reason.EXCEEDS_LIMIT));
    }

    @Test
    @DisplayName("limits keep their windows when one in front of them goes")
    void ofLimitsThatGo() {
      Limit daily = limit(ADA, TOKENS, 10, "P1D");
      Limit weekly = limit(ADA, TOKENS, 20, "P1W");
      given(limit(ADA, TOKENS, 30), daily, weekly)
          .when(allocate("a", ADA, TOKENS, 8), use("a", TOKENS, 3), set(daily, weekly))
          .thenLimit(ADA + " LIMIT TOKENS/P1D", 10, 5, 3)
          .thenLimit(ADA + " LIMIT TOKENS/P1W", 20, 5, 3)
          .when(set(weekly))
          .thenLimit(ADA + " LIMIT TOKENS/P1W", 20, 5, 3);
    }

    @Test
    @DisplayName("windows that end together begin anew by path")
    void ofWindows() {
      given(limit(BEN, TOKENS, 1, "PT1H"), limit(ADA, TOKENS, 1, "PT1H"))
          .when(
              allocate("b", BEN, TOKENS, 1), use("b", TOKENS, 1),
              allocate("a", ADA, TOKENS, 1), use("a", TOKENS, 1))
          .until("11:00")
          .thenTellsAmongOthers(
              cleared(ADA, "TOKENS/PT1H", 100),
              cleared(ADA, "TOKENS/PT1H", 50),
              cleared(BEN, "TOKENS/PT1H", 100));
    }

    @Test
    @DisplayName("scopes close from the deepest up, equally deep ones by path (S3)")
    void ofScopes() {
      begin()
          .when(
              allocate("z", ADA + "/run:z", TOKENS, 1),
              allocate("y", ADA + "/run:a/step:y", TOKENS, 1),
              allocate("b", ADA + "/run:b", TOKENS, 1),
              close(ADA))
          .then(story ->
              assertThat(story.told())
                  .extracting(event -> event.body().path().name())
                  .containsExactly("y", "b", "z", "ada"));
    }
  }

  @Nested
  @DisplayName("a window that ends (L4)")
  class WindowEnd {
    @Test
    @DisplayName("raises an alert at once where what is reserved meets a smaller allowance (T1)")
    void raises() {
      given(rollingOver(limit(ADA, TOKENS, 100, "PT1H")))
          .at("11:00")
          .when(
              allocate("a", ADA, TOKENS, 50).lasting("P1D"),
              set(rollingOver(limit(ADA, TOKENS, 20, "PT1H"))))
          .thenLimit(ADA + " LIMIT TOKENS/PT1H", 120, 50, 0)
          .thenAlerts()
          .until("12:30")
          .thenLimit(ADA + " LIMIT TOKENS/PT1H", 40, 50, 0)
          .then(story ->
              assertThat(story.told())
                  .hasSize(3)
                  .allSatisfy(raised -> assertThat(raised.at()).isEqualTo(Story.time("12:00"))));
    }

    @Test
    @DisplayName("no longer counts a lease that ends with it (A8)")
    void afterExpiry() {
      given(alertingAt(limit(ADA, TOKENS, 100, "PT1H"), 80))
          .when(allocate("a", ADA, TOKENS, 78).lasting("P1D"), allocate("b", ADA, TOKENS, 12))
          .thenAlerts("80 % of " + ADA + " LIMIT TOKENS/PT1H")
          .until("11:00")
          .thenAlerts();
    }

    @Test
    @DisplayName("ends when the calendar said that held while it ran, though nobody looked (L2)")
    void inItsOwnZone() {
      given(limit(ADA, TOKENS, 10, "P1D"))
          .at("2026-03-09T10:00:00Z")
          .when(set(zone("Asia/Tokyo")))
          .thenWindowEnds(ADA + " LIMIT TOKENS/P1D", "2026-03-10T00:00:00Z")
          .until("2026-03-10T00:00:00Z")
          .thenWindowEnds(ADA + " LIMIT TOKENS/P1D", "2026-03-10T15:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"PT1M", "PT1H", "P1D", "P1W", "P1M"})
    @DisplayName("does not come back where clocks are set back across midnight (L2)")
    void acrossMidnight(String period) {
      WindowCalendar calendar = new WindowCalendar(ZoneId.of("America/St_Johns"));
      long midnight = Story.time("2010-11-07T02:30:00Z").toEpochMilli();
      for (long minute = -90; minute <= 90; minute++) {
        long now = midnight + minute * 60_000;
        assertThat(calendar.windowAt(Period.of(period), now).contains(now)).isTrue();
      }
    }

    @Test
    @DisplayName("ends on a whole minute: no zone has an offset with seconds (L2)")
    void onWholeMinutes() {
      assertThatThrownBy(() -> zone("+01:02:03"))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("+01:02:03");
    }
  }

  @Test
  @DisplayName(
      "an alert clears by replenishment all the sooner once something is returned (T1, P3)")
  void clearsSooner() {
    given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
        .when(allocate("a", ADA, TOKENS, 90), use("a", TOKENS, 80), release("a"))
        .thenAlerts("50 % of / POOL p", "80 % of / POOL p")
        .until("10:00:05.999")
        .thenAlerts("50 % of / POOL p", "80 % of / POOL p")
        .until("10:00:06")
        .thenAlerts("50 % of / POOL p");
  }

  @Test
  @DisplayName("who waited behind one who starves may go when nobody starves any more (Q5)")
  void starvesNoMore() {
    given(limit("/", TOKENS, 10))
        .when(
            allocate("a", ADA, TOKENS, 4).lasting("P1D"),
            allocate("b", ADA, TOKENS, 7).waiting("PT1H"))
        .at("10:06")
        .when(allocate("c", BEN, TOKENS, 6).waiting("PT1H"))
        .thenWaiting("b", "c")
        .when(set(new Settings(ZoneId.of("UTC"), Duration.ofMinutes(1), Duration.ofHours(1))))
        .thenWaiting("b")
        .thenWasGranted("c", "10:06");
  }

  @Test
  @DisplayName("a denial behind one who starves says what the lines before have left (A4)")
  void behindOneWhoStarves() {
    given(limit("/", TOKENS, 10), limit(BEN, TOKENS, 100))
        .and(pool("p", ADA, TOKENS, 10))
        .when(
            allocate("a", ADA, TOKENS, 4).lasting("P1D"),
            allocate("b", ADA, TOKENS, 7).waiting("PT1H"))
        .at("10:06")
        .when(allocate("c", ADA, RequestLine.optional(TOKENS, 2), RequestLine.optional(MEMORY, 1)))
        .thenGrantsPart(
            lines(full(MEMORY, 1)), no(TOKENS, 2, 6, "/ LIMIT TOKENS", Reason.CONTENTION));
  }

  @Test
  @DisplayName("samples of a held type use up no counter of what is reserved (S6)")
  void samplesAside() {
    begin()
        .when(
            allocate("a", ADA, MEMORY, 1),
            use("a", MEMORY, Amount.MAX),
            allocate("b", ADA, MEMORY, Amount.MAX - 1))
        .thenIs(Outcome.Granted.class)
        .when(allocate("c", ADA, MEMORY, 1))
        .thenRefusesAsInvalid("/lines/0/amount", "S6");
  }
}
