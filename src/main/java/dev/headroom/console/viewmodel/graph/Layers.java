package dev.headroom.console.viewmodel.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Draws a directed graph in layers, from left to right: every edge leads to a later layer, but for
/// those that close a circle, which are led back; edges that pass a layer get a place of their own
/// there; within layers, nodes are put in an order with few crossings and near to what they are
/// joined to. The same graph in the same order gives the same drawing.
///
/// @see "Sugiyama, Tagawa and Toda, Methods for Visual Understanding of Hierarchical System
///   Structures, IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), pages 109-125"
final class Layers {
  /// How often the order of the layers is gone over; more makes no difference to be seen.
  private static final int SWEEPS = 8;

  private final int nodes;
  private final List<Edge> edges;
  private final boolean[] reversed;
  private final List<int[]> ways = new ArrayList<>();
  private final List<List<Integer>> layers = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private int[] layerOf;
  private double[] height;

  /// @param from the index of a node
  /// @param to the index of another
  record Edge(int from, int to) {}

  /// @param nodes how many there are
  /// @param edges each of them once, none from a node to itself
  Layers(int nodes, List<Edge> edges) {
    this.nodes = nodes;
    this.edges = List.copyOf(edges);
    reversed = new boolean[edges.size()];
    layerOf = new int[nodes];
    height = new double[nodes];
    breakCircles();
    assignLayers();
    addWays();
    order();
    align();
  }

  int layerCount() {
    return layers.size();
  }

  /// In which layer a node is; the leftmost is 0.
  int layerOf(int node) {
    return layerOf[node];
  }

  /// How far down a node is, in rows; fractions are between rows, and no two nodes of a layer are
  /// less than one apart.
  double rowOf(int node) {
    return height[node];
  }

  /// How many rows there are.
  double rows() {
    return Arrays.stream(height).max().orElse(-1) + 1;
  }

  /// Where an edge goes through, from node to node: layers and rows in turn, from the left.
  List<double[]> wayOf(int edge) {
    return Arrays.stream(ways.get(edge))
        .mapToObj(at -> new double[] {layerOf[at], height[at]})
        .toList();
  }

  /// Whether an edge closes a circle, and so leads back.
  boolean leadsBack(int edge) {
    return reversed[edge];
  }

  private int from(int edge) {
    return reversed[edge] ? edges.get(edge).to : edges.get(edge).from;
  }

  private int to(int edge) {
    return reversed[edge] ? edges.get(edge).from : edges.get(edge).to;
  }

  /// Turns the edges round that lead to where a walk along edges has come from.
  private void breakCircles() {
    List<List<Integer>> out = lists(nodes);
    for (int edge = 0; edge < edges.size(); edge++) {
      out.get(edges.get(edge).from).add(edge);
    }
    int[] state = new int[nodes];
    int[] next = new int[nodes];
    for (int root = 0; root < nodes; root++) {
      Deque<Integer> way = new ArrayDeque<>();
      if (state[root] == 0) {
        way.push(root);
        state[root] = 1;
      }
      while (!way.isEmpty()) {
        int at = way.element();
        if (next[at] == out.get(at).size()) {
          state[at] = 2;
          way.pop();
          continue;
        }
        int edge = out.get(at).get(next[at]++);
        int to = edges.get(edge).to;
        if (state[to] == 1) {
          reversed[edge] = true;
        } else if (state[to] == 0) {
          state[to] = 1;
          way.push(to);
        }
      }
    }
  }

