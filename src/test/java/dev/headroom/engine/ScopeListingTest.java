package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scopes below one")
final class ScopeListingTest {
  private static List<String> names(
      Story story, String below, int depth, boolean byPressure, String... words) {
    return story
        .look()
        .scopesBelow(
            ScopePath.of(below), depth, byPressure, ScopeFilter.words(List.of(words)), story.now())
        .stream()
        .map(ScopePath::text)
        .toList();
  }

  private static Story at(String... paths) {
    Story story = Story.begin();
    for (String path : paths) {
      story.when(allocate("a" + path, path, TOKENS, 1));
    }
    return story;
  }

  @ParameterizedTest(name = "{0} before {1}")
  @CsvSource({
    "/user:r2, /user:r10",
    "/user:r09, /user:r10",
    "/user:r9, /user:r010",
    "/user:r007, /user:r7",
    "/user:r0, /user:r1",
    "/user:a, /user:B",
    "/user:B, /user:c",
    "/user:a, /user:a1",
    "/user:a9z, /user:a10a",
    "/user:a/run:z, /user:a-b"
  })
  @DisplayName("come by name, numbers in names by their value, each right before what is below it")
  void byName(String first, String second) {
    assertThat(names(at(second, first), "/", 2, false))
        .containsSubsequence(first, second)
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("are found as deep as asked for, by all of the words, however they are written")
  void found() {
    Story story = at("/user:ada/run:one", "/user:ada/run:two", "/user:bob/run:one");
    assertThat(names(story, "/", 1, false)).containsExactly("/user:ada", "/user:bob");
    assertThat(names(story, "/", 2, false))
        .containsExactly(
            "/user:ada",
            "/user:ada/run:one",
            "/user:ada/run:two",
            "/user:bob",
            "/user:bob/run:one");
    assertThat(names(story, "/user:ada", 9, false))
        .containsExactly("/user:ada/run:one", "/user:ada/run:two");
    assertThat(names(story, "/", 9, false, "ADA", "one")).containsExactly("/user:ada/run:one");
    assertThat(names(story, "/", 9, false, "one"))
        .containsExactly("/user:ada/run:one", "/user:bob/run:one");
    assertThat(names(story, "/user:eve", 9, false)).isEmpty();
  }

  @Test
  @DisplayName("come with those first that are nearest to one of their limits, where asked for")
  void byPressure() {
    Story story =
        given(
                limit("/user:half", TOKENS, 100),
                limit("/user:nothing", TOKENS, 0),
                limit("/user:most", TOKENS, 100),
                limit("/user:most", MEMORY, 100),
                limit("/user:less", TOKENS, 1000))
            .when(
                allocate("h", "/user:half", TOKENS, 50),
                allocate("l", "/user:less", TOKENS, 499),
                allocate("m", "/user:most", MEMORY, 90));
    assertThat(names(story, "/", 1, true))
        .containsExactly("/user:most", "/user:half", "/user:less", "/user:nothing");
  }

  @Test
  @DisplayName("come with those first that use most of a type, as many as asked for, on all levels")
  void byUse() {
    Story story =
        Story.begin()
            .when(
                allocate("b", "/user:bob/run:one", TOKENS, 70),
                allocate("c", "/user:ada/run:two", TOKENS, 20),
                allocate("d", "/user:ada/run:one", TOKENS, 40),
                allocate("e", "/user:eve", MEMORY, 500));
    var first =
        story
            .look()
            .rank(ScopePath.ROOT, 2, ScopeFilter.ALL, new UseRanking(TOKENS, 4), story.now());
    assertThat(first.total()).isEqualTo(6);
    assertThat(first.first())
        .extracting(ScopePath::text)
        .containsExactly("/user:bob", "/user:bob/run:one", "/user:ada", "/user:ada/run:one");
    var none =
        story
            .look()
            .rank(ScopePath.ROOT, 2, ScopeFilter.ALL, new UseRanking(TOKENS, 0), story.now());
    assertThat(none).isEqualTo(new RankedScopes(List.of(), 6));
  }
}
