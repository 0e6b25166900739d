package dev.headroom.console.viewmodel.graph;

import dev.headroom.client.ConflictPage;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.WaitPage;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Conflict;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The graph of who waits for whom, kept current while somebody looks. For the UI thread only.
public final class WaitGraphModel {
  private static final int WAITS_MAX = 500;
  private static final int CONFLICTS_MAX = 50;

  private final Desk desk;
  private State state = new State.Asking();
  private PlacedGraph placed = PlacedGraph.EMPTY;
  private String selected = "";
  private double room;
  private boolean underway;
  private int version;

  private sealed interface State {
    record Asking() implements State {}

    record Failed(String why) implements State {}

    record Shown(WaitGraph graph) implements State {}
  }

  public WaitGraphModel(Desk desk) {
    this.desk = desk;
  }

  /// Asks who waits now, unless that is being asked, or what is shown is frozen.
  public void refresh() {
    if (underway || (desk.isPaused() && state instanceof State.Shown)) {
      return;
    }
    underway = true;
    Instance instance = desk.instance();
    ScopePath below = desk.home();
    Instant now = desk.now();
    desk.calls().ask(() -> ask(instance, below, now), answer -> take(instance, answer));
  }

  private static State ask(Instance instance, ScopePath below, Instant now) {
    Reply<WaitPage> waits = instance.waits(below, 0, WAITS_MAX);
    return waits instanceof Reply.Decided<WaitPage>(var page)
        ? new State.Shown(
            WaitGraphWriter.write(page.waits(), page.total(), broken(instance, now), now))
        : new State.Failed(Phrases.problem(waits));
  }

  /// Deadlocks that were broken lately; none for those who are not told of conflicts.
  private static List<Conflict.Decision> broken(Instance instance, Instant now) {
    if (!(instance.conflicts(new ConflictQuery(false, 0, CONFLICTS_MAX))
        instanceof Reply.Decided<ConflictPage>(var page))) {
      return List.of();
    }
    return page.conflicts().stream()
        .flatMap(conflict -> conflict.decisions().stream())
        .filter(decision -> WaitGraphWriter.isRecent(decision, now))
        .max(Comparator.comparing(Conflict.Decision::at))
        .stream()
        .toList();
  }

  private void take(Instance asked, State answer) {
    underway = false;
    if (!asked.equals(desk.instance())) {
      refresh(); // That was at another instant.
    } else if (!answer.equals(state)) {
      state = answer;
      place();
    }
  }

  /// There is so much room from left to right.
  public void resize(double width) {
    if (width != room) {
      room = width;
      place();
    }
  }

  private void place() {
    placed =
        state instanceof State.Shown(var graph) && room > 0
            ? PlacedGraph.of(graph, room)
            : PlacedGraph.EMPTY;
    version++;
  }

  /// Counts up whenever something else is to be drawn.
  public int version() {
    return version;
  }

  public PlacedGraph placed() {
    return placed;
  }

  /// The node at a place of the graph.
  public Optional<PlacedGraph.Node> at(double x, double y) {
    return placed.nodes().stream().filter(node -> node.contains(x, y)).findFirst();
  }

  /// The selected node; the first at the left where none was chosen.
  public Optional<PlacedGraph.Node> selected() {
    return placed.nodes().stream()
        .filter(node -> node.node().key().equals(selected))
        .findFirst()
        .or(() ->
            placed.nodes().stream()
                .min(
                    Comparator.comparingDouble(PlacedGraph.Node::x)
                        .thenComparingDouble(PlacedGraph.Node::y)));
  }

  public void select(PlacedGraph.Node node) {
    selected = node.node().key();
    version++;
  }

  /// Selects the nearest node in a direction, if there is one.
  ///
  /// @param right how far to the right: -1, 0 or 1
  /// @param down how far down: -1, 0 or 1
  public void move(int right, int down) {
    selected()
        .ifPresent(from ->
            placed.nodes().stream()
                .filter(to ->
                    right != 0
                        ? right * (to.x() - from.x()) > 1
                        : to.x() == from.x() && down * (to.y() - from.y()) > 1)
                .min(
                    Comparator.comparingDouble((PlacedGraph.Node to) -> Math.abs(to.x() - from.x()))
                        .thenComparingDouble(to -> Math.abs(to.middle() - from.middle())))
                .ifPresent(this::select));
  }

  /// What to say instead of a graph; empty where there is one.
  public String placeholder() {
    return switch (state) {
      case State.Asking _ -> Wording.text("list.loading");
      case State.Failed(var why) -> why;
      case State.Shown(var graph) -> graph.nodes().isEmpty() ? Wording.text("waiting.none") : "";
    };
  }

  /// What is not shown, or what circles there are; may be empty.
  public String remark() {
    return state instanceof State.Shown(var graph) ? graph.remark() : "";
  }

  /// The selected node with what leads to it and from it, for screen readers.
  public String accessible() {
    return selected()
        .map(node ->
            Wording.text(
                "graph.accessible",
                node.node().sentence(),
                neighbours(node.node().key(), true),
                neighbours(node.node().key(), false)))
        .orElse(placeholder());
  }

  private String neighbours(String key, boolean after) {
    List<String> titles =
        placed.edges().stream()
            .map(PlacedGraph.Edge::edge)
            .filter(edge -> (after ? edge.from() : edge.to()).equals(key))
            .map(edge -> after ? edge.to() : edge.from())
            .flatMap(other ->
                placed.nodes().stream()
                    .map(PlacedGraph.Node::node)
                    .filter(node -> node.key().equals(other)))
            .map(WaitNode::title)
            .toList();
    return titles.isEmpty() ? Wording.text("wait.behind.nobody") : String.join(", ", titles);
  }
}
