package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An allocation of 60 tokens with 20 consumed, of ada's 100, when it is resized (A7)")
final class ResizeTest {
  private static final String ADA = "/user:ada";
  private static final String TOKENS_OF_ADA = "/user:ada LIMIT TOKENS";

  private static Story story() {
    return given(limit(ADA, TOKENS, 100))
        .and(pool("p", "/", TOKENS, 200))
        .when(allocate("a", ADA, TOKENS, 60), use("a", TOKENS, 20));
  }

  @ParameterizedTest(name = "to {0}: {1} reserved")
  @CsvSource({"20, 0", "21, 1", "59, 39", "60, 40", "61, 41", "99, 79", "100, 80"})
  @DisplayName("has so much in all, consumed included")
  void resizes(long total, long reserved) {
    story()
        .when(resize("a", TOKENS, total))
        .thenAnswers(new Outcome.ResizedTo(reserved))
        .thenCounts("/", TOKENS, reserved, 20)
        .thenCounts(ADA, TOKENS, reserved, 20)
        .thenPool("p", 180 - reserved, reserved, 20)
        .then(story ->
            story.thenTellsAmongOthers(
                new Event.Resized(
                    ScopePath.of(ADA), story.allocation("a"), TOKENS, reserved - 40)));
  }

  @ParameterizedTest(name = "to {0}")
  @CsvSource({"1", "19"})
  @DisplayName("is refused to go below what is consumed")
  void neverBelowConsumed(long total) {
    story().when(resize("a", TOKENS, total)).thenRefusesAsInvalid("/amount", "consumed, 20");
  }

  @Test
  @DisplayName("gets the difference like any request, or nothing changes but the memory of it")
  void upLikeARequest() {
    story()
        .when(allocate("b", ADA, TOKENS, 30))
        .when(resize("a", TOKENS, 71))
        .thenAnswers(new Outcome.NotResized(no(TOKENS, 11, 10, TOKENS_OF_ADA, CONTENTION)))
        .thenTells()
        .thenCounts(ADA, TOKENS, 70, 20)
        .thenPool("p", 110, 70, 20)
        .when(resize("a", TOKENS, 70))
        .thenAnswers(new Outcome.ResizedTo(50));
  }

  @Test
  @DisplayName("is told why the difference cannot be had")
  void reasons() {
    story()
        .when(resize("a", TOKENS, 140))
        .thenAnswers(new Outcome.NotResized(no(TOKENS, 80, 40, TOKENS_OF_ADA, CONTENTION)))
        .when(resize("a", TOKENS, 141))
        .thenAnswers(new Outcome.NotResized(no(TOKENS, 81, 40, TOKENS_OF_ADA, BUDGET_EXHAUSTED)))
        .when(resize("a", TOKENS, 161))
        .thenAnswers(new Outcome.NotResized(no(TOKENS, 101, 40, TOKENS_OF_ADA, EXCEEDS_LIMIT)));
  }

  @Test
  @DisplayName("is refused for a type of which it has no line")
  void otherType() {
    Story story = story();
    story
        .when(resize("a", MEMORY, 5))
        .thenRefuses(new Refusal.NoSuchLine(story.allocation("a"), MEMORY));
  }

  @Test
  @DisplayName("counts two lines of one type as one")
  void twoLinesOfOneType() {
    given(limit(ADA, TOKENS, 100))
        .when(
            allocate("a", ADA, required(TOKENS, 50), required(TOKENS, 30)), resize("a", TOKENS, 90))
        .thenAnswers(new Outcome.ResizedTo(90))
        .thenCounts(ADA, TOKENS, 90, 0)
        .when(resize("a", TOKENS, 20))
        .thenAnswers(new Outcome.ResizedTo(20))
        .thenCounts(ADA, TOKENS, 20, 0);
  }

  @Test
  @DisplayName("keeps its expiry")
  void keepsExpiry() {
    story().at("10:30").when(resize("a", TOKENS, 70)).until("11:00").thenLive();
  }

  @Test
  @DisplayName("makes room for those who wait when it shrinks")
  void makesRoom() {
    story()
        .when(allocate("w", ADA, TOKENS, 50).waiting("PT10M"))
        .thenWaiting("w")
        .when(resize("a", TOKENS, 50))
        .thenWaiting()
        .thenLive("a", "w");
  }

  @ParameterizedTest(name = "to {0}: {1}")
  @CsvSource({"29, false", "30, true", "31, true", "50, true", "51, false"})
  @DisplayName("of a held type is never below what was in use when last seen, nor above its limit")
  void held(long total, boolean fits) {
    Story story =
        given(limit(ADA, MEMORY, 50))
            .when(allocate("m", ADA, MEMORY, 40), use("m", MEMORY, 30), resize("m", MEMORY, total));
    if (fits) {
      story.thenAnswers(new Outcome.ResizedTo(total)).thenCounts(ADA, MEMORY, total, 30);
    } else {
      story.thenCounts(ADA, MEMORY, 40, 30);
    }
  }

  @Test
  @DisplayName("cannot grow from another pool than it was granted from, but can shrink")
  void fromAnotherPool() {
    story()
        .and(pool("q", ADA, TOKENS, 50))
        .when(resize("a", TOKENS, 61))
        .thenRefusesAsInvalid("/type", "another pool")
        .when(resize("a", TOKENS, 50))
        .thenAnswers(new Outcome.ResizedTo(30))
        .thenPool("p", 150, 30, 20)
        .thenPool("q", 50, 0, 0);
  }
}
