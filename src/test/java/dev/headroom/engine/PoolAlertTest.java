package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An alert of a pool (T1)")
final class PoolAlertTest {
  private static final String ADA = "/user:ada";

  private static String[] atPool(String percents) {
    return Arrays.stream(percents.split(" "))
        .filter(percent -> !percent.equals("none"))
        .map(percent -> percent + " % of / POOL p")
        .toArray(String[]::new);
  }

  private static Event.AlertCleared cleared(int percent) {
    return new Event.AlertCleared(ScopePath.ROOT, constraint("/ POOL p"), TOKENS, percent);
  }

  @ParameterizedTest(name = "{0} of 100: {1}")
  @CsvSource({"49, none", "50, 50", "79, 50", "80, 50 80", "99, 50 80", "100, 50 80 100"})
  @DisplayName("is raised when so much of the capacity is not available")
  void isRaised(long reserved, String standing) {
    given(pool("p", "/", TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, reserved))
        .thenAlerts(atPool(standing));
  }

  @ParameterizedTest(name = "back to {0} of 100: {1}")
  @CsvSource({"95, 50 80 100", "94, 50 80", "75, 50 80", "74, 50", "45, 50", "44, none"})
  @DisplayName("is cleared when that has fallen below five points under its threshold")
  void isCleared(long reserved, String standing) {
    given(pool("p", "/", TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 100), resize("a", TOKENS, reserved))
        .thenAlerts(atPool(standing));
  }

  @Test
  @DisplayName("is cleared neither by usage nor by the release of what was consumed")
  void staysWithUsage() {
    given(pool("p", "/", TOKENS, 100))
        .when(allocate("a", ADA, TOKENS, 80), use("a", TOKENS, 60), release("a"))
        .thenAlerts(atPool("50"))
        .when(allocate("b", ADA, TOKENS, 1), use("b", TOKENS, 45))
        .thenAlerts(atPool("50 80 100"))
        .thenAlert(
            "100 % of / POOL p",
            alert -> assertThat(alert.used() + " of " + alert.allowance()).isEqualTo("105 of 100"));
  }

  @Test
  @DisplayName("is cleared by replenishment at its instant, though nobody looks (P3)")
  void byReplenishment() {
    given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
        .when(allocate("a", ADA, TOKENS, 100), use("a", TOKENS, 100), release("a"))
        .until("10:00:05.999")
        .thenTells()
        .until("10:05")
        .thenTells(cleared(100), cleared(80), cleared(50))
        .then(story ->
            assertThat(story.told())
                .extracting(Event::at)
                .containsExactly(time("10:00:06"), time("10:00:26"), time("10:00:56")))
        .thenAlerts();
  }

  @Test
  @DisplayName("is cleared by replenishment for which only consumption made room")
  void byReplenishmentAfterUsage() {
    given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
        .when(allocate("a", ADA, TOKENS, 60))
        .until("10:10")
        .thenAlerts(atPool("50"))
        .when(use("a", TOKENS, 60))
        .until("10:20")
        .thenTells(cleared(50))
        .then(story ->
            assertThat(story.told()).extracting(Event::at).containsExactly(time("10:10:16")));
  }

  @Test
  @DisplayName("is cleared by a top-up, a raised capacity of a held type, and with its pool")
  void byChanges() {
    given(pool("p", "/", TOKENS, 100), pool("m", "/", MEMORY, 100))
        .when(allocate("a", ADA, TOKENS, 80), use("a", TOKENS, 80), topUp("p", 36))
        .thenAlerts()
        .when(allocate("b", ADA, MEMORY, 80))
        .thenAlerts("50 % of / POOL m", "80 % of / POOL m")
        .when(set(pool("m", "/", MEMORY, 160)))
        .thenAlerts("50 % of / POOL m")
        .when(removePool("m"))
        .thenAlerts();
  }

  @Test
  @DisplayName("says how much is held where the capacity was lowered below it (P6)")
  void lowered() {
    given(pool("m", "/", MEMORY, 100))
        .when(allocate("a", ADA, MEMORY, 60), set(pool("m", "/", MEMORY, 40)))
        .thenTellsAmongOthers(
            new Event.AlertRaised(
                ScopePath.ROOT,
                constraint("/ POOL m"),
                MEMORY,
                100,
                dev.headroom.model.Severity.CRITICAL,
                60,
                40))
        .thenAlert(
            "100 % of / POOL m",
            alert -> assertThat(alert.used() + " of " + alert.allowance()).isEqualTo("60 of 40"));
  }
}
