package dev.headroom.console.view;

import dev.headroom.console.view.bulk.MarkLine;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Placeholder;
import dev.headroom.console.view.edit.EditTools;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeViews;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The scope tree with its search line. Rows are fetched as they are opened; only visible ones are
/// kept current. For the UI thread only.
final class ScopeTreePane extends VBox {
  private static final double ROW_HEIGHT = 42;

  private final Desk desk;
  private final Predicate<String> isPending;
  private Predicate<String> isDifferent = _ -> false;
  private final Consumer<ScopeNode> select;
  private final TreeTableView<ScopeNode> table = new TreeTableView<>();
  private final Placeholder placeholder = new Placeholder("");
  private final List<DrawnCell<?>> cells = new ArrayList<>();
  private final List<ScopeRow> rows = new ArrayList<>();
  private final ScopeItems items;
  private final SearchLine search;
  private final MarkedScopes marks;
  private final LoanBoard loans;
  private final MarkLine markLine;
  private final Predicate<KeyEvent> marking;
  private final Predicate<KeyEvent> markingTo;
  private Optional<ScopeNode> markedLast = Optional.empty();
  private final TreeViews views;

  /// @param tools with which scopes are changed
  /// @param views how the tree looks
  /// @param hints by which keys something is done
  /// @param changeMany is told that the marked ones shall be changed
  /// @param select is told which scope was selected
  ScopeTreePane(
      Work work,
      Palette palette,
      EditTools tools,
      TreeViews views,
      KeyHints hints,
      Runnable changeMany,
      Consumer<ScopeNode> select) {
    desk = work.desk();
    marks = work.marks();
    isPending = tools::isPending;
    this.views = views;
    tools.listen(table::refresh);
    marks.listen(table::refresh);
    marking = hints.pressed("tree.mark");
    markingTo = hints.pressed("tree.mark.to");
    loans = work.loans();
    loans.listen(table::refresh);
    markLine = new MarkLine(marks, desk.tree(), changeMany, hints);
    this.select = select;
    getStyleClass().add("scope-tree");
    search = new SearchLine(desk.tree(), views, hints);
    items = new ScopeItems(table, desk.tree(), () -> desk.selection().address());
    buildTable(palette);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(search, markLine, table);
  }

  /// Whom the tree's model tells about rows.
  ScopeTree.Listener listener() {
    return items;
  }

  /// Redraws the visible rows that have changed, and says which rows are visible.
  void update() {
    int drawn = 0;
    for (DrawnCell<?> cell : cells) {
      drawn += cell.update(desk.isStale()) ? 1 : 0;
    }
    rows.forEach(ScopeRow::update);
    desk.freshness().onDrawn(drawn);
    desk.watch(visible());
    placeholder.setText(
        Wording.text(desk.tree().isFiltered() ? "tree.empty.filter" : "list.loading"));
    search.update();
    markLine.update();
  }

  /// Fetches what has come below the visible rows, and what a visible stand-in stands for.
  void updateStructure() {
    if (desk.isPaused()) {
      return; // What is frozen gets no newer rows either.
    }
    Set<ScopeNode> parents = new HashSet<>();
    for (TreeTableRow<ScopeNode> row : rows) {
      TreeItem<ScopeNode> item = row.isVisible() ? row.getTreeItem() : null;
      if (item == null || row.isEmpty()) {
        continue;
      }
      if (item.getParent() != null) {
        parents.add(item.getParent().getValue());
      }
      if (item.isExpanded()) {
        parents.add(item.getValue());
      }
      if (item.getValue().role() == ScopeNode.Role.MORE) {
        desk.tree().open(item.getValue());
      }
    }
    desk.tree().refresh(parents);
  }

  /// Expands what is above a scope, selects it and scrolls to it.
  void goTo(String address) {
    search.clear();
    desk.tree().reveal(List.of(address), this::show);
  }

  /// Opens the tree down to a scope, and leaves selected what is.
  void expandTo(ScopeNode node) {
    search.clear();
    items.expandTo(node);
  }

  /// Expands the rows that another expands.
  void expandLike(ScopeTreePane other) {
    items.expandLike(other.items);
  }

  /// Shows a saved view.
  void show(SavedView view) {
    search.show(view);
  }

  /// Marks scopes that have changed between two instants.
  ///
  /// @param differs whether that at an address has
  void markDifferent(Predicate<String> differs) {
    isDifferent = differs;
    table.refresh();
  }

  /// Asks for the name of what is shown.
  void saveView() {
    search.saveView();
  }

