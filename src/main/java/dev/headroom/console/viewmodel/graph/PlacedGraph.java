package dev.headroom.console.viewmodel.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A graph with the place of everything, in pixels of the layout.
///
/// @param nodes who and what, and where
/// @param edges where they go through
/// @param width of all
/// @param height of all
public record PlacedGraph(List<Node> nodes, List<Edge> edges, double width, double height) {
  /// Nothing.
  static final PlacedGraph EMPTY = new PlacedGraph(List.of(), List.of(), 0, 0);

  private static final double NODE_HEIGHT = 36;
  private static final double ROW_HEIGHT = 46;
  private static final double EDGE = 8;
  private static final double NODE_WIDTH_MAX = 280;
  private static final double NODE_WIDTH_MIN = 132;

  /// How much of a layer's width its nodes take; the rest is for edges.
  private static final double NODE_SHARE = 0.72;

  /// A node and where it is.
  ///
  /// @param x its left side
  /// @param y its upper side
  public record Node(WaitNode node, double x, double y, double width, double height) {
    public boolean contains(double px, double py) {
      return px >= x && px < x + width && py >= y && py < y + height;
    }

    double middle() {
      return y + height / 2;
    }
  }

  /// An edge and where it goes through.
  ///
  /// @param points from the left to the right
  /// @param back whether it leads from the right to the left
  public record Edge(WaitEdge edge, List<Point> points, boolean back) {}

  /// A place.
  public record Point(double x, double y) {}

  /// Places a graph.
  ///
  /// @param room how wide it may be; it is wider where that is too narrow to read
  static PlacedGraph of(WaitGraph graph, double room) {
    List<String> keys = graph.nodes().stream().map(WaitNode::key).toList();
    Layers layers =
        new Layers(
            keys.size(),
            graph.edges().stream()
                .map(edge -> new Layers.Edge(keys.indexOf(edge.from()), keys.indexOf(edge.to())))
                .toList());
    int count = Math.max(1, layers.layerCount());
    double step =
        Math.max(NODE_WIDTH_MIN / NODE_SHARE, (room - 2 * EDGE) / (count - 1 + NODE_SHARE));
    double width = Math.min(NODE_WIDTH_MAX, step * NODE_SHARE);
    List<Node> nodes =
        IntStream.range(0, keys.size())
            .mapToObj(at ->
                new Node(
                    graph.nodes().get(at),
                    EDGE + layers.layerOf(at) * step,
                    EDGE + layers.rowOf(at) * ROW_HEIGHT,
                    width,
                    NODE_HEIGHT))
            .toList();
    List<Edge> edges =
        IntStream.range(0, graph.edges().size())
            .mapToObj(at -> edge(graph.edges().get(at), layers, at, step, width))
            .toList();
    return new PlacedGraph(
        nodes,
        edges,
        2 * EDGE + (count - 1) * step + width,
        2 * EDGE + layers.rows() * ROW_HEIGHT - (ROW_HEIGHT - NODE_HEIGHT));
  }

  private static Edge edge(WaitEdge edge, Layers layers, int index, double step, double width) {
    List<double[]> way = layers.wayOf(index);
    List<Point> points = new ArrayList<>();
    for (int at = 0; at < way.size(); at++) {
      double inset = at == 0 ? width : at == way.size() - 1 ? 0 : width / 2;
      points.add(
          new Point(
              EDGE + way.get(at)[0] * step + inset,
              EDGE + way.get(at)[1] * ROW_HEIGHT + NODE_HEIGHT / 2));
    }
    return new Edge(edge, List.copyOf(points), layers.leadsBack(index));
  }
}
