package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.ScopeTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the table's items as the tree's model says, in as few changes as possible, and keeps what
/// is under the reader's eyes where it is: selection, expansion and scroll never move by
/// themselves. For the UI thread only.
final class ScopeItems implements ScopeTree.Listener {
  private static final int SINGLE_CHANGES_MAX = 24;

  private final TreeTableView<ScopeNode> table;
  private final ScopeTree tree;
  private final Map<ScopeNode, ScopeItem> items = new HashMap<>();

  ScopeItems(TreeTableView<ScopeNode> table, ScopeTree tree) {
    this.table = table;
    this.tree = tree;
  }

  @Override
  public void onTop(ScopeNode top) {
    ScopeItem item = itemOf(top);
    synchronise(item);
    item.setExpanded(true);
    table.setShowRoot(top.role() == ScopeNode.Role.SCOPE || top.role() == ScopeNode.Role.FAILED);
    table.setRoot(item);
    if (table.getSelectionModel().isEmpty() && table.isShowRoot()) {
      table.getSelectionModel().select(0);
    }
  }

  @Override
  public void onChildren(ScopeNode parent) {
    ScopeItem item = items.get(parent);
    if (item == null) {
      return;
    }
    TreeItem<ScopeNode> selected = table.getSelectionModel().getSelectedItem();
    VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
    int top =
        flow == null || flow.getFirstVisibleCell() == null
            ? -1
            : flow.getFirstVisibleCell().getIndex();
    TreeItem<ScopeNode> anchor = top < 0 ? null : table.getTreeItem(top);
    synchronise(item);
    if (selected != null && !selected.equals(table.getSelectionModel().getSelectedItem())) {
      int row = table.getRow(selected);
      if (row >= 0) {
        table.getSelectionModel().clearAndSelect(row);
      }
    }
    int moved = anchor == null ? 0 : table.getRow(anchor) - top;
    if (flow != null && moved != 0 && table.getRow(anchor) >= 0) {
      table.layout();
      flow.scrollPixels(moved * table.getFixedCellSize());
    }
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
    item.getChildren().forEach(this::forget);
  }

  private ScopeItem itemOf(ScopeNode node) {
    return items.computeIfAbsent(
        node,
        _ -> {
          var item = new ScopeItem(node);
          item.expandedProperty()
              .subscribe(expanded -> {
                if (expanded) {
                  tree.open(node);
                }
              });
          return item;
        });
  }
}
