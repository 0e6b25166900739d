package dev.headroom.console.view.graph;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.graph.PlacedGraph;
import dev.headroom.console.viewmodel.graph.WaitGraphModel;
import dev.headroom.console.viewmodel.graph.WaitNode;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// The graph, drawn onto one sheet, as high as it needs. For the UI thread only.
final class WaitGraphDrawing extends Drawn {
  private static final double HEIGHT_MIN = 60;

  private final WaitGraphModel graph;
  private final GraphPainter painter;
  private final Consumer<WaitNode> open;
  private final Consumer<PlacedGraph.Node> reveal;
  private Optional<String> pointed = Optional.empty();
  private int shownVersion = -1;
  private boolean stale;

  /// @param open is told what shall be shown in full
  /// @param reveal is told what was selected by keys, and must be seen
  WaitGraphDrawing(
      Palette palette,
      WaitGraphModel graph,
      Consumer<WaitNode> open,
      Consumer<PlacedGraph.Node> reveal) {
    super(palette);
    this.graph = graph;
    this.open = open;
    this.reveal = reveal;
    painter = new GraphPainter(palette);
    getStyleClass().add("wait-graph");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(HEIGHT_MIN);
    setOnMouseMoved(event -> point(at(event)));
    setOnMouseExited(_ -> point(Optional.empty()));
    setOnMousePressed(this::press);
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(_ -> repaint());
  }

  /// Draws what has changed.
  void update(boolean nowStale) {
    if (graph.version() != shownVersion || nowStale != stale) {
      shownVersion = graph.version();
      stale = nowStale;
      setAccessibleText(graph.accessible());
      double width = graph.placed().width() + around();
      setPrefSize(width, Math.max(HEIGHT_MIN, graph.placed().height()));
      setMinWidth(width);
      repaint();
    }
  }

  /// How much of its width is no room for the graph.
  double around() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    PlacedGraph placed = graph.placed();
    Optional<String> selected = graph.selected().map(node -> node.node().key());
    Optional<String> lit = pointed.or(() -> selected.filter(_ -> isFocused()));
    placed.edges().forEach(edge -> painter.edge(graphics, edge, stale, lit));
    for (PlacedGraph.Node node : placed.nodes()) {
      boolean chosen = isFocused() && selected.equals(Optional.of(node.node().key()));
      painter.node(graphics, node, stale, chosen, pointed.equals(Optional.of(node.node().key())));
    }
  }

  private Optional<PlacedGraph.Node> at(MouseEvent event) {
    return graph.at(event.getX() - snappedLeftInset(), event.getY() - snappedTopInset());
  }

  private void point(Optional<PlacedGraph.Node> node) {
    Optional<String> now = node.map(one -> one.node().key());
    if (!now.equals(pointed)) {
      pointed = now;
      repaint();
    }
  }

  private void press(MouseEvent event) {
    requestFocus();
    at(event)
        .ifPresent(node -> {
          graph.select(node);
          update(stale);
          open.accept(node.node());
        });
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean known = true;
    switch (event.getCode()) {
      case LEFT -> graph.move(-1, 0);
      case RIGHT -> graph.move(1, 0);
      case UP -> graph.move(0, -1);
      case DOWN -> graph.move(0, 1);
      case ENTER -> graph.selected().ifPresent(node -> open.accept(node.node()));
      default -> known = false;
    }
    if (known) {
      pointed = Optional.empty();
      update(stale);
      graph.selected().ifPresent(reveal);
      event.consume();
    }
  }
}
