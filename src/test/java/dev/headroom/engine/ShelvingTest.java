package dev.headroom.engine;

import static dev.headroom.engine.AdaAlerts.ADA;
import static dev.headroom.engine.AdaAlerts.AT_50;
import static dev.headroom.engine.AdaAlerts.AT_80;
import static dev.headroom.engine.AdaAlerts.all;
import static dev.headroom.engine.AdaAlerts.at;
import static dev.headroom.engine.AdaAlerts.holding;
import static dev.headroom.engine.AdaAlerts.shelve;
import static dev.headroom.engine.AdaAlerts.thenKnown;
import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.AlertState.ACTIVE;
import static dev.headroom.model.AlertState.CLEARED;
import static dev.headroom.model.AlertState.SHELVED;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.ShelfLife;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An alert (T2)")
final class ShelvingTest {

  private static Deed unshelve(AlertRef alert) {
    return (_, id) ->
        new Command.UnshelveAlerts(id, new Command.Shelvable.One(alert), "eve", "back");
  }

  private static Deed unshelve(String path) {
    return (_, id) ->
        new Command.UnshelveAlerts(
            id, new Command.Shelvable.Subtree(ScopePath.of(path)), "eve", "back");
  }

  @Nested
  @DisplayName("that is shelved")
  class Shelved {
    @ParameterizedTest(name = "{0}: until {1}")
    @CsvSource({
      "FIFTEEN_MINUTES, 10:15",
      "ONE_HOUR, 11:00",
      "EIGHT_HOURS, 18:00",
      "UNTIL_RESET, 2026-03-09T10:00Z",
      "UNTIL_CLEARED, 2026-03-09T10:00Z"
    })
    @DisplayName("is not seen until its time is over, which is never endless and is told")
    void untilItsTime(ShelfLife life, String end) {
      given(limit(ADA, MEMORY, 100))
          .when(allocate("a", ADA, MEMORY, 60).lasting("P30D"))
          .when(shelve(AT_50, life))
          .thenAnswers(new Outcome.AlertsShelved(1))
          .then(thenKnown("50 " + SHELVED))
          .thenAlerts()
          .then(story ->
              assertThat(all(story).getFirst().life().shelvedUntil()).contains(Story.time(end)))
          .until(end)
          .thenTells(
              new Event.AlertsUnshelved(ScopePath.of(ADA), new Command.Shelvable.One(AT_50), ""))
          .thenAlerts("50 % of " + AT_50.constraint());
    }

    @Test
    @DisplayName("until its window resets comes back then")
    void untilReset() {
      AlertRef hourly = new AlertRef(constraint("/user:ada LIMIT TOKENS/PT1H"), 50);
      given(limit(ADA, TOKENS, 100, "PT1H"))
          .when(allocate("a", ADA, TOKENS, 60).lasting("PT9H"))
          .when(shelve(hourly, ShelfLife.UNTIL_RESET))
          .until("11:00")
          .thenAlerts("50 % of " + hourly.constraint());
    }

    @Test
    @DisplayName("until it clears comes back then, to be acknowledged")
    void untilCleared() {
      holding(60)
          .when(shelve(AT_50, ShelfLife.UNTIL_CLEARED), release("a"))
          .thenTellsTimes(1, Event.AlertsUnshelved.class)
          .then(thenKnown("50 " + CLEARED))
          .when(shelve(AT_50, ShelfLife.UNTIL_CLEARED))
          .thenRefusesAsInvalid("/life", "nothing to clear");
    }

    @Test
    @DisplayName("comes back when someone wants it back")
    void unshelved() {
      holding(60)
          .when(shelve(AT_50, ShelfLife.ONE_HOUR), unshelve(AT_50))
          .thenAnswers(new Outcome.AlertsUnshelved(1))
          .then(thenKnown("50 " + ACTIVE))
          .when(unshelve(AT_50))
          .thenAnswers(new Outcome.AlertsUnshelved(0))
          .thenTells()
          .when(unshelve(AT_80))
          .thenRefuses(new Refusal.UnknownAlert(AT_80))
          .when(shelve(AT_80, ShelfLife.ONE_HOUR))
          .thenRefuses(new Refusal.UnknownAlert(AT_80));
    }
  }

  @Nested
  @DisplayName("of a scope that is shelved")
  class OfAShelvedScope {
    @Test
    @DisplayName("is not seen, nor one that comes later, until its time is over")
    void alertsToCome() {
      holding(60)
          .when(shelve("/", ShelfLife.FIFTEEN_MINUTES))
          .thenAnswers(new Outcome.AlertsShelved(1))
          .when(allocate("b", ADA, MEMORY, 20))
          .then(thenKnown("80 " + SHELVED, "50 " + SHELVED))
          .thenAlerts()
          .until("10:15")
          .thenTells(
              new Event.AlertsUnshelved(
                  ScopePath.ROOT, new Command.Shelvable.Subtree(ScopePath.ROOT), ""))
          .then(thenKnown("80 " + ACTIVE, "50 " + ACTIVE));
    }

    @Test
    @DisplayName("until cleared, is shelved by itself, and others to come are not")
    void eachByItself() {
      holding(60)
          .when(shelve(ADA, ShelfLife.UNTIL_CLEARED))
          .thenAnswers(new Outcome.AlertsShelved(1))
          .when(allocate("b", ADA, MEMORY, 20))
          .then(thenKnown("80 " + ACTIVE, "50 " + SHELVED));
    }

    @Test
    @DisplayName("comes back with all at and below a scope")
    void allBack() {
      holding(60)
          .when(shelve(ADA, ShelfLife.ONE_HOUR), shelve(AT_50, ShelfLife.EIGHT_HOURS))
          .when(unshelve("/"))
          .thenAnswers(new Outcome.AlertsUnshelved(1))
          .then(thenKnown("50 " + ACTIVE))
          .when(unshelve("/"))
          .thenTells();
    }

    @Test
    @DisplayName("must exist")
    void unknownScope() {
      holding(60)
          .when(shelve("/user:bob", ShelfLife.ONE_HOUR))
          .thenRefuses(new Refusal.UnknownScope(ScopePath.of("/user:bob")));
    }

    @Test
    @DisplayName("is counted before it is shelved: how many it would hide, by severity")
    void preview() {
      holding(100)
          .when(shelve(AT_50, ShelfLife.ONE_HOUR))
          .then(story ->
              assertThat(story.look().shelvable(ScopePath.of(ADA), story.now()))
                  .isEqualTo(new ScopeStatus.AlertCounts(0, 1, 1)));
    }

    @Test
    @DisplayName("is one of a thousand at most")
    void bounded() {
      String[] users =
          IntStream.range(0, 1_001).mapToObj(at -> "/user:u" + at).toArray(String[]::new);
      Story story =
          given(Arrays.stream(users).map(user -> limit(user, MEMORY, 1)).toArray(Limit[]::new));
      for (int at = 0; at < 1_000; at++) {
        story.when(shelve(users[at], ShelfLife.ONE_HOUR));
      }
      story
          .when(shelve(users[1_000], ShelfLife.ONE_HOUR))
          .thenRefusesAsInvalid("/what", "1000")
          .when(shelve(users[0], ShelfLife.EIGHT_HOURS))
          .thenIs(Outcome.AlertsShelved.class);
    }
  }
}
