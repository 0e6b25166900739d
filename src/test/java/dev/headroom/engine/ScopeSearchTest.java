package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The scopes below one")
final class ScopeSearchTest {
  private static List<String> names(
      Story story, String below, int depth, boolean byPressure, String... words) {
    return story
        .look()
        .scopes(
            new ScopeSelection(
                ScopePath.of(below),
                depth,
                ScopeFilter.words(List.of(words)),
                byPressure ? new ScopeRanking.ByPressure() : new ScopeRanking.ByName(),
                Integer.MAX_VALUE),
            story.now())
        .first()
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
    var first = story.look().scopes(byUse(4), story.now());
    assertThat(first.total()).isEqualTo(6);
    assertThat(first.first())
        .extracting(ScopePath::text)
        .containsExactly("/user:bob", "/user:bob/run:one", "/user:ada", "/user:ada/run:one");
    assertThat(story.look().scopes(byUse(0), story.now()))
        .isEqualTo(new RankedScopes(List.of(), 6));
  }

  private static ScopeSelection byUse(int count) {
    return new ScopeSelection(
        ScopePath.ROOT, 2, ScopeFilter.ALL, new ScopeRanking.ByUse(TOKENS), count);
  }

  @Nested
  @DisplayName("of which there are many")
  final class Many {
    /// Users with a run each.
    private static Story crowd(int users) {
      Story story = Story.begin();
      for (int user = 0; user < users; user++) {
        String run = "/user:u" + user + "/run:r";
        story.when(allocate("a" + user, run, TOKENS, 1 + user % 3));
      }
      return story;
    }

    private static List<String> users(IntStream numbers) {
      return numbers.mapToObj(number -> "/user:u" + number).toList();
    }

    private static List<String> texts(RankedScopes scopes) {
      return scopes.first().stream().map(ScopePath::text).toList();
    }

    @ParameterizedTest(name = "{0} users")
    @ValueSource(ints = {1, 1024, 1025, 8192, 8193, 9000})
    @DisplayName("are found each once, however many are looked at at a time")
    void eachOnce(int users) {
      Story story = crowd(users);
      var all = story.look().scopes(ScopeSelection.all(ScopePath.ROOT, 2), story.now());
      assertThat(all.total()).isEqualTo(2 * users);
      assertThat(texts(all))
          .isEqualTo(
              users(IntStream.range(0, users)).stream()
                  .flatMap(user -> Stream.of(user, user + "/run:r"))
                  .toList());
      var above = story.look().scopes(ScopeSelection.all(ScopePath.ROOT, 1), story.now());
      assertThat(texts(above)).isEqualTo(users(IntStream.range(0, users)));
    }

    @Test
    @DisplayName("are as many as match, of which the first come in order, those that tie by name")
    void firstOfMany() {
      Story story = crowd(9000);
      var sevens =
          new ScopeSelection(ScopePath.ROOT, 1, ScopeFilter.of("7"), new ScopeRanking.ByName(), 20);
      assertThat(story.look().scopes(sevens, story.now()))
          .isEqualTo(
              new RankedScopes(
                  users(IntStream.range(0, 9000).filter(at -> ("" + at).contains("7")).limit(20))
                      .stream()
                      .map(ScopePath::of)
                      .toList(),
                  (int) IntStream.range(0, 9000).filter(at -> ("" + at).contains("7")).count()));
      var most =
          new ScopeSelection(
              ScopePath.ROOT, 1, ScopeFilter.ALL, new ScopeRanking.ByUse(TOKENS), 3002);
      List<String> threes = users(IntStream.range(0, 9000).filter(at -> at % 3 == 2));
      assertThat(texts(story.look().scopes(most, story.now())))
          .startsWith(threes.toArray(String[]::new))
          .endsWith("/user:u1", "/user:u4");
    }

    @Test
    @DisplayName("are counted all, and kept from after one on by name, in whatever order")
    void afterOne() {
      Story story = crowd(9000);
      ScopePath after = ScopePath.of("/user:u8998");
      for (ScopeRanking ranking :
          List.of(new ScopeRanking.ByName(), new ScopeRanking.ByUse(TOKENS))) {
        var some = new ScopeSelection(ScopePath.ROOT, 1, ScopeFilter.ALL, ranking, after, 20);
        assertThat(story.look().scopes(some, story.now()))
            .isEqualTo(new RankedScopes(List.of(ScopePath.of("/user:u8999")), 9000));
      }
    }

    @Test
    @DisplayName("are found though others come and go between two looks, and none twice")
    void whileOthersComeAndGo() {
      Story story = crowd(9000);
      var search = new ScopeSearch(ScopeSelection.all(ScopePath.ROOT, 2));
      boolean more = true;
      for (int turn = 0; more; turn++) {
        more = story.look().step(search, story.now());
        // It is made anew elsewhere: its place is taken by the one that was never there.
        story.when(
            close("/user:u" + turn),
            allocate("n" + turn, "/user:new" + turn, TOKENS, 1),
            allocate("b" + turn, "/user:u" + turn + "/run:r", TOKENS, 1));
      }
      List<String> found = texts(search.found());
      assertThat(found).doesNotHaveDuplicates().hasSizeGreaterThan(18_000 - 50);
      assertThat(found).containsAll(users(IntStream.range(100, 9000)));
    }

    @Test
    @DisplayName("are no more once the one that they were below is gone")
    void goneInBetween() {
      Story story = crowd(1);
      for (int run = 0; run < 3000; run++) {
        story.when(allocate("x" + run, "/user:u0/run:x" + run, TOKENS, 1));
      }
      var search = new ScopeSearch(ScopeSelection.all(ScopePath.of("/user:u0"), 1));
      assertThat(story.look().step(search, story.now())).isTrue();
      story.when(close("/user:u0"));
      assertThat(story.look().step(search, story.now())).isFalse();
    }
  }
}
