package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.rollingOver;
import static dev.headroom.engine.Facts.zone;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The engine")
final class DeterminismTest {
  private static final String ADA = "/user:ada";

  /// A week in which everything happens that the engine knows.
  private static Story week() {
    Story story =
        begin()
            .when(set(zone("Europe/Berlin")))
            .and(
                limit("/", TOKENS, 100_000),
                rollingOver(limit(ADA, TOKENS, 500, "P1D")),
                limit(ADA, TOKENS, 300, "PT1H"),
                limit(ADA, MEMORY, 50))
            .and(refilled(pool("p", "/", TOKENS, 900), 7, "PT3S"), pool("m", ADA, MEMORY, 40));
    for (int hour = 0; hour < 24 * 7; hour++) {
      String name = "a" + hour % 5;
      String run = ADA + "/run:r" + hour % 7;
      story
          .at(time("2026-03-27T10:00Z").plusSeconds(hour * 3593L).toString())
          .when(
              allocate(name, run, required(TOKENS, 40 + hour), optional(MEMORY, hour % 60 + 1))
                  .lasting("PT3H")
                  .waiting("PT2H"))
          .when(allocate("x", "/user:bob/step:" + hour % 3, CREDITS, hour + 1).to("hour " + hour));
      if (story.answer() instanceof Outcome.Granted) {
        story.when(use("x", CREDITS, 2L * (hour % 5)), use("x", TOKENS, hour));
      }
      if (hour % 11 == 10) {
        story.when(close(run), topUp("p", 1), set(pool("m", ADA, MEMORY, 30 + hour % 20)));
      }
      if (hour % 4 == 3) {
        story.when(release("x"));
      }
    }
    return story;
  }

  @Test
  @DisplayName(
      "comes to the same state, byte for byte, from the same commands at the same times (D2)")
  void replays() {
    Story story = week();
    assertThat(story.events()).hasSizeGreaterThan(500);
    assertThat(story.canonicalReplayed()).isEqualTo(story.canonical());
    assertThat(week().events()).isEqualTo(story.events());
  }

  @Test
  @DisplayName("comes to another state from another amount, another time or another order (D2)")
  void tellsStatesApart() {
    byte[] state = given(limit(ADA, TOKENS, 100)).when(allocate("a", ADA, TOKENS, 1)).canonical();
    assertThat(given(limit(ADA, TOKENS, 100)).when(allocate("a", ADA, TOKENS, 2)).canonical())
        .isNotEqualTo(state);
    assertThat(given(limit(ADA, TOKENS, 101)).when(allocate("a", ADA, TOKENS, 1)).canonical())
        .isNotEqualTo(state);
    assertThat(
            given(limit(ADA, TOKENS, 100))
                .at("10:00:00.001")
                .when(allocate("a", ADA, TOKENS, 1))
                .canonical())
        .isNotEqualTo(state);
    assertThat(
            given(limit(ADA, TOKENS, 100))
                .when(allocate("a", ADA, TOKENS, 1).under("another"))
                .canonical())
        .isNotEqualTo(state);
  }

  @Test
  @DisplayName("is not changed by being looked at, now or as it will be")
  void looksChangeNothing() {
    Story story = week();
    byte[] before = story.canonical();
    for (int hours = 0; hours < 100; hours += 7) {
      story.at(story.now().plusSeconds(hours * 3600L).toString());
      for (ResourceType type : ResourceType.ALL) {
        story.look().explain(ScopePath.of(ADA + "/run:r1"), type, story.now());
      }
      story.look().scope(ScopePath.of(ADA), story.now());
      story.look().pools(story.now());
      story.look().alerts(ScopePath.ROOT, story.now());
      story.look().allocations(ScopePath.ROOT, true, 0, 100);
      story
          .look()
          .scopes(
              new ScopeSelection(
                  ScopePath.ROOT, 9, ScopeFilter.ALL, new ScopeRanking.ByPressure(), 9),
              story.now());
      story.look().config();
    }
    assertThat(story.canonical()).isEqualTo(before);
  }

  @Test
  @DisplayName("holds a clock that jumps back: it stays at its own time (D1)")
  void holdsTheClock() {
    given(limit(ADA, TOKENS, 100, "PT1H"))
        .at("11:30")
        .when(allocate("a", ADA, TOKENS, 60).lasting("PT10M"))
        .at("10:30")
        .when(allocate("b", ADA, TOKENS, 50))
        .thenDenies(no(TOKENS, 50, 40, "/user:ada LIMIT TOKENS/PT1H", CONTENTION))
        .when(allocate("c", ADA, TOKENS, 40).lasting("PT10M"))
        .then(story ->
            assertThat(story.answer())
                .isInstanceOfSatisfying(
                    Outcome.Granted.class,
                    granted -> assertThat(granted.expiresAt()).isEqualTo(time("11:40"))))
        .then(story -> assertThat(story.told()).extracting(Event::at).containsOnly(time("11:30")))
        .until("11:39:59.999")
        .thenLive("a", "c")
        .until("11:40")
        .thenLive();
  }

  @Test
  @DisplayName("does what falls due in one long step as in many short ones (D1)")
  void stepsDoNotMatter() {
    Story long1 = waitingForMuch();
    Story short1 = waitingForMuch();
    long1.until("2026-03-03T10:00Z");
    for (int minute = 1; minute <= 24 * 60; minute++) {
      short1.until(time("10:00").plusSeconds(minute * 60L).toString());
    }
    assertThat(short1.events()).isEqualTo(long1.events());
    assertThat(short1.events()).hasSizeGreaterThan(20);
  }

  private static Story waitingForMuch() {
    return given(limit(ADA, TOKENS, 100, "PT1H"), limit(ADA, MEMORY, 10))
        .and(refilled(pool("p", "/", TOKENS, 200), 1, "PT1M"))
        .when(
            allocate("a", ADA, TOKENS, 100).lasting("PT90M"),
            use("a", TOKENS, 70),
            allocate("m", ADA, MEMORY, 10).lasting("PT7M"),
            allocate("w1", ADA, required(TOKENS, 90), required(MEMORY, 5)).waiting("PT8H"),
            allocate("w2", ADA, TOKENS, 80).waiting("PT9H"),
            allocate("w3", "/user:bob", TOKENS, 150).waiting("PT10H"),
            allocate("w4", ADA, MEMORY, 7).waiting("PT6M"));
  }
}
