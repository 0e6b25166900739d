package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/// The columns of the scope tree and how its width is shared among them. For the UI thread only.
final class TreeColumns {
  private static final double SCROLL_BAR_WIDTH = 12;
  private static final double WIDTH_MIN = 64;

  /// How comfortable columns have it: they can just be used, the names over the bars can be read,
  /// names and headroom can too, and all have what they would like.
  private enum Comfort {
    LEAST,
    BARS_NAMED,
    READ,
    WIDE
  }

  /// What is left out first where there is no room.
  private static final List<TreeColumn> LEAST_NEEDED_FIRST =
      List.of(
          TreeColumn.ATTENTION,
          TreeColumn.COST,
          TreeColumn.TREND,
          TreeColumn.BARS,
          TreeColumn.HEADROOM);

  private final TreeTableView<ScopeNode> table;
  private final TreeTableColumn<ScopeNode, ScopeNode> name;
  private final Map<TreeColumn, TreeTableColumn<ScopeNode, ScopeNode>> columns =
      new EnumMap<>(TreeColumn.class);

  /// Gives a table its columns.
  ///
  /// @param names makes a cell of the column of names
  /// @param cells makes a cell of any other
  TreeColumns(
      TreeTableView<ScopeNode> table,
      Supplier<TreeTableCell<ScopeNode, ScopeNode>> names,
      Function<TreeColumn, TreeTableCell<ScopeNode, ScopeNode>> cells) {
    this.table = table;
    name = column("scope", names);
    List<TreeTableColumn<ScopeNode, ?>> all = new ArrayList<>(List.of(name));
    for (TreeColumn each : TreeColumn.values()) {
      TreeTableColumn<ScopeNode, ScopeNode> its =
          column(each.name().toLowerCase(Locale.ROOT), () -> cells.apply(each));
      columns.put(each, its);
      all.add(its);
    }
    table.getColumns().setAll(all);
    table.setTreeColumn(name);
  }

  private static TreeTableColumn<ScopeNode, ScopeNode> column(
      String title, Supplier<TreeTableCell<ScopeNode, ScopeNode>> cell) {
    var column = new TreeTableColumn<ScopeNode, ScopeNode>(Wording.text("tree.column." + title));
    column.setMinWidth(WIDTH_MIN);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellFactory(_ -> cell.get());
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(Objects.requireNonNull(row.getValue().getValue())));
    return column;
  }

  /// Shows the columns that are wanted, as far as there is room for them: whatever is left out, the
  /// scope page has. Whatever there is beyond the least goes to one comfort after the other, and
  /// the rest to the bars; without bars, to the names.
  void fit(Set<TreeColumn> wanted) {
    double room = table.getWidth() - SCROLL_BAR_WIDTH;
    Set<TreeColumn> shown = EnumSet.noneOf(TreeColumn.class);
    shown.addAll(wanted);
    for (TreeColumn column : LEAST_NEEDED_FIRST) {
      if (room > 0 && width(shown, Comfort.LEAST) > room) {
        shown.remove(column);
      }
    }
    columns.forEach((column, its) -> its.setVisible(shown.contains(column)));
    Map<TreeColumn, Double> widths = new EnumMap<>(TreeColumn.class);
    shown.forEach(column -> widths.put(column, width(column, Comfort.LEAST)));
    double names = nameWidth(Comfort.LEAST);
    double left = Math.max(0, room - width(shown, Comfort.LEAST));
    Comfort before = Comfort.LEAST;
    for (Comfort now : EnumSet.range(Comfort.BARS_NAMED, Comfort.WIDE)) {
      Comfort base = before;
      double needed = width(shown, now) - width(shown, base);
      double part = needed > 0 ? Math.min(1, left / needed) : 0;
      widths.replaceAll(
          (column, width) -> width + part * (width(column, now) - width(column, base)));
      names += part * (nameWidth(now) - nameWidth(base));
      left -= part * needed;
      before = now;
    }
    double rest = left;
    widths.computeIfPresent(TreeColumn.BARS, (_, width) -> width + rest);
    widths.forEach((column, width) ->
        Objects.requireNonNull(columns.get(column)).setPrefWidth(Math.floor(width)));
    name.setPrefWidth(Math.floor(shown.contains(TreeColumn.BARS) ? names : names + rest));
  }

  private static double width(Set<TreeColumn> shown, Comfort comfort) {
    return nameWidth(comfort) + shown.stream().mapToDouble(each -> width(each, comfort)).sum();
  }

  private static double nameWidth(Comfort comfort) {
    return switch (comfort) {
      case LEAST, BARS_NAMED -> 118;
      case READ -> 140;
      case WIDE -> 180;
    };
  }

  private static double width(TreeColumn column, Comfort comfort) {
    boolean wide = comfort == Comfort.WIDE;
    return switch (column) {
      case HEADROOM -> comfort.compareTo(Comfort.READ) < 0 ? 104 : 136;
      case BARS -> comfort == Comfort.LEAST ? 110 : 132;
      case TREND -> wide ? 136 : 84;
      case COST -> wide ? 112 : 84;
      case ATTENTION -> wide ? 132 : 92;
    };
  }
}
