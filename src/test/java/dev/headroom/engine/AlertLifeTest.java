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
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.unlimit;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.AlertState.ACKNOWLEDGED;
import static dev.headroom.model.AlertState.ACTIVE;
import static dev.headroom.model.AlertState.CLEARED;
import static dev.headroom.model.AlertState.PENDING;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import dev.headroom.model.ShelfLife;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An alert (T2)")
final class AlertLifeTest {
  private static final AlertRef AT_100 = at(ADA, 100);

  private static Deed acknowledge(AlertRef alert, String note) {
    return (_, id) -> new Command.AcknowledgeAlert(id, alert, "eve", note);
  }

  private static Settings delayed(String delay) {
    return new Settings(
        ZoneOffset.UTC, Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.parse(delay));
  }

  @Nested
  @DisplayName("that is acknowledged")
  class Acknowledged {
    @Test
    @DisplayName("stands still, says who knows, and tells")
    void says() {
      holding(60)
          .at("10:01")
          .when(acknowledge(AT_50, ""))
          .thenAnswers(new Outcome.AlertAcknowledged())
          .thenTells(new Event.AlertAcknowledged(ScopePath.of(ADA), AT_50, "eve", ""))
          .then(story ->
              assertThat(all(story).getFirst().life().acknowledgement())
                  .contains(new Alert.Acknowledgement("eve", "", Story.time("10:01"))))
          .then(thenKnown("50 " + ACKNOWLEDGED))
          .thenAlerts("50 % of " + AT_50.constraint());
    }

    @Test
    @DisplayName("is gone once it clears; one that clears first stays until it is acknowledged")
    void anyOrder() {
      holding(60)
          .when(acknowledge(AT_50, "seen"), release("a"))
          .then(thenKnown())
          .when(allocate("b", ADA, MEMORY, 60), release("b"))
          .then(thenKnown("50 " + CLEARED))
          .thenAlerts()
          .when(acknowledge(AT_50, "seen"))
          .then(thenKnown())
          .when(acknowledge(AT_50, "seen"))
          .thenRefuses(new Refusal.UnknownAlert(AT_50));
    }

    @Test
    @DisplayName("is active again when it is raised again, and counts the repeat (T1)")
    void again() {
      holding(60)
          .when(acknowledge(AT_50, "seen"), release("a"), allocate("b", ADA, MEMORY, 60))
          .then(thenKnown("50 " + ACTIVE))
          .then(story -> assertThat(all(story).getFirst().repeats()).isEqualTo(1));
    }

    @Test
    @DisplayName("wants attention again when a higher threshold of its constraint is crossed")
    void escalates() {
      holding(60)
          .when(acknowledge(AT_50, "seen"), allocate("b", ADA, MEMORY, 20))
          .thenTellsAmongOthers(new Event.AlertReopened(ScopePath.of(ADA), AT_50))
          .then(thenKnown("80 " + ACTIVE, "50 " + ACTIVE))
          .when(acknowledge(AT_50, "seen"), acknowledge(AT_80, "seen"))
          .when(release("b"), allocate("c", ADA, MEMORY, 20))
          .thenTellsTimes(1, Event.AlertReopened.class);
    }

    @ParameterizedTest(name = "{0} %")
    @CsvSource({"50, true", "80, true", "100, false"})
    @DisplayName("needs a note from 100 % on, else it is refused:")
    void note(int percent, boolean without) {
      Story story = holding(100).when(acknowledge(at(ADA, percent), " "));
      if (without) {
        story.thenIs(Outcome.AlertAcknowledged.class);
      } else {
        story
            .thenRefusesAsInvalid("/note", "T2")
            .when(acknowledge(AT_100, "on it"))
            .thenIs(Outcome.AlertAcknowledged.class);
      }
    }

    @Test
    @DisplayName("holds its severity: the gravest that nobody has acknowledged is seen first")
    void holdsItsMaximum() {
      holding(60)
          .when(allocate("b", ADA, MEMORY, 40), release("b"))
          .then(thenKnown("100 " + CLEARED, "80 " + CLEARED, "50 " + ACTIVE));
    }

