package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import javafx.scene.control.TreeItem;

/// A row of the scope tree that says it has children before they are there.
final class ScopeItem extends TreeItem<ScopeNode> {
  ScopeItem(ScopeNode node) {
    super(node);
  }

  /// Whether the arrow is shown, judging by the scope and not by what was fetched.
  @Override
  public boolean isLeaf() {
    return !getValue().hasChildren();
  }
}
