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
  private static final double NAME_WIDTH = 180;
  private static final double NAME_WIDTH_MIN = 118;
  private static final double WIDTH_MIN = 64;
  private static final double BARS_NAMED = 132;

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
  /// scope page has. All get their least width, then the bars what the names over them need, then
  /// all what they would like, and the bars the rest; without bars, the names.
  void fit(Set<TreeColumn> wanted) {
    double room = table.getWidth() - SCROLL_BAR_WIDTH;
    Set<TreeColumn> shown = EnumSet.noneOf(TreeColumn.class);
    shown.addAll(wanted);
    double least = NAME_WIDTH_MIN + shown.stream().mapToDouble(TreeColumns::least).sum();
    for (TreeColumn column : LEAST_NEEDED_FIRST) {
      if (room > 0 && least > room && shown.remove(column)) {
        least -= least(column);
      }
    }
    columns.forEach((column, its) -> its.setVisible(shown.contains(column)));
    boolean bars = shown.contains(TreeColumn.BARS);
    double named = bars ? Math.clamp(room - least, 0, BARS_NAMED - least(TreeColumn.BARS)) : 0;
    least += named;
    double liked = NAME_WIDTH - NAME_WIDTH_MIN - named;
    liked += shown.stream().mapToDouble(column -> wide(column) - least(column)).sum();
    double more = Math.clamp((room - least) / liked, 0, 1);
    double rest = Math.max(0, room - least - liked);
    for (TreeColumn column : shown) {
      boolean takesRest = column == TreeColumn.BARS;
      double base = least(column) + (takesRest ? named : 0);
      double width = Math.floor(base + (wide(column) - base) * more);
      Objects.requireNonNull(columns.get(column)).setPrefWidth(takesRest ? width + rest : width);
    }
    double width = Math.floor(NAME_WIDTH_MIN + (NAME_WIDTH - NAME_WIDTH_MIN) * more);
    name.setPrefWidth(bars ? width : width + rest);
  }

  private static double least(TreeColumn column) {
    return switch (column) {
      case HEADROOM -> 104;
      case BARS -> 110;
      case TREND -> 84;
      case COST -> 84;
      case ATTENTION -> 92;
    };
  }

  private static double wide(TreeColumn column) {
    return switch (column) {
      case HEADROOM -> 136;
      case BARS -> BARS_NAMED;
      case TREND -> 136;
      case COST -> 112;
      case ATTENTION -> 132;
    };
  }
}