    @Test
    @DisplayName("is forgotten with its limit")
    void forgotten() {
      holding(60).when(unlimit(ADA)).then(thenKnown());
    }
  }

  @Nested
  @DisplayName("with a delay in the settings")
  class Delayed {
    @Test
    @DisplayName("is pending until its threshold was exceeded for that long, and told then")
    void pending() {
      given(limit(ADA, MEMORY, 100))
          .when(set(delayed("PT1M")), allocate("a", ADA, MEMORY, 60))
          .thenTellsTimes(0, Event.AlertRaised.class)
          .then(thenKnown("50 " + PENDING))
          .thenAlerts()
          .until("10:00:59.999")
          .thenTells()
          .until("10:01")
          .thenTellsTimes(1, Event.AlertRaised.class)
          .then(thenKnown("50 " + ACTIVE))
          .then(story -> assertThat(all(story).getFirst().raisedAt()).isEqualTo(story.now()));
    }

    @Test
    @DisplayName("never comes to be if use falls back before, at the very instant too (A8)")
    void fallsBack() {
      given(limit(ADA, MEMORY, 100))
          .when(set(delayed("PT1M")), allocate("a", ADA, MEMORY, 60).lasting("PT1M"))
          .until("10:02")
          .thenTellsTimes(0, Event.AlertRaised.class)
          .thenTellsTimes(0, Event.AlertCleared.class)
          .then(thenKnown());
    }

    @Test
    @DisplayName("cannot be acknowledged while it is pending")
    void notYet() {
      given(limit(ADA, MEMORY, 100))
          .when(set(delayed("PT1M")), allocate("a", ADA, MEMORY, 60))
          .when(acknowledge(AT_50, "seen"))
          .thenRefuses(new Refusal.UnknownAlert(AT_50));
    }

    @Test
    @DisplayName("of a pool tells what is used when it comes to be")
    void ofAPool() {
      given(pool("p", "/", MEMORY, 100))
          .when(set(delayed("PT1M")), allocate("a", ADA, MEMORY, 60))
          .when(allocate("b", ADA, MEMORY, 5))
          .until("10:01")
          .then(story ->
              assertThat(story.told())
                  .extracting(Event::body)
                  .singleElement()
                  .isInstanceOfSatisfying(
                      Event.AlertRaised.class, raised -> assertThat(raised.used()).isEqualTo(65)));
    }
  }

  @Nested
  @DisplayName("among many")
  class AmongMany {
    @ParameterizedTest(name = "{0} at siblings")
    @CsvSource({"9, 0, 10", "10, 1, 1"})
    @DisplayName("is folded with those at scopes of the same parent from ten on")
    void floods(int siblings, int floods, int single) {
      Story story = given(limit(ADA, TOKENS, 10));
      for (int at = 0; at < siblings; at++) {
        story.and(limit(ADA + "/run:r" + at, MEMORY, 100));
        story.when(allocate("r" + at, ADA + "/run:r" + at, MEMORY, 60));
      }
      story.when(allocate("t", ADA, TOKENS, 1), use("t", TOKENS, 6));
      AlertOverview overview =
          story.look().alertOverview(ScopePath.ROOT, EnumSet.of(ACTIVE), story.now());
      assertThat(overview.alerts()).hasSize(single);
      assertThat(overview.floods())
          .hasSize(floods)
          .allSatisfy(flood -> {
            assertThat(flood.parent()).isEqualTo(ScopePath.of(ADA));
            assertThat(flood.counts()).isEqualTo(new ScopeStatus.AlertCounts(10, 0, 0));
          });
    }
  }

  @Test
  @DisplayName("is part of the state in all that: a replay ends up the same, byte for byte (D2)")
  void replays() {
    Story story =
        holding(60)
            .when(acknowledge(AT_50, "seen"), shelve(AT_50, ShelfLife.ONE_HOUR))
            .when(shelve("/", ShelfLife.ONE_HOUR));
    assertThat(story.canonicalReplayed()).isEqualTo(story.canonical());
    assertThat(story.canonical()).isNotEqualTo(holding(60).canonical());
  }
}
