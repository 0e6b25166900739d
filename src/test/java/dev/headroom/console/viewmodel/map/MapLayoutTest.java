package dev.headroom.console.viewmodel.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.console.viewmodel.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The layout of the map of who uses what")
final class MapLayoutTest {
  private static final Box BOX = new Box(0, 0, 700, 500);

  private final MapLayout layout = new MapLayout(MapLayoutTest::standIn);

  private static UseCell cell(String name, double weight, int children, UseCell... below) {
    return new UseCell(
        name, false, name, weight, Level.CALM, "", "", name, children, List.of(below));
  }

  private static UseCell standIn(UseCell parent, int hidden, double weight) {
    return new UseCell(
        parent.address(), true, "+" + hidden, weight, Level.CALM, "", "", "", 0, List.of());
  }

  private static List<String> names(List<PlacedCell> placed) {
    return placed.stream().map(one -> one.cell().name()).toList();
  }

  private static PlacedCell find(List<PlacedCell> placed, String name) {
    return placed.stream().filter(one -> one.cell().name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("nests what is below a scope within it, below its head, three levels deep")
  void nests() {
    UseCell focus =
        cell(
            "/",
            100,
            2,
            cell("a", 70, 1, cell("a1", 70, 1, cell("a2", 70, 1, cell("a3", 70, 0)))),
            cell("b", 30, 0));
    List<PlacedCell> placed = layout.place(focus, BOX);
    assertThat(names(placed)).containsExactlyInAnyOrder("a", "a1", "a2", "b");
    PlacedCell outer = find(placed, "a");
    PlacedCell inner = find(placed, "a1");
    assertThat(outer.group()).isTrue();
    assertThat(inner.depth()).isEqualTo(2);
    assertThat(inner.box().y()).isEqualTo(outer.box().y() + MapLayout.HEAD_HEIGHT);
    assertThat(inner.box().bottom()).isLessThan(outer.box().bottom());
    assertThat(find(placed, "b").group()).isFalse();
  }

  @Test
  @DisplayName(
      "has one cell for what is too small or not known, and one for what is the scope's own")
  void folds() {
    List<UseCell> many = new ArrayList<>();
    for (int at = 0; at < 300; at++) {
      many.add(cell("s" + at, 0.01, 0));
    }
    many.addFirst(cell("big", 50, 0));
    UseCell focus = cell("/", 100, 5_000, many.toArray(UseCell[]::new));
    List<PlacedCell> placed = layout.place(focus, BOX);
    assertThat(names(placed)).containsExactly("big", "+4999");
    assertThat(placed.get(1).box().area()).isCloseTo(BOX.area() / 2, within(1e-6));
    assertThat(names(layout.place(cell("other", 100, 1, cell("o1", 60, 0)), BOX)))
        .containsExactly("o1", "+0");
  }

  @Test
  @DisplayName("keeps cells where they are while use changes, until it is asked to lay out anew")
  void stays() {
    UseCell before = cell("/", 60, 3, cell("a", 30, 0), cell("b", 20, 0), cell("c", 10, 0));
    List<PlacedCell> first = layout.place(before, BOX);
    UseCell after = cell("/", 78, 3, cell("c", 40, 0), cell("b", 20, 0), cell("a", 18, 0));
    List<PlacedCell> then = layout.place(after, BOX);
    assertThat(names(then)).isEqualTo(names(first));
    assertThat(find(then, "a").box().x()).isZero();
    layout.forget();
    assertThat(names(layout.place(after, BOX))).startsWith("c");
  }

  @Test
  @DisplayName("puts what is new behind what is there, and closes the gap of what has gone")
  void takesTurns() {
    layout.place(cell("/", 60, 3, cell("a", 30, 0), cell("b", 20, 0), cell("c", 10, 0)), BOX);
    UseCell now = cell("/", 90, 3, cell("new", 60, 0), cell("a", 20, 0), cell("c", 10, 0));
    List<PlacedCell> placed = layout.place(now, BOX);
    assertThat(names(placed)).containsExactly("a", "c", "new");
    assertThat(placed.stream().mapToDouble(one -> one.box().area()).sum())
        .isCloseTo(BOX.area(), within(1e-6));
  }

  @Test
  @DisplayName("is worn when a cell has become much narrower than it was")
  void wearsOut() {
    UseCell[] alike = new UseCell[16];
    Arrays.setAll(alike, at -> cell("s" + at, 10, 0));
    layout.place(cell("/", 160, 16, alike), BOX);
    assertThat(layout.isWorn()).isFalse();
    alike[0] = cell("s0", 400, 0);
    layout.place(cell("/", 550, 16, alike), BOX);
    assertThat(layout.isWorn()).isTrue();
    layout.forget();
    layout.place(cell("/", 550, 16, alike), BOX);
    assertThat(layout.isWorn()).isFalse();
  }
}
