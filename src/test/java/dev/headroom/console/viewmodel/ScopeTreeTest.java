package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scope tree")
final class ScopeTreeTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands errands = new Errands();
  private final Calls calls = new Calls(errands);
  private final ScopeTree tree =
      new ScopeTree(new ShownInstance(world.instance(), calls), ScopePath.ROOT);
  private final List<ScopeNode> tops = new ArrayList<>();

  @AfterEach
  void close() {
    calls.close();
    world.close();
  }

  @Test
  @DisplayName("fetches the root and what is directly below it, and the rest when it is opened")
  void isLazy() {
    start();
    assertThat(names(root()))
        .containsExactly("ada", "bot-ci", "marie", "noor", "oskar", "team-search");
    ScopeNode ada = child(root(), "ada");
    assertThat(ada.children()).isEmpty();
    assertThat(ada.hasChildren()).isTrue();
    tree.open(ada);
    assertThat(ada.children().getFirst().role()).isEqualTo(ScopeNode.Role.LOADING);
    errands.until(() -> ada.children().size() == 2);
    assertThat(names(ada)).containsExactly("s1", "s2-nightly");
  }

  @Test
  @DisplayName("fetches many children page by page, and says how many are missing")
  void pages() {
    crowd(1_200);
    start();
    ScopeNode more = root().children().getLast();
    assertThat(more.role()).isEqualTo(ScopeNode.Role.MORE);
    assertThat(more.name()).isEqualTo("706 more — show the next 500");
    tree.open(more);
    errands.until(() -> root().children().size() > 900);
    assertThat(root().children()).hasSize(1_001);
  }

  @Test
  @DisplayName("reveals a scope from a page that was not fetched")
  void reveals() {
    crowd(1_200);
    start();
    List<ScopeNode> found = new ArrayList<>();
    tree.reveal(List.of("/user:x1199/run:r1"), found::add);
    errands.until(() -> !found.isEmpty());
    assertThat(found.getFirst().address()).isEqualTo("/user:x1199/run:r1");
    assertThat(names(root())).contains("x1199");
  }

  @Test
  @DisplayName("keeps its rows when scopes come, so that what is expanded stays so")
  void keepsRows() {
    start();
    ScopeNode ada = child(root(), "ada");
    tree.open(ada);
    errands.until(() -> ada.children().size() == 2);
    world.use("/user:bea/run:r1", ResourceType.TOKENS, 100, 0);
    tree.sort(TreeOrder.NAME);
    errands.until(() -> root().children().size() == 7);
    assertThat(child(root(), "ada")).isSameAs(ada);
    assertThat(ada.children()).hasSize(2);
  }

  @Test
  @DisplayName("lists what a filter matches by full path, and returns to the tree after it")
  void filters() {
    start();
    tree.filter("S1 r7");
    errands.until(() -> tops.size() == 2);
    assertThat(names(tops.getLast()))
        .containsExactly(
            "/user:ada/swarm:s1/run:r7",
            "/user:ada/swarm:s1/run:r7/step:3",
            "/user:ada/swarm:s1/run:r7/step:4");
    assertThat(tree.count()).startsWith("3 of ");
    tree.filter("");
    assertThat(tops.getLast()).isSameAs(tops.getFirst());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tokens>90 !user:ada         | /user:bot-ci
          user:bot* state:full        | /user:bot-ci
          tokens.left<5k !state:full  | /user:ada/swarm:s1
          memory.used>4GiB user:oskar | /user:oskar /user:oskar/run:r2
          waiting>0 !run:* !swarm:*   | /user:ada
          api-calls.limit>=900        | /user:ada
          """)
  @DisplayName("finds scopes by what is used of them")
  void queries(String query, String expected) {
    start();
    tree.filter(query);
    errands.until(() -> tops.size() == 2);
    assertThat(names(tops.getLast())).containsExactly(expected.split(" ", -1));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          tokens>90 !user:ada, true
          zebra, false
          """)
  @DisplayName("tells whether anything is found that could be marked")
  void hasMatches(String query, boolean expected) {
    start();
    assertThat(tree.hasMatches()).isFalse();
    tree.filter(query);
    errands.until(() -> tops.size() == 2);
    assertThat(tree.hasMatches()).isEqualTo(expected);
  }

  @Test
  @DisplayName("says what a filter does not mean, and goes on showing what it showed")
  void faults() {
    start();
    tree.filter("tokns>80");
    assertThat(tree.fault()).startsWith("There is no field tokns");
    assertThat(tops).hasSize(1);
    tree.filter("");
    assertThat(tree.fault()).isEmpty();
  }

  private void start() {
    tree.start(
        new ScopeTree.Listener() {
          @Override
          public void onTop(ScopeNode top) {
            tops.add(top);
          }

          @Override
          public void onChildren(ScopeNode parent) {}
        });
    errands.until(() -> !tops.isEmpty() && root().scopesBelow() > 0);
  }

  private void crowd(int users) {
    for (int user = 0; user < users; user++) {
      Optional<?> granted = world.use("/user:x" + user + "/run:r1", ResourceType.API_CALLS, 1, 0);
      assertThat(granted).isPresent();
    }
    world.pass(Duration.ofMillis(1));
  }

  private ScopeNode root() {
    return tops.getFirst();
  }

  private static ScopeNode child(ScopeNode parent, String name) {
    return parent.children().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(ScopeNode parent) {
    return parent.children().stream().map(ScopeNode::name).toList();
  }
}
