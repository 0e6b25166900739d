package dev.headroom.console.viewmodel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The graph of who waits for whom")
@Timeout(60)
final class WaitGraphModelTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands errands = new Errands();
  private final Desk desk =
      new Desk(world.instance(), errands, new Clocks(world::now, System::nanoTime));
  private final WaitGraphModel graph = new WaitGraphModel(desk);

  @AfterEach
  void close() {
    desk.close();
    world.close();
  }

  private void come() {
    graph.resize(700);
    int before = graph.version();
    graph.refresh();
    errands.until(() -> graph.version() > before && !graph.placed().nodes().isEmpty());
  }

  private WaitNode node(String title) {
    return graph.placed().nodes().stream()
        .map(PlacedGraph.Node::node)
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(titles()));
  }

  private List<String> titles() {
    return graph.placed().nodes().stream().map(one -> one.node().title()).toList();
  }

  private List<String> joined(WaitEdge.Kind kind) {
    return graph.placed().edges().stream()
        .filter(edge -> edge.edge().kind() == kind)
        .map(edge -> edge.edge().from() + " > " + edge.edge().to())
        .toList();
  }

  @Test
  @DisplayName("leads from who waits to what they wait for, and from there to those who hold it")
  void shows() {
    come();
    assertThat(node("s1 › run r9").kind()).isEqualTo(WaitNode.Kind.WAITER);
    assertThat(node("s1 › run r9").detail()).startsWith("needs 4 GiB · ");
    assertThat(node("s1 › run r8").kind()).isEqualTo(WaitNode.Kind.HOLDER);
    assertThat(node("s1 › run r8").address()).isEqualTo("/user:ada/swarm:s1/run:r8");
    assertThat(joined(WaitEdge.Kind.WAITS))
        .contains("/user:ada/swarm:s1/run:r9 > /user:ada/swarm:s1 LIMIT MEMORY");
    assertThat(joined(WaitEdge.Kind.HELD_BY))
        .contains("/user:ada/swarm:s1 LIMIT MEMORY > /user:ada/swarm:s1/run:r8");
    assertThat(joined(WaitEdge.Kind.CIRCLE)).isEmpty();
    assertThat(graph.accessible()).contains("Leads to:", "Led to by: nobody");
  }

  @Test
  @DisplayName("is walked by arrows, from one layer to the next and within one")
  void isWalked() {
    come();
    PlacedGraph.Node first = graph.selected().orElseThrow();
    graph.move(1, 0);
    PlacedGraph.Node next = graph.selected().orElseThrow();
    assertThat(next.node().kind()).isEqualTo(WaitNode.Kind.CONSTRAINT);
    graph.move(-1, 0);
    assertThat(graph.selected().map(one -> one.node().kind())).contains(first.node().kind());
    graph.move(-1, 0);
    assertThat(graph.selected().orElseThrow().x()).isEqualTo(first.x());
  }

  @Test
  @DisplayName("folds a long line into its first and how many more wait")
  void folds() {
    for (int at = 0; at < 30; at++) {
      world.allocate(
          "/user:ada/swarm:s1/run:many" + at,
          List.of(RequestLine.required(ResourceType.MEMORY, 3L << 30)),
          Duration.ofMinutes(20));
    }
    come();
    assertThat(titles()).contains("and 26 more wait");
    assertThat(titles().stream().filter(title -> title.contains("many"))).hasSize(4);
  }

  @Test
  @DisplayName("shows a deadlock that was broken, and who was denied for it")
  void showsDeadlocks() {
    world.limit("/user:eve", ResourceType.MEMORY, 10);
    world.limit("/user:kim", ResourceType.STORAGE, 10);
    world.limit("/user:eve/session:s", ResourceType.STORAGE, 10);
    world.use("/user:eve/session:s/run:one", ResourceType.MEMORY, 8, 0);
    world.use("/user:eve/session:s/run:two", ResourceType.STORAGE, 8, 0);
    world.allocate(
        "/user:eve/session:s/run:one",
        List.of(RequestLine.required(ResourceType.STORAGE, 5)),
        Duration.ofMinutes(20));
    world.allocate(
        "/user:eve/session:s/run:two",
        List.of(RequestLine.required(ResourceType.MEMORY, 5)),
        Duration.ofMinutes(20));
    come();
    assertThat(joined(WaitEdge.Kind.BROKEN)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(node("s › run two").detail()).contains("to end a deadlock");
    assertThat(joined(WaitEdge.Kind.WAITS))
        .contains("/user:eve/session:s/run:one > /user:eve/session:s LIMIT STORAGE");
  }

  @Test
  @DisplayName("marks a circle of those who wait for each other")
  void marksCircles() {
    var edges =
        List.of(
            new WaitEdge("a", "X", WaitEdge.Kind.WAITS),
            new WaitEdge("X", "b", WaitEdge.Kind.HELD_BY),
            new WaitEdge("b", "Y", WaitEdge.Kind.WAITS),
            new WaitEdge("Y", "a", WaitEdge.Kind.HELD_BY),
            new WaitEdge("c", "X", WaitEdge.Kind.WAITS));
    var circles = new Circles(edges);
    assertThat(edges.stream().map(circles::isPart)).containsExactly(true, true, true, true, false);
  }

  @Test
  @DisplayName("says that nobody waits")
  void nobodyWaits() {
    try (SmallWorld calm = SmallWorld.open()) {
      calm.pass(Duration.ofHours(1));
      var other = new Desk(calm.instance(), errands, new Clocks(() -> Instant.EPOCH, () -> 0));
      var none = new WaitGraphModel(other);
      none.resize(700);
      none.refresh();
      errands.until(() -> none.placeholder().equals("Nobody waits."));
      other.close();
    }
  }
}
