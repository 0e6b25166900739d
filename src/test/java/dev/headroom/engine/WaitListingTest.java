package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.model.Priority;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Who waits")
final class WaitListingTest {
  private static final String ADA = "/user:ada";
  private static final String EVE = "/user:eve";

  private static List<WaitStatus> seen(Story story, String below, int offset, int count) {
    return story.look().waits(ScopePath.of(below), offset, count, story.now());
  }

  /// Ada's 100 tokens are held but for ten.
  private static Story nearlyFull() {
    return given(limit(ADA, TOKENS, 100), limit(EVE, TOKENS, 5))
        .when(allocate("held", ADA, TOKENS, 90));
  }

  @Test
  @DisplayName("is shown with the constraint, what is needed there and what is free")
  void needsAgainstFree() {
    Story story = nearlyFull().when(allocate("w", ADA + "/run:r1", TOKENS, 50).waiting("PT10M"));

    WaitStatus wait = seen(story, "/", 0, 10).getFirst();
    assertThat(wait.id()).isEqualTo(story.allocation("w"));
    assertThat(wait.at()).isEqualTo(Facts.constraint("/user:ada LIMIT TOKENS"));
    assertThat(wait.type()).isEqualTo(TOKENS);
    assertThat(wait.requested()).isEqualTo(50);
    assertThat(wait.free()).isEqualTo(10);
    assertThat(wait.position()).isEqualTo(1);
    assertThat(wait.waiting()).isEqualTo(1);
    assertThat(wait.behind()).isEmpty();
  }

  @Test
  @DisplayName("stands behind whoever is considered before: the more urgent, then who came first")
  void behindWhom() {
    Story story =
        nearlyFull()
            .when(
                allocate("first", ADA + "/run:r1", TOKENS, 50).waiting("PT10M"),
                allocate("second", ADA + "/run:r2", TOKENS, 50).waiting("PT10M"),
                allocate("urgent", ADA + "/run:r3", TOKENS, 50)
                    .as(Priority.CRITICAL)
                    .waiting("PT10M"));

    assertThat(seen(story, "/", 0, 10))
        .extracting(
            wait -> wait.path().name(),
            WaitStatus::position,
            wait -> wait.behindPath().map(ScopePath::name))
        .containsExactly(
            tuple("r3", 1, Optional.empty()),
            tuple("r1", 2, Optional.of("r3")),
            tuple("r2", 3, Optional.of("r1")));
    assertThat(seen(story, "/", 2, 10)).extracting(WaitStatus::position).containsExactly(3);
  }

  @Test
  @DisplayName("is counted in its own line only, and listed at and below the scope asked for")
  void linesAreApart() {
    Story story =
        nearlyFull()
            .when(
                allocate("a", ADA, TOKENS, 50).waiting("PT10M"),
                allocate("full", EVE, TOKENS, 5),
                allocate("e", EVE, TOKENS, 1).waiting("PT10M"));

    assertThat(seen(story, EVE, 0, 10))
        .extracting(WaitStatus::position, WaitStatus::waiting, WaitStatus::free)
        .containsExactly(tuple(1, 1, 0L));
    assertThat(seen(story, "/", 0, 10)).hasSize(2);
    assertThat(seen(story, "/user:nobody", 0, 10)).isEmpty();
    assertThat(seen(story, "/", 0, 0)).isEmpty();
  }

  @Test
  @DisplayName("is shown no more once it was granted")
  void granted() {
    Story story =
        nearlyFull().when(allocate("w", ADA, TOKENS, 50).waiting("PT10M"), release("held"));

    assertThat(seen(story, "/", 0, 10)).isEmpty();
  }

  @Nested
  @DisplayName("is told when to expect to fit")
  class Expected {
    private static List<Optional<Instant>> expected(Story story) {
      return seen(story, "/", 0, 10).stream().map(WaitStatus::expectedAt).toList();
    }

    private static Optional<Instant> at(String time) {
      return Optional.of(Story.time(time));
    }

    @Test
    @DisplayName("by the expiries that free enough for all who are before it, and for itself")
    void expiries() {
      Story story =
          given(limit(ADA, TOKENS, 100))
              .when(
                  allocate("long", ADA, TOKENS, 40).lasting("PT3H"),
                  allocate("short", ADA, TOKENS, 60).lasting("PT1H"),
                  allocate("first", ADA, TOKENS, 60).waiting("PT9H"),
                  allocate("second", ADA, TOKENS, 40).waiting("PT9H"),
                  allocate("third", ADA, TOKENS, 1).waiting("PT9H"));
      assertThat(expected(story)).containsExactly(at("11:00"), at("13:00"), Optional.empty());
    }

    @ParameterizedTest(name = "{0} more: {1}")
    @CsvSource({"60, 11:00", "61, ''"})
    @DisplayName("by the end of the window, if what stays reserved leaves room then (L4)")
    void windows(long amount, String when) {
      Story story =
          given(limit(ADA, TOKENS, 100, "PT1H"))
              .when(
                  allocate("used", ADA, TOKENS, 60).lasting("P1D"),
                  use("used", TOKENS, 60),
                  allocate("held", ADA, TOKENS, 40).lasting("P1D"),
                  allocate("w", ADA, TOKENS, amount).waiting("PT9H"));
      assertThat(expected(story))
          .containsExactly(Optional.of(when).filter(time -> !time.isEmpty()).map(Story::time));
    }

    @Test
    @DisplayName("by the last of the windows that keep it")
    void lastWindow() {
      Story story =
          given(limit(ADA, TOKENS, 100, "PT1H"), limit(ADA, TOKENS, 100, "PT3H"))
              .when(
                  allocate("used", ADA, TOKENS, 100).lasting("P1D"),
                  use("used", TOKENS, 100),
                  allocate("w", ADA, TOKENS, 5).waiting("PT9H"));
      assertThat(expected(story)).containsExactly(at("12:00"));
    }

    @Test
    @DisplayName("by replenishment of a pool (P3)")
    void replenishment() {
      Story story =
          given(refilled(pool("p", "/", TOKENS, 100), 10, "PT1M"))
              .when(
                  allocate("used", ADA, TOKENS, 100).lasting("P1D"),
                  use("used", TOKENS, 100),
                  allocate("w", ADA, TOKENS, 30).waiting("PT9H"));
      assertThat(expected(story)).containsExactly(at("10:03"));
    }
  }
}
