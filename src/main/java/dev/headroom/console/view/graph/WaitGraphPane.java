package dev.headroom.console.view.graph;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.LiveScroll;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.viewmodel.graph.PlacedGraph;
import dev.headroom.console.viewmodel.graph.WaitGraphModel;
import dev.headroom.console.viewmodel.graph.WaitNode;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Who waits for whom, as a graph that scrolls, with what it does not show below it. For the UI
/// thread only.
public final class WaitGraphPane extends VBox {
  private final WaitGraphModel graph;
  private final WaitGraphDrawing drawing;
  private final ScrollPane scroll;
  private final Placeholder placeholder = new Placeholder("");
  private final Label remark = Forms.caption("");

  /// @param open is told what shall be shown in full
  public WaitGraphPane(WaitGraphModel graph, Palette palette, Consumer<WaitNode> open) {
    this.graph = graph;
    drawing = new WaitGraphDrawing(palette, graph, open, this::reveal);
    scroll = new LiveScroll(drawing);
    scroll.setFitToWidth(true);
    scroll
        .viewportBoundsProperty()
        .subscribe(bounds -> {
          graph.resize(bounds.getWidth() - drawing.around());
          drawing.update(false);
        });
    remark.getStyleClass().add("graph-remark");
    placeholder.setMouseTransparent(true);
    var area = new StackPane(scroll, placeholder);
    VBox.setVgrow(area, Priority.ALWAYS);
    area.setMinHeight(0);
    getStyleClass().add("wait-graph-pane");
    getChildren().setAll(area, remark);
    setMinHeight(0);
  }

  /// Fetches who waits now, and shows what has come.
  public void update(boolean stale) {
    graph.refresh();
    drawing.update(stale);
    placeholder.setText(graph.placeholder());
    Forms.show(placeholder, !graph.placeholder().isEmpty());
    remark.setText(graph.remark());
    Forms.show(remark, !graph.remark().isEmpty());
  }

  /// Puts the focus onto the graph.
  public void focusGraph() {
    drawing.requestFocus();
  }

  /// Scrolls to a node that is not in sight.
  private void reveal(PlacedGraph.Node node) {
    scroll.setVvalue(
        toward(
            scroll.getVvalue(),
            node.y(),
            node.height(),
            drawing.getHeight(),
            scroll.getViewportBounds().getHeight()));
    scroll.setHvalue(
        toward(
            scroll.getHvalue(),
            node.x(),
            node.width(),
            drawing.getWidth(),
            scroll.getViewportBounds().getWidth()));
  }

  /// @param now how far it has scrolled, from 0 to 1
  private static double toward(double now, double begin, double length, double whole, double view) {
    double hidden = whole - view;
    if (hidden <= 0) {
      return 0;
    }
    double top = now * hidden;
    double least = begin + length - view;
    return Math.clamp(Math.clamp(top, Math.min(least, begin), begin) / hidden, 0, 1);
  }
}
