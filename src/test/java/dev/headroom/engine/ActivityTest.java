package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.costing;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a scope has cost, and when use changed there last,")
final class ActivityTest {
  private static final String RUN = "/user:ada/run:r";
  private static final String TEN = "2026-03-01T10:00:00Z";
  private static final String LATER = "2026-03-01T10:04:00Z";

  private static Consumer<Story> cost(String path, String credits) {
    return story -> assertThat(status(story, path).cost()).hasToString(credits);
  }

  private static Consumer<Story> changed(String path, String at) {
    return story -> assertThat(status(story, path).changed()).contains(Instant.parse(at));
  }

  private static ScopeStatus status(Story story, String path) {
    return story.look().scope(ScopePath.of(path), story.now()).orElseThrow();
  }

  private static Consumer<Story> lists(ScopeRanking ranking, String filter, String... paths) {
    return story -> {
      var wanted = new ScopeSelection(ScopePath.ROOT, 5, ScopeFilter.of(filter), ranking, 100);
      List<String> found =
          story.look().scopes(wanted, story.now()).first().stream().map(ScopePath::text).toList();
      assertThat(found).containsExactly(paths);
    };
  }

  @Test
  @DisplayName("is told of it and of all above it, of spent and of held types")
  void addsUp() {
    begin()
        .when(allocate("a", RUN, TOKENS, 90), costing("a", TOKENS, 40, "1.5"))
        .when(allocate("b", "/user:ada", MEMORY, 90), costing("b", MEMORY, 40, "0.25"))
        .then(cost(RUN, "1.5"))
        .then(cost("/user:ada", "1.75"))
        .then(cost("/", "1.75"));
  }

  @Test
  @DisplayName("counts usage that comes late (U4), and stays above a scope that closes")
  void staysAbove() {
    begin()
        .when(allocate("a", RUN, TOKENS, 90), costing("a", TOKENS, 40, "2"), release("a"))
        .when(costing("a", TOKENS, 1, "1"))
        .then(cost(RUN, "3"))
        .when(close(RUN))
        .then(cost("/user:ada", "3"))
        .when(allocate("again", RUN, TOKENS, 90))
        .then(cost(RUN, "0"));
  }

  @Test
  @DisplayName("is the instant of the last grant, usage or release at or below it, and of no look")
  void changes() {
    begin()
        .at(TEN)
        .when(allocate("a", RUN, TOKENS, 90))
        .then(changed(RUN, TEN))
        .then(changed("/", TEN))
        .at(LATER)
        .then(changed(RUN, TEN))
        .when(set(limit("/user:bob", TOKENS, 5)))
        .then(changed("/", TEN))
        .then(story -> assertThat(status(story, "/user:bob").changed()).isEqualTo(Optional.empty()))
        .when(release("a"))
        .then(changed("/user:ada", LATER));
  }

  @Test
  @DisplayName("orders scopes and finds them")
  void ordersAndFinds() {
    begin()
        .at(TEN)
        .when(allocate("a", "/user:ada", TOKENS, 9), costing("a", TOKENS, 4, "12"))
        .when(allocate("c", "/user:cy", TOKENS, 9))
        .at(LATER)
        .when(allocate("b", "/user:bob", TOKENS, 9), costing("b", TOKENS, 4, "0.5"))
        .when(set(limit("/user:dan", TOKENS, 5)))
        .then(
            lists(new ScopeRanking.ByCost(), "", "/user:ada", "/user:bob", "/user:cy", "/user:dan"))
        .then(
            lists(
                new ScopeRanking.ByRecency(),
                "",
                "/user:bob",
                "/user:ada",
                "/user:cy",
                "/user:dan"))
        .then(lists(new ScopeRanking.ByName(), "cost>0.5", "/user:ada"))
        .then(lists(new ScopeRanking.ByName(), "cost>=0.5", "/user:ada", "/user:bob"))
        .then(lists(new ScopeRanking.ByName(), "changed<3m", "/user:bob"))
        .then(
            lists(new ScopeRanking.ByName(), "changed>=4m", "/user:ada", "/user:cy", "/user:dan"));
  }
}
