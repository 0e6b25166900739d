package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.ScopeTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the table's items as the tree's model says, in as few changes as possible, and keeps what
/// is under the reader's eyes where it is: selection, expansion and scroll never move by
/// themselves. For the UI thread only.
final class ScopeItems implements ScopeTree.Listener {
  private static final int SINGLE_CHANGES_MAX = 24;
  private static final int GONE_MAX = 10_000;

  private final TreeTableView<ScopeNode> table;
  private final ScopeTree tree;
  private final Supplier<String> selected;
  private final Map<ScopeNode, ScopeItem> items = new HashMap<>();

  /// Addresses of scopes that went while they were expanded: they come again so.
  private final Set<String> goneExpanded = new HashSet<>();

  private final List<ScopeItem> coming = new ArrayList<>();
  private boolean moving;

  /// @param selected the address of the scope that is shown in full, also while it has no row
  ScopeItems(TreeTableView<ScopeNode> table, ScopeTree tree, Supplier<String> selected) {
    this.table = table;
    this.tree = tree;
    this.selected = selected;
  }

  /// Whether rows come or go just now. What JavaFX then selects, nobody has.
  boolean areMoving() {
    return moving;
  }

  /// Expands the rows that others expand.
  void expandLike(ScopeItems others) {
    Set<String> expanded =
        others.items.values().stream()
            .filter(TreeItem::isExpanded)
            .map(item -> item.getValue().address())
            .collect(Collectors.toSet());
    List.copyOf(items.values()).stream()
        .filter(item -> expanded.contains(item.getValue().address()))
        .forEach(item -> item.setExpanded(true));
  }

  @Override
  public void onTop(ScopeNode top) {
    ScopeItem item = itemOf(top);
    moving = true;
    TreeItem<ScopeNode> left = table.getRoot();
    if (left != null && !left.equals(item) && left.getValue().role() == ScopeNode.Role.LOADING) {
      forget(left); // A filter's matches are listed anew each time.
    }
    synchronise(item);
    item.setExpanded(true);
    table.setShowRoot(top.role() == ScopeNode.Role.SCOPE || top.role() == ScopeNode.Role.FAILED);
    table.setRoot(item);
    moving = false;
    expandComing();
    if (table.getSelectionModel().isEmpty()) {
      selectWithin(item);
    }
  }

  @Override
  public void onChildren(ScopeNode parent) {
    ScopeItem item = items.get(parent);
    if (item == null) {
      return;
    }
    TreeItem<ScopeNode> before = table.getSelectionModel().getSelectedItem();
    VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
    int top =
        flow == null || flow.getFirstVisibleCell() == null
            ? -1
            : flow.getFirstVisibleCell().getIndex();
    TreeItem<ScopeNode> anchor = top < 0 ? null : table.getTreeItem(top);
    moving = true;
    synchronise(item);
    if (before == null || !before.equals(items.get(before.getValue()))) {
      table.getSelectionModel().clearSelection();
      moving = false;
      selectWithin(item);
    } else if (!before.equals(table.getSelectionModel().getSelectedItem())) {
      int row = table.getRow(before);
      if (row >= 0) {
        table.getSelectionModel().clearAndSelect(row);
      }
    }
    moving = false;
    expandComing();
    int moved = anchor == null ? 0 : table.getRow(anchor) - top;
    if (flow != null && moved != 0 && table.getRow(anchor) >= 0) {
      table.layout();
      flow.scrollPixels(moved * table.getFixedCellSize());
    }
  }

  /// Selects the row of the scope that is shown in full, if it is at or below another and no row
  /// above it is collapsed.
  private void selectWithin(TreeItem<ScopeNode> top) {
    int row = find(top, selected.get()).map(table::getRow).orElse(-1);
    if (row >= 0) {
      table.getSelectionModel().clearAndSelect(row);
    }
  }

  private static Optional<TreeItem<ScopeNode>> find(TreeItem<ScopeNode> top, String address) {
    if (is(top, address)) {
      return Optional.of(top);
    }
    if (!top.isExpanded()) {
      return Optional.empty();
    }
    return top.getChildren().stream()
        .filter(child -> is(child, address))
        .findFirst()
        .or(() ->
            top.getChildren().stream()
                .filter(child -> address.startsWith(child.getValue().address() + "/"))
                .findFirst()
                .flatMap(child -> find(child, address)));
  }

  private static boolean is(TreeItem<ScopeNode> item, String address) {
    return item.getValue().role() == ScopeNode.Role.SCOPE
        && item.getValue().address().equals(address);
  }

  /// Expands those that have come again.
  private void expandComing() {
    List<ScopeItem> all = List.copyOf(coming);
    coming.clear();
    all.forEach(item -> item.setExpanded(true));
  }

  /// The item of a row whose ancestors are all known, which are expanded.
  TreeItem<ScopeNode> expandTo(ScopeNode node) {
    ScopeItem item = itemOf(node);
    for (TreeItem<ScopeNode> above = item.getParent(); above != null; above = above.getParent()) {
      above.setExpanded(true);
    }
    return item;
  }

  private void synchronise(ScopeItem item) {
    List<TreeItem<ScopeNode>> wanted = new ArrayList<>();
    for (ScopeNode child : item.getValue().children()) {
      ScopeItem childItem = itemOf(child);
      if (childItem.getChildren().size() != child.children().size()) {
        synchronise(childItem);
      }
      wanted.add(childItem);
    }
    ObservableList<TreeItem<ScopeNode>> shown = item.getChildren();
    Set<TreeItem<ScopeNode>> kept = new HashSet<>(wanted);
    for (TreeItem<ScopeNode> before : shown) {
      if (!kept.contains(before)) {
        forget(before);
      }
    }
    if (shown.size() > wanted.size() + SINGLE_CHANGES_MAX
        || wanted.size() > shown.size() + SINGLE_CHANGES_MAX
        || !mergeInto(shown, wanted, kept)) {
      shown.setAll(wanted);
    }
  }

  /// Removes and inserts single rows; gives up where the order differs.
  private static boolean mergeInto(
      ObservableList<TreeItem<ScopeNode>> shown,
      List<TreeItem<ScopeNode>> wanted,
      Set<TreeItem<ScopeNode>> kept) {
    shown.removeIf(item -> !kept.contains(item));
    Set<TreeItem<ScopeNode>> present = new HashSet<>(shown);
    for (int at = 0; at < wanted.size(); at++) {
      TreeItem<ScopeNode> item = wanted.get(at);
      if (at < shown.size() && shown.get(at).equals(item)) {
        continue;
      }
      if (present.contains(item)) {
        return false;
      }
      shown.add(at, item);
    }
    return true;
  }

  private void forget(TreeItem<ScopeNode> item) {
    items.remove(item.getValue());
    boolean scope = item.getValue().role() == ScopeNode.Role.SCOPE;
    if (scope && item.isExpanded() && goneExpanded.size() < GONE_MAX) {
      goneExpanded.add(item.getValue().address());
    }
    item.getChildren().forEach(this::forget);
  }

  private ScopeItem itemOf(ScopeNode node) {
    return items.computeIfAbsent(node, this::newItem);
  }

  private ScopeItem newItem(ScopeNode node) {
    var item = new ScopeItem(node);
    item.expandedProperty()
        .subscribe(expanded -> {
          if (expanded) {
            tree.open(node);
          }
        });
    boolean scope = node.role() == ScopeNode.Role.SCOPE && !tree.isFiltered();
    if (scope && goneExpanded.remove(node.address())) {
      coming.add(item);
    }
    return item;
  }
}