  /// Every node as far left as what leads to it allows; one that nothing leads to, just before the
  /// first that it leads to.
  private void assignLayers() {
    int[] incoming = new int[nodes];
    List<List<Integer>> out = lists(nodes);
    for (int edge = 0; edge < edges.size(); edge++) {
      incoming[to(edge)]++;
      out.get(from(edge)).add(to(edge));
    }
    int[] open = incoming.clone();
    Deque<Integer> ready = new ArrayDeque<>();
    IntStream.range(0, nodes).filter(node -> open[node] == 0).forEach(ready::add);
    while (!ready.isEmpty()) {
      int at = ready.remove();
      for (int to : out.get(at)) {
        layerOf[to] = Math.max(layerOf[to], layerOf[at] + 1);
        open[to]--;
        if (open[to] == 0) {
          ready.add(to);
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      if (incoming[node] == 0 && !out.get(node).isEmpty()) {
        layerOf[node] = out.get(node).stream().mapToInt(to -> layerOf[to]).min().orElseThrow() - 1;
      }
    }
  }

  /// Gives edges that pass layers a place in each.
  private void addWays() {
    List<Integer> layer = new ArrayList<>();
    Arrays.stream(layerOf).forEach(layer::add);
    before.addAll(lists(nodes));
    after.addAll(lists(nodes));
    for (int edge = 0; edge < edges.size(); edge++) {
      List<Integer> way = new ArrayList<>(List.of(from(edge)));
      for (int between = layerOf[from(edge)] + 1; between < layerOf[to(edge)]; between++) {
        way.add(layer.size());
        layer.add(between);
        before.add(new ArrayList<>());
        after.add(new ArrayList<>());
      }
      way.add(to(edge));
      for (int at = 1; at < way.size(); at++) {
        after.get(way.get(at - 1)).add(way.get(at));
        before.get(way.get(at)).add(way.get(at - 1));
      }
      ways.add(way.stream().mapToInt(Integer::intValue).toArray());
    }
    layerOf = layer.stream().mapToInt(Integer::intValue).toArray();
    height = new double[layerOf.length];
    int last = Arrays.stream(layerOf).max().orElse(-1);
    layers.addAll(lists(last + 1));
    for (int node = 0; node < layerOf.length; node++) {
      layers.get(layerOf[node]).add(node);
    }
  }

  /// Puts each layer in the order of the middles of what its nodes are joined to, back and forth.
  private void order() {
    layers.forEach(this::number);
    List<List<Integer>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean forth = sweep % 2 == 0;
      for (List<Integer> layer : forth ? layers : layers.reversed()) {
        sort(layer, forth ? before : after);
      }
      long now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    layers.clear();
    layers.addAll(best);
    layers.forEach(this::number);
  }

  private void sort(List<Integer> layer, List<List<Integer>> joined) {
    layer.sort(Comparator.comparingDouble(node -> middle(node, joined)));
    number(layer);
  }

  private double middle(int node, List<List<Integer>> joined) {
    return joined.get(node).stream().mapToDouble(to -> height[to]).average().orElse(height[node]);
  }

  private void number(List<Integer> layer) {
    for (int at = 0; at < layer.size(); at++) {
      height[layer.get(at)] = at;
    }
  }

  private List<List<Integer>> copy() {
    List<List<Integer>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }

  /// How many pairs of edges cross.
  long crossings() {
    long crossings = 0;
    for (List<Integer> layer : layers) {
      List<double[]> spans = new ArrayList<>();
      for (int from : layer) {
        after.get(from).forEach(to -> spans.add(new double[] {height[from], height[to]}));
      }
      for (int one = 0; one < spans.size(); one++) {
        for (int other = 0; other < one; other++) {
          double left = spans.get(one)[0] - spans.get(other)[0];
          double right = spans.get(one)[1] - spans.get(other)[1];
          crossings += left * right < 0 ? 1 : 0;
        }
      }
    }
    return crossings;
  }

  /// Moves the nodes of each layer as near to what they are joined to as the order allows.
  private void align() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forth = sweep % 2 == 0;
      for (List<Integer> layer : forth ? layers : layers.reversed()) {
        double[] wanted =
            layer.stream().mapToDouble(node -> middle(node, forth ? before : after)).toArray();
        double[] placed = Spacing.apart(wanted);
        for (int at = 0; at < placed.length; at++) {
          height[layer.get(at)] = placed[at];
        }
      }
    }
    double top = Arrays.stream(height).min().orElse(0);
    for (int node = 0; node < height.length; node++) {
      height[node] -= top;
    }
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
