package dev.headroom.console.view.graph;

import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.graph.PlacedGraph;
import dev.headroom.console.viewmodel.graph.WaitEdge;
import dev.headroom.console.viewmodel.graph.WaitNode;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Draws the parts of the graph: who waits with a clock, constraints with a bar at their side,
/// circles in the colour of what is critical and broken ones dashed. For the UI thread only.
final class GraphPainter {
  private static final double CORNER = 6;
  private static final double PADDING = 9;
  private static final double MARK_SIZE = 10;
  private static final double ARROW = 6;

  private final Palette palette;
  private final Marks marks = new Marks();

  GraphPainter(Palette palette) {
    this.palette = palette;
  }

  /// @param lit the key of the node whose edges stand out, if any
  void edge(GraphicsContext graphics, PlacedGraph.Edge edge, boolean stale, Optional<String> lit) {
    boolean near =
        lit.filter(key -> key.equals(edge.edge().from()) || key.equals(edge.edge().to()))
            .isPresent();
    Tone tone = stale ? Tone.STALE : tone(edge.edge().kind(), near);
    graphics.setStroke(palette.of(tone));
    graphics.setLineWidth(near || edge.edge().kind() == WaitEdge.Kind.CIRCLE ? 2 : 1.2);
    if (edge.edge().kind() == WaitEdge.Kind.BROKEN) {
      graphics.setLineDashes(5, 4);
    }
    PlacedGraph.Point from = edge.points().getFirst();
    graphics.beginPath();
    graphics.moveTo(from.x(), from.y());
    for (PlacedGraph.Point to : edge.points().subList(1, edge.points().size())) {
      double middle = (from.x() + to.x()) / 2;
      graphics.bezierCurveTo(middle, from.y(), middle, to.y(), to.x(), to.y());
      from = to;
    }
    graphics.stroke();
    graphics.setLineDashes();
    PlacedGraph.Point tip = edge.back() ? edge.points().getFirst() : edge.points().getLast();
    arrow(graphics, tone, tip.x(), tip.y(), edge.back() ? -1 : 1);
  }

  private static Tone tone(WaitEdge.Kind kind, boolean near) {
    return switch (kind) {
      case CIRCLE -> Tone.CRITICAL;
      case BROKEN -> Tone.WARNING;
      case WAITS, HELD_BY -> near ? Tone.ACCENT : Tone.BORDER_STRONG;
    };
  }

  /// The tip of an arrow.
  ///
  /// @param way 1 where it points to the right, -1 to the left
  private void arrow(GraphicsContext graphics, Tone tone, double x, double y, int way) {
    graphics.setFill(palette.of(tone));
    double[] xs = {x, x - way * ARROW, x - way * ARROW};
    double[] ys = {y, y - ARROW / 2, y + ARROW / 2};
    graphics.fillPolygon(xs, ys, 3);
  }

  void node(
      GraphicsContext graphics,
      PlacedGraph.Node placed,
      boolean stale,
      boolean chosen,
      boolean pointed) {
    WaitNode node = placed.node();
    boolean constraint = node.kind() == WaitNode.Kind.CONSTRAINT;
    graphics.setFill(palette.of(pointed ? Tone.HOVER : constraint ? soft(node) : Tone.RAISED));
    graphics.fillRoundRect(placed.x(), placed.y(), placed.width(), placed.height(), CORNER, CORNER);
    graphics.setStroke(palette.of(chosen ? Tone.ACCENT : edge(node, stale)));
    graphics.setLineWidth(chosen ? 2 : 1);
    graphics.strokeRoundRect(
        placed.x() + 0.5,
        placed.y() + 0.5,
        placed.width() - 1,
        placed.height() - 1,
        CORNER,
        CORNER);
    words(graphics, placed, stale);
  }

  private static Tone soft(WaitNode node) {
    return node.level().isPressing() ? LevelTones.soft(node.level()) : Tone.RAISED;
  }

  private static Tone edge(WaitNode node, boolean stale) {
    return node.level().isPressing() && !stale ? LevelTones.fill(node.level()) : Tone.BORDER;
  }

  private void words(GraphicsContext graphics, PlacedGraph.Node placed, boolean stale) {
    WaitNode node = placed.node();
    double left = placed.x() + PADDING;
    double upper = placed.y() + (node.detail().isEmpty() ? placed.height() / 2 : 12);
    Tone tone = stale ? Tone.STALE_TEXT : LevelTones.text(node.level());
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    double start = left;
    if (node.kind() == WaitNode.Kind.WAITER && node.level() == Level.UNBOUNDED) {
      marks.clock(graphics, palette.of(Tone.ACCENT), start, upper - MARK_SIZE / 2, MARK_SIZE);
      start += MARK_SIZE + 5;
    } else if (node.level().isPressing()) {
      marks.level(
          graphics, node.level(), palette.of(tone), start, upper - MARK_SIZE / 2, MARK_SIZE);
      start += MARK_SIZE + 5;
    }
    double right = placed.x() + placed.width() - PADDING;
    Letterings.CAPTION_STRONG.draw(
        graphics, palette.of(tone), node.title(), start, upper, right - start);
    Letterings.CAPTION.draw(
        graphics,
        palette.of(stale ? Tone.STALE_TEXT : Tone.TEXT_MUTED),
        node.detail(),
        left,
        placed.y() + 26,
        right - left);
  }
}
