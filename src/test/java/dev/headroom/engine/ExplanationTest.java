package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Explanation;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An explanation (A9)")
final class ExplanationTest {
  private static final String RUN = "/user:ada/run:r1";

  private static Explanation explain(Story story, String path, ResourceType type) {
    return story.look().explain(ScopePath.of(path), type, story.now());
  }

  /// Every link as `constraint: allowance, reserved, consumed, headroom`.
  private static void thenLinks(Story story, String path, ResourceType type, String... links) {
    assertThat(explain(story, path, type).links())
        .extracting(link ->
            link.constraint()
                + ": "
                + link.allowance()
                + ", "
                + link.reserved()
                + ", "
                + link.consumed()
                + ", "
                + link.headroom())
        .containsExactly(links);
  }

  @Test
  @DisplayName("names every limit from the root down and the pool that serves, with what they have")
  void links() {
    given(
            limit("/", TOKENS, 1000),
            limit("/user:ada", TOKENS, 100, "P1D"),
            limit(RUN, TOKENS, 90),
            limit(RUN, CREDITS, 1),
            limit("/user:bob", TOKENS, 1))
        .and(pool("root", "/", TOKENS, 5), pool("adas", "/user:ada", TOKENS, 80))
        .when(
            allocate("a", RUN, TOKENS, 30),
            use("a", TOKENS, 10),
            allocate("b", "/user:ada", TOKENS, 7))
        .then(story ->
            thenLinks(
                story,
                RUN,
                TOKENS,
                "/ LIMIT TOKENS: 1000, 27, 10, 963",
                "/user:ada LIMIT TOKENS/P1D: 100, 27, 10, 63",
                "/user:ada/run:r1 LIMIT TOKENS: 90, 20, 10, 60",
                "/user:ada POOL adas: 80, 27, 10, 43"))
        .then(story -> assertThat(explain(story, RUN, TOKENS).binding()).contains(3));
  }

  @ParameterizedTest(name = "{0}, {1}, {2} and a pool of {3}: number {4}")
  @CsvSource({
    "1, 2, 3, 4, 0",
    "2, 1, 3, 4, 1",
    "4, 3, 1, 2, 2",
    "4, 3, 2, 1, 3",
    "5, 5, 5, 5, 0",
    "6, 5, 5, 5, 1",
    "9, 9, 9, 9, 0"
  })
  @DisplayName(
      "says which binds: the one with the least headroom, of equals the nearest to the root")
  void binding(long root, long ada, long run, long stock, int expected) {
    given(limit("/", TOKENS, root), limit("/user:ada", TOKENS, ada), limit(RUN, TOKENS, run))
        .and(pool("p", "/", TOKENS, stock))
        .then(story -> assertThat(explain(story, RUN, TOKENS).binding()).contains(expected));
  }

  @Test
  @DisplayName("of a scope that is not there yet is that of what is above it")
  void notThereYet() {
    given(limit("/user:ada", MEMORY, 100))
        .when(allocate("a", "/user:ada", MEMORY, 30))
        .then(story ->
            thenLinks(
                story,
                "/user:ada/swarm:new/run:new",
                MEMORY,
                "/user:ada LIMIT MEMORY: 100, 30, 0, 70"));
  }

  @Test
  @DisplayName("of what nothing constrains has no links and nothing that binds")
  void unconstrained() {
    begin()
        .when(allocate("a", RUN, TOKENS, 30))
        .then(story ->
            assertThat(explain(story, RUN, TOKENS))
                .isEqualTo(
                    new Explanation(
                        ScopePath.of(RUN),
                        TOKENS,
                        java.util.List.of(),
                        java.util.Optional.empty())));
  }

  @Test
  @DisplayName("is of now, though nobody has done anything since: windows, replenishment, expiry")
  void ofNow() {
    given(limit("/", TOKENS, 100, "PT1H"))
        .and(refilled(pool("p", "/", TOKENS, 100), 1, "PT1M"))
        .when(allocate("a", RUN, TOKENS, 60).lasting("PT5H"), use("a", TOKENS, 50))
        .then(story ->
            thenLinks(
                story,
                RUN,
                TOKENS,
                "/ LIMIT TOKENS/PT1H: 100, 10, 50, 40",
                "/ POOL p: 100, 10, 50, 40"))
        .at("11:00")
        .then(story ->
            thenLinks(
                story,
                RUN,
                TOKENS,
                "/ LIMIT TOKENS/PT1H: 100, 10, 0, 90",
                "/ POOL p: 100, 10, 50, 90"))
        .when(set(limit("/", TOKENS, 50, "PT1H")))
        .then(story ->
            thenLinks(
                story,
                RUN,
                TOKENS,
                "/ LIMIT TOKENS/PT1H: 50, 10, 0, 40",
                "/ POOL p: 100, 10, 50, 90"));
  }
}
