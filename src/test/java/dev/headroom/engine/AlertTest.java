package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.unlimit;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.alertingAt;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static dev.headroom.model.Severity.CRITICAL;
import static dev.headroom.model.Severity.INFO;
import static dev.headroom.model.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Alert;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An alert (T1)")
final class AlertTest {
  private static final String ADA = "/user:ada";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  private static Event.AlertRaised raised(
      String at, int percent, Severity severity, long used, long allowance) {
    return new Event.AlertRaised(
        constraint(at).path(), constraint(at), TOKENS, percent, severity, used, allowance);
  }

  private static Event.AlertCleared cleared(String at, int percent) {
    return new Event.AlertCleared(constraint(at).path(), constraint(at), TOKENS, percent);
  }

  /// Says which of the default thresholds stand at ada's limit.
  private static String[] atAda(String percents) {
    return Arrays.stream(percents.split(" "))
        .filter(percent -> !percent.equals("none"))
        .map(percent -> percent + " % of " + AT_ADA)
        .toArray(String[]::new);
  }

  @Nested
  @DisplayName("is raised")
  class Raised {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
      "49, 100, none",
      "50, 100, 50",
      "79, 100, 50",
      "80, 100, 50 80",
      "99, 100, 50 80",
      "100, 100, 50 80 100",
      "3, 7, none",
      "4, 7, 50",
      "5, 7, 50",
      "6, 7, 50 80",
      "7, 7, 50 80 100",
      "1, 1, 50 80 100",
      "4503599627370495, 9007199254740991, none",
      "4503599627370496, 9007199254740991, 50",
      "7205759403792792, 9007199254740991, 50",
      "7205759403792793, 9007199254740991, 50 80"
    })
    @DisplayName("at 50, 80 and 100 percent, no unit sooner and none later")
    void atItsThreshold(long used, long allowance, String standing) {
      given(limit(ADA, TOKENS, allowance))
          .when(allocate("a", ADA, TOKENS, used))
          .thenAlerts(atAda(standing));
    }

    @Test
    @DisplayName("one for each threshold that is crossed at once, lowest first")
    void eachCrossed() {
      given(limit(ADA, TOKENS, 200))
          .when(allocate("a", ADA, TOKENS, 170))
          .thenTellsAmongOthers(
              raised(AT_ADA, 50, INFO, 170, 200), raised(AT_ADA, 80, WARNING, 170, 200))
          .when(allocate("b", ADA, TOKENS, 30))
          .thenTellsAmongOthers(raised(AT_ADA, 100, CRITICAL, 200, 200))
          .thenTellsTimes(1, Event.AlertRaised.class);
    }

    @ParameterizedTest(name = "{0} %: {1}")
    @CsvSource({
      "1, INFO",
      "79, INFO",
      "80, WARNING",
      "99, WARNING",
      "100, CRITICAL",
      "150, CRITICAL"
    })
    @DisplayName("as urgent as its threshold is high")
    void severity(int percent, Severity severity) {
      given(alertingAt(limit(ADA, TOKENS, 100), percent))
          .when(allocate("a", ADA, TOKENS, 1), use("a", TOKENS, percent))
          .thenAlert(
              percent + " % of " + AT_ADA,
              alert ->
                  assertThat(alert)
                      .isEqualTo(
                          new Alert(
                              constraint(AT_ADA),
                              TOKENS,
                              percent,
                              severity,
                              time("10:00"),
                              0,
                              percent,
                              100,
                              Alert.Life.ACTIVE,
                              Optional.empty())));
    }

    @Test
    @DisplayName("by usage beyond the reservation, above the allowance too (U3)")
    void byUsage() {
      given(alertingAt(limit(ADA, TOKENS, 100), 100, 120))
          .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 60))
          .thenAlerts()
          .when(use("a", TOKENS, 59))
          .thenAlerts("100 % of " + AT_ADA)
          .when(use("a", TOKENS, 1))
          .thenAlerts("100 % of " + AT_ADA, "120 % of " + AT_ADA);
    }

    @Test
    @DisplayName("at every limit that is crossed, and at no other")
    void atEveryLimit() {
      given(
              limit("/", TOKENS, 100),
              limit(ADA, TOKENS, 90),
              limit(ADA, TOKENS, 110, "P1D"),
              limit("/user:bob", TOKENS, 10))
          .when(allocate("a", ADA, TOKENS, 50))
          .thenAlerts("50 % of / LIMIT TOKENS", "50 % of /user:ada LIMIT TOKENS")
          .when(resize("a", TOKENS, 55))
          .thenAlerts(
              "50 % of / LIMIT TOKENS",
              "50 % of /user:ada LIMIT TOKENS", "50 % of /user:ada LIMIT TOKENS/P1D");
    }

    @Test
    @DisplayName("at once by a limit that is set or lowered below what is used")
    void byAChange() {
      given(limit(ADA, TOKENS, 1000))
          .when(allocate("a", ADA, TOKENS, 100))
          .thenAlerts()
          .when(set(limit(ADA, TOKENS, 120)))
          .thenTellsAmongOthers(
              raised(AT_ADA, 50, INFO, 100, 120), raised(AT_ADA, 80, WARNING, 100, 120))
          .when(set(limit("/", TOKENS, 200)))
          .thenTellsAmongOthers(raised("/ LIMIT TOKENS", 50, INFO, 100, 200));
    }

    @Test
    @DisplayName("for held types by what is reserved, not by what is in use")
    void held() {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 49), use("a", MEMORY, 90))
          .thenAlerts()
          .when(allocate("b", ADA, MEMORY, 1))
          .thenAlerts("50 % of /user:ada LIMIT MEMORY");
    }

    @Test
    @DisplayName("by nothing where nothing is used, nor without thresholds")
    void byNothing() {
      given(limit(ADA, TOKENS, 0), alertingAt(limit("/", TOKENS, 10)))
          .thenAlerts()
          .when(allocate("b", "/user:bob", TOKENS, 10))
          .thenAlerts();
    }

    @Test
    @DisplayName("and counted, by severity, at every scope from its own up")
    void counted() {
      given(limit(ADA, TOKENS, 100), limit("/user:ada/run:r1", TOKENS, 100))
          .when(allocate("a", "/user:ada/run:r1", TOKENS, 80))
          .then(story -> {
            assertThat(alerts(story, "/")).isEqualTo(new ScopeStatus.AlertCounts(2, 2, 0));
            assertThat(alerts(story, ADA)).isEqualTo(new ScopeStatus.AlertCounts(2, 2, 0));
            assertThat(alerts(story, "/user:ada/run:r1"))
                .isEqualTo(new ScopeStatus.AlertCounts(1, 1, 0));
          })
          .when(release("a"))
          .then(story -> assertThat(alerts(story, "/")).isEqualTo(ScopeStatus.AlertCounts.NONE));
    }

    private ScopeStatus.AlertCounts alerts(Story story, String path) {
      return story.look().scope(ScopePath.of(path), story.now()).orElseThrow().alerts();
    }
  }

  @Nested
  @DisplayName("is cleared")
  class Cleared {
    @ParameterizedTest(name = "back to {0} of 100: {1}")
    @CsvSource({
      "100, 50 80 100",
      "99, 50 80 100",
      "95, 50 80 100",
      "94, 50 80",
      "80, 50 80",
      "79, 50 80",
      "75, 50 80",
      "74, 50",
      "49, 50",
      "45, 50",
      "44, none",
      "1, none"
    })
    @DisplayName("when use has fallen below five points under its threshold")
    void fivePointsBelow(long used, String standing) {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100), resize("a", TOKENS, used))
          .thenAlerts(atAda(standing));
    }

    @Test
    @DisplayName("highest first, and raised again counts as a repetition, not as another alert")
    void repeats() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100), resize("a", TOKENS, 70))
          .thenTellsAmongOthers(cleared(AT_ADA, 100), cleared(AT_ADA, 80))
          .thenTellsTimes(2, Event.AlertCleared.class)
          .when(resize("a", TOKENS, 80), resize("a", TOKENS, 70), resize("a", TOKENS, 85))
          .thenAlerts(atAda("50 80"))
          .thenAlert("80 % of " + AT_ADA, alert -> assertThat(alert.repeats()).isEqualTo(2))
          .thenAlert("50 % of " + AT_ADA, alert -> assertThat(alert.repeats()).isZero());
    }

    @Test
    @DisplayName("never by going to and fro within the five points, which raises nothing either")
    void neverAStorm() {
      Story story = given(limit(ADA, TOKENS, 100)).when(allocate("a", ADA, TOKENS, 80));
      for (int time = 0; time < 10; time++) {
        story
            .when(resize("a", TOKENS, 75))
            .thenTellsTimes(0, Event.AlertCleared.class)
            .when(resize("a", TOKENS, 80))
            .thenTellsTimes(0, Event.AlertRaised.class);
      }
      story.thenAlert("80 % of " + AT_ADA, alert -> assertThat(alert.repeats()).isZero());
    }

    @Test
    @DisplayName("by a new window, at its beginning, though nobody does anything (L4)")
    void byANewWindow() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100), release("a"))
          .thenAlerts(
              "50 % of /user:ada LIMIT TOKENS/PT1H",
              "80 % of /user:ada LIMIT TOKENS/PT1H", "100 % of /user:ada LIMIT TOKENS/PT1H")
          .until("10:59:59.999")
          .thenTells()
          .until("15:00")
          .thenTells(
              cleared("/user:ada LIMIT TOKENS/PT1H", 100),
              cleared("/user:ada LIMIT TOKENS/PT1H", 80),
              cleared("/user:ada LIMIT TOKENS/PT1H", 50))
          .then(story -> assertThat(story.told()).extracting(Event::at).containsOnly(time("11:00")))
          .thenAlerts();
    }

    @Test
    @DisplayName("by a new window without the five points, but not where carried use reaches it")
    void byANewWindowAlone() {
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 80).lasting("PT5H"), use("a", TOKENS, 2))
          .until("11:00")
          .thenTells(cleared("/user:ada LIMIT TOKENS/PT1H", 80))
          .thenAlerts("50 % of /user:ada LIMIT TOKENS/PT1H");
    }

    @Test
    @DisplayName("with its limit, or by a limit raised far above what is used")
    void withItsLimit() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 100), set(limit(ADA, TOKENS, 140)))
          .thenTellsAmongOthers(cleared(AT_ADA, 100), cleared(AT_ADA, 80))
          .thenAlerts(atAda("50"))
          .when(unlimit(ADA))
          .thenTellsAmongOthers(cleared(AT_ADA, 50))
          .thenAlerts();
    }

    @Test
    @DisplayName("with its threshold, and others are raised that are reached")
    void withItsThreshold() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 90))
          .when(set(alertingAt(limit(ADA, TOKENS, 100), 50, 70, 95)))
          .thenAlerts(atAda("50 70"));
    }

    @Test
    @DisplayName("and forgotten with its threshold, whoever has its scope's place since")
    void forgotten() {
      given(limit(ADA, TOKENS, 100))
          .when(allocate("a", ADA, TOKENS, 50))
          .when(set(alertingAt(limit(ADA, TOKENS, 100), 60)))
          .when(close(ADA))
          .and(limit("/user:bob", TOKENS, 100))
          .and(limit(ADA, TOKENS, 100))
          .when(allocate("b", ADA, TOKENS, 50))
          .thenAlert("50 % of " + AT_ADA, alert -> assertThat(alert.repeats()).isZero())
          .when(release("b"))
          .then(story ->
              assertThat(
                      List.of("/", ADA, "/user:bob").stream()
                          .map(path -> story.look().scope(ScopePath.of(path), story.now()))
                          .map(scope -> scope.orElseThrow().alerts()))
                  .containsOnly(ScopeStatus.AlertCounts.NONE));
    }
  }

  @Test
  @DisplayName("is listed gravest first, then newest")
  void inOrder() {
    given(limit(ADA, TOKENS, 100), limit("/user:bob", TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 80))
        .at("10:01")
        .when(allocate("b", "/user:bob", TOKENS, 100))
        .then(story ->
            assertThat(story.look().alerts(ScopePath.ROOT, story.now()))
                .extracting(alert -> alert.percent() + " % of " + alert.constraint())
                .containsExactly(
                    "100 % of /user:bob LIMIT TOKENS",
                    "80 % of /user:bob LIMIT TOKENS",
                    "80 % of /user:ada LIMIT TOKENS",
                    "50 % of /user:bob LIMIT TOKENS",
                    "50 % of /user:ada LIMIT TOKENS"));
  }
}