  /// The rows are what has the focus.
  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  void focusSearch() {
    search.focusField();
  }

  private void show(ScopeNode node) {
    TreeItem<ScopeNode> item = items.expandTo(node);
    int row = table.getRow(item);
    table.getSelectionModel().clearAndSelect(row);
    boolean visible =
        rows.stream().anyMatch(shown -> shown.isVisible() && item.equals(shown.getTreeItem()));
    if (!visible) {
      table.scrollTo(Math.max(0, row - 3));
    }
  }

  private List<ScopeNode> visible() {
    List<ScopeNode> nodes = new ArrayList<>(rows.size());
    for (TreeTableRow<ScopeNode> row : rows) {
      if (row.isVisible() && !row.isEmpty() && row.getItem() != null) {
        nodes.add(row.getItem());
      }
    }
    return nodes;
  }

  private void buildTable(Palette palette) {
    table.setFixedCellSize(ROW_HEIGHT);
    table.setAccessibleText(Wording.text("tree.accessible"));
    table.setPlaceholder(placeholder);
    table.setRowFactory(_ -> row());
    var columns =
        new TreeColumns(
            table,
            () -> new NameCell(isPending, address -> isDifferent.test(address), marks, loans),
            column -> cell(column, palette));
    table.widthProperty().subscribe(_ -> columns.fit(views.look().columns()));
    views.listen(() -> {
      columns.fit(views.look().columns());
      table.refresh();
    });
    columns.fit(views.look().columns());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> onSelected(item == null ? null : item.getValue()));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onSelected(@org.jspecify.annotations.Nullable ScopeNode node) {
    if (node != null && !items.areMoving()) {
      select.accept(node);
    }
  }

  private void onKey(KeyEvent event) {
    TreeItem<ScopeNode> item = table.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && item != null) {
      if (item.getValue().role() == ScopeNode.Role.SCOPE) {
        item.setExpanded(!item.isExpanded());
      } else {
        desk.tree().open(item.getValue());
      }
      event.consume();
    }
    if (marking.test(event)) {
      markSelected();
      event.consume();
    }
    if (markingTo.test(event)) {
      markToSelected();
      event.consume();
    }
  }

  /// Marks the selected row, or no longer.
  void markSelected() {
    TreeItem<ScopeNode> item = table.getSelectionModel().getSelectedItem();
    if (item != null) {
      mark(item.getValue());
    }
  }

  /// Marks all rows from the one that was marked last to the selected one.
  void markToSelected() {
    if (!table.getSelectionModel().isEmpty()) {
      markTo(table.getSelectionModel().getSelectedIndex());
    }
  }

  private void mark(ScopeNode node) {
    markedLast = Optional.of(node);
    marks.toggle(node);
  }

  /// Marks all rows from the one that was marked last, or is selected, to another.
  private void markTo(int row) {
    int from = Math.max(0, table.getSelectionModel().getSelectedIndex());
    for (int at = 0; at < table.getExpandedItemCount(); at++) {
      if (Optional.of(table.getTreeItem(at).getValue()).equals(markedLast)) {
        from = at;
      }
    }
    List<ScopeNode> range = new ArrayList<>();
    for (int at = Math.min(from, row); at <= Math.max(from, row); at++) {
      range.add(table.getTreeItem(at).getValue());
    }
    marks.mark(range);
  }

  private ScopeRow row() {
    var row = new ScopeRow(this::mark, this::markTo);
    rows.add(row);
    return row;
  }

  private DrawnCell<?> cell(TreeColumn column, Palette palette) {
    return switch (column) {
      case HEADROOM ->
          new DrawnCell<>(
              new HeadroomFigure(palette),
              (drawing, node) -> drawing.show(node.headroom(), desk.isStale()),
              cells);
      case BARS ->
          new DrawnCell<>(
              new ResourceBars(palette),
              (drawing, node) -> drawing.show(views.look().shown(node.bars()), desk.isStale()),
              cells);
      case TREND ->
          new DrawnCell<>(
              new TrendFigure(palette),
              (drawing, node) -> drawing.show(desk.trends().of(node), desk.isStale()),
              _ -> desk.trends().version(),
              cells);
      case COST ->
          new DrawnCell<>(
              new CostFigure(palette),
              (drawing, node) -> drawing.show(desk.cost(node), desk.isStale()),
              cells);
      case ATTENTION ->
          new DrawnCell<>(
              new Badges(palette), (drawing, node) -> drawing.show(node.tally()), cells);
    };
  }
}
