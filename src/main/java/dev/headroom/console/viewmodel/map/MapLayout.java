package dev.headroom.console.viewmodel.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Lays cells out, and remembers how: while what is used changes, cells grow and shrink but stay
/// beside the same neighbours. What is too small to be seen is folded into one cell per scope.
final class MapLayout {
  /// What a head with a name needs.
  static final double HEAD_HEIGHT = 18;

  private static final double EDGE = 3;
  private static final double GROUP_WIDTH_MIN = 84;
  private static final double GROUP_HEIGHT_MIN = 52;
  private static final int DEPTH_MAX = 3;

  /// In square pixels. One that is on show is folded only where it is half of that.
  private static final double AREA_MIN = 110;

  private static final double ASPECT_AREA_MIN = 900;
  private static final double ASPECT_GOOD = 3;
  private static final double WORN = 2;

  private final StandIns standIns;
  private final Map<String, Kept> kept = new HashMap<>();
  private double worst;
  private double worstWhenCut;

  /// How the cells of one scope were laid out.
  private record Kept(List<String> order, List<Squares.Strip> strips) {}

  /// What stands for what is not shown.
  @FunctionalInterface
  interface StandIns {
    /// The cell for what is not shown of a scope.
    ///
    /// @param hidden how many scopes it stands for; none where what is left is the parent's own
    UseCell of(UseCell parent, int hidden, double weight);
  }

  MapLayout(StandIns standIns) {
    this.standIns = standIns;
  }

  /// Lays all out anew the next time.
  void forget() {
    kept.clear();
  }

  /// Whether cells have become so narrow that it would be better to lay all out anew.
  boolean isWorn() {
    return worst > WORN * Math.max(worstWhenCut, ASPECT_GOOD);
  }

  /// The cells below `focus`, those that are drawn first before others; within one scope, areas are
  /// in proportion to what is used.
  List<PlacedCell> place(UseCell focus, Box box) {
    boolean fresh = kept.isEmpty();
    List<PlacedCell> placed = new ArrayList<>();
    fill(focus, box, 1, placed);
    worst =
        placed.stream()
            .filter(one -> !one.cell().standIn() && one.box().area() > ASPECT_AREA_MIN)
            .mapToDouble(one -> one.box().aspect())
            .max()
            .orElse(1);
    if (fresh) {
      worstWhenCut = worst;
    }
    return List.copyOf(placed);
  }

  private void fill(UseCell parent, Box box, int depth, List<PlacedCell> placed) {
    List<UseCell> cells = shown(parent, box);
    if (cells.isEmpty() || box.area() <= 0) {
      return;
    }
    Kept layout = layout(parent.key(), cells, box);
    Map<String, UseCell> byKey = new HashMap<>();
    cells.forEach(cell -> byKey.put(cell.key(), cell));
    List<UseCell> ordered = new ArrayList<>();
    layout.order.forEach(key -> ordered.add(Objects.requireNonNull(byKey.get(key))));
    List<Box> boxes = Squares.place(layout.strips, weights(ordered), box);
    for (int at = 0; at < ordered.size(); at++) {
      place(ordered.get(at), boxes.get(at), depth, placed);
    }
  }

  private void place(UseCell cell, Box box, int depth, List<PlacedCell> placed) {
    Box inside = box.within(EDGE, HEAD_HEIGHT, EDGE);
    boolean group =
        depth < DEPTH_MAX
            && box.width() >= GROUP_WIDTH_MIN
            && box.height() >= GROUP_HEIGHT_MIN
            && shown(cell, inside).stream().anyMatch(one -> !one.standIn());
    placed.add(new PlacedCell(cell, box, depth, group));
    if (group) {
      fill(cell, inside, depth + 1, placed);
    }
  }

  /// Those that are large enough, and one for all else.
  private List<UseCell> shown(UseCell parent, Box box) {
    double scale = parent.weight() <= 0 ? 0 : box.area() / parent.weight();
    Kept before = kept.get(parent.key());
    Set<String> known = before == null ? Set.of() : new HashSet<>(before.order);
    ToDoubleFunction<UseCell> least = cell -> known.contains(cell.key()) ? AREA_MIN / 2 : AREA_MIN;
    List<UseCell> cells = new ArrayList<>();
    double left = parent.weight();
    for (UseCell cell : parent.below()) {
      if (cell.weight() * scale >= least.applyAsDouble(cell)) {
        cells.add(cell);
        left -= cell.weight();
      }
    }
    // What is left of sums of decimals is not always nothing where nothing is left.
    if (left * scale >= 1) {
      cells.add(standIns.of(parent, parent.children() - cells.size(), left));
    }
    return cells;
  }

  /// The layout as it was where the cells are the same, else one that keeps their order.
  private Kept layout(String key, List<UseCell> cells, Box box) {
    Kept before = kept.get(key);
    Set<String> now = new HashSet<>();
    cells.forEach(cell -> now.add(cell.key()));
    if (before != null && before.order.size() == now.size() && now.containsAll(before.order)) {
      return before;
    }
    List<UseCell> ordered = new ArrayList<>(cells);
    ordered.sort(
        Comparator.comparing(UseCell::standIn)
            .thenComparingInt(cell -> placeOf(cell, before))
            .thenComparing(Comparator.comparingDouble(UseCell::weight).reversed()));
    var made =
        new Kept(
            ordered.stream().map(UseCell::key).toList(),
            Squares.cut(weights(ordered), box.width(), box.height()));
    kept.put(key, made);
    return made;
  }

  private static int placeOf(UseCell cell, @Nullable Kept before) {
    int place = before == null ? -1 : before.order.indexOf(cell.key());
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static double[] weights(List<UseCell> cells) {
    return cells.stream().mapToDouble(UseCell::weight).toArray();
  }
}
