package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Skin;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.skin.TreeTableRowSkin;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A row of the scope tree. Its arrow comes and goes with what is below the scope, which JavaFX
/// looks at only when the row is about another scope. Its indent is set here and not by the style
/// sheet: a row that is made while it is selected misses what the sheet says about its skin.
final class ScopeRow extends TreeTableRow<ScopeNode> {
  private static final double INDENT = 16;

  /// @param mark is told which scope is to be marked, or no longer, by a click with Ctrl
  /// @param markTo is told up to which row all are to be marked, by a click with Shift
  ScopeRow(Consumer<ScopeNode> mark, IntConsumer markTo) {
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
            return;
          }
          if (event.isShiftDown()) {
            markTo.accept(getIndex());
            event.consume();
          } else if (event.isShortcutDown()) {
            mark.accept(getItem());
            event.consume();
          }
        });
  }

  /// Shows or hides the arrow where that has changed.
  void update() {
    if (getTreeItem() != null && getSkin() instanceof ArrowSkin skin) {
      boolean shown = getDisclosureNode() != null && getDisclosureNode().isVisible();
      if (shown == getTreeItem().isLeaf()) {
        skin.updateArrow();
      }
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    var skin = new ArrowSkin();
    skin.setIndent(INDENT);
    return skin;
  }

  private final class ArrowSkin extends TreeTableRowSkin<ScopeNode> {
    ArrowSkin() {
      super(ScopeRow.this);
    }

    void updateArrow() {
      updateChildren();
      ScopeRow.this.requestLayout();
    }
  }
}
