package dev.headroom.engine;

import static dev.headroom.engine.AdaAlerts.ADA;
import static dev.headroom.engine.AdaAlerts.all;
import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Event;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What is foretold (T5)")
final class ForetellingTest {
  private static final ConstraintRef HOURLY = constraint(ADA + " LIMIT TOKENS/PT1H");
  private static final ConstraintRef LIFETIME = constraint(ADA + " LIMIT TOKENS");
  private static final Exhaustion NEVER = Exhaustion.NONE;

  /// So many an hour, from ten to eleven.
  private static Limit hourly(long amount) {
    return new Limit(ScopePath.of(ADA), TOKENS, Limit.Terms.hard(amount).per(Period.of("PT1H")));
  }

  private static Exhaustion at(String earliest, String expected) {
    return new Exhaustion(
        Optional.of(Story.time(earliest)), Optional.of(Story.time(expected)), Optional.empty());
  }

  private static Deed foretell(ConstraintRef constraint, Exhaustion exhaustion) {
    return foretell(constraint, exhaustion, Duration.ofMinutes(30));
  }

  private static Deed foretell(ConstraintRef constraint, Exhaustion exhaustion, Duration holds) {
    return (_, id) ->
        new Command.Foretell(id, List.of(new Foretold(constraint, exhaustion, holds)));
  }

  private static Consumer<Story> thenAlert(String... states) {
    return story ->
        assertThat(all(story))
            .filteredOn(alert -> alert.ref().isForecast())
            .extracting(alert -> alert.life().state().toString())
            .containsExactly(states);
  }

  private static Event.AlertRaised raised(Exhaustion exhaustion) {
    return new Event.AlertRaised(
        ScopePath.of(ADA),
        HOURLY,
        TOKENS,
        AlertRef.FORECAST,
        Severity.WARNING,
        0,
        100,
        Optional.of(exhaustion));
  }

  private static final Event.AlertCleared CLEARED =
      new Event.AlertCleared(ScopePath.of(ADA), HOURLY, TOKENS, AlertRef.FORECAST);

  @Test
  @DisplayName("raises an alert where a constraint is expected to run out before its window ends")
  void raises() {
    Exhaustion soon = at("10:40", "10:50");
    given(hourly(100))
        .when(foretell(HOURLY, soon))
        .thenAnswers(new Outcome.Foretold(1))
        .thenTells(raised(soon))
        .then(thenAlert("ACTIVE"))
        .then(story -> {
          Alert alert = all(story).getFirst();
          assertThat(alert.severity()).isEqualTo(Severity.WARNING);
          assertThat(alert.forecast()).contains(soon);
          assertThat(story.look().scope(ScopePath.of(ADA), story.now()).orElseThrow().alerts())
              .isEqualTo(new ScopeStatus.AlertCounts(0, 1, 0));
        });
  }

  @Test
  @DisplayName("raises none where the window ends before, nor where that may be only")
  void doesNot() {
    given(hourly(100))
        .when(foretell(HOURLY, at("11:05", "11:20")))
        .thenAnswers(new Outcome.Foretold(0))
        .then(thenAlert())
        .when(foretell(HOURLY, at("10:55", "11:10")))
        .thenAnswers(new Outcome.Foretold(0))
        .then(thenAlert());
  }

  @Test
  @DisplayName("does not flap: the alert stays until not even the earliest is in time")
  void doesNotFlap() {
    given(hourly(100))
        .when(foretell(HOURLY, at("10:40", "10:50")))
        .when(foretell(HOURLY, at("10:50", "11:10")))
        .thenAnswers(new Outcome.Foretold(1))
        .thenTellsTimes(0, Event.AlertCleared.class)
        .when(foretell(HOURLY, at("10:45", "10:55")))
        .thenTellsTimes(0, Event.AlertRaised.class)
        .then(story -> assertThat(all(story).getFirst().forecast()).contains(at("10:45", "10:55")))
        .when(foretell(HOURLY, at("11:00", "11:10")))
        .thenAnswers(new Outcome.Foretold(0))
        .thenTells(CLEARED)
        .then(thenAlert("CLEARED"))
        .when(foretell(HOURLY, NEVER))
        .thenTellsTimes(0, Event.AlertCleared.class);
  }

  @Test
  @DisplayName("is believed for so long only, unless it is said again")
  void isOutdated() {
    given(hourly(100))
        .when(foretell(HOURLY, at("10:40", "10:50"), Duration.ofMinutes(10)))
        .at("10:05")
        .when(foretell(HOURLY, at("10:40", "10:50"), Duration.ofMinutes(10)))
        .until("10:10")
        .then(thenAlert("ACTIVE"))
        .until("10:15")
        .thenTells(CLEARED)
        .then(thenAlert("CLEARED"));
  }

  @Test
  @DisplayName("is over with the window of which it was said")
  void endsWithTheWindow() {
    given(hourly(100))
        .at("10:50")
        .when(foretell(HOURLY, at("10:52", "10:55")))
        .until("11:00")
        .thenTells(CLEARED);
  }

  @Test
  @DisplayName("of a lifetime budget or a pool counts where it comes within a day")
  void withoutWindows() {
    Exhaustion far =
        new Exhaustion(
            Optional.of(Story.time("10:30")),
            Optional.of(Story.time("10:00").plus(Foretold.LEAD)),
            Optional.empty());
    given(limit(ADA, TOKENS, 100))
        .when(foretell(LIFETIME, far))
        .thenAnswers(new Outcome.Foretold(0))
        .at("10:01")
        .when(foretell(LIFETIME, far))
        .thenAnswers(new Outcome.Foretold(1));
  }

  @Test
  @DisplayName("of what there is not is passed over")
  void passesOver() {
    given(hourly(100))
        .when(foretell(LIFETIME, at("10:40", "10:50")))
        .thenAnswers(new Outcome.Foretold(0))
        .when(foretell(constraint("/user:bob POOL p"), at("10:40", "10:50")))
        .thenAnswers(new Outcome.Foretold(0))
        .then(thenAlert());
  }

  @Nested
  @DisplayName("and its alert")
  class OfTheAlert {
    @Test
    @DisplayName("is acknowledged and shelved like others, and stays so when it is said again")
    void attended() {
      AlertRef ref = AlertRef.forecast(HOURLY);
      given(hourly(100))
          .when(foretell(HOURLY, at("10:40", "10:50")))
          .when((_, id) -> new Command.AcknowledgeAlert(id, ref, "eve", ""))
          .when(foretell(HOURLY, at("10:41", "10:51")))
          .then(thenAlert(AlertState.ACKNOWLEDGED.toString()))
          .when(allocate("a", ADA, TOKENS, 85))
          .then(thenAlert(AlertState.ACKNOWLEDGED.toString()))
          .when(release("a"), foretell(HOURLY, NEVER))
          .then(thenAlert());
    }

    @Test
    @DisplayName("goes with its constraint, and stays where that is only changed")
    void goes() {
      given(hourly(100))
          .when(foretell(HOURLY, at("10:40", "10:50")))
          .when(Deed.set(hourly(200)))
          .then(thenAlert("ACTIVE"))
          .when((story, id) ->
              new Command.ApplyChanges(
                  id,
                  List.of(
                      new Change.PutLimits(
                          ScopePath.of(ADA),
                          List.of(),
                          story
                              .look()
                              .scope(ScopePath.of(ADA), story.now())
                              .orElseThrow()
                              .version())),
                  "op",
                  "test"))
          .thenTellsAmongOthers(CLEARED)
          .then(thenAlert());
    }
  }
}
