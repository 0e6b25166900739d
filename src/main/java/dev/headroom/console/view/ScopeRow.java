package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import javafx.scene.control.Skin;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.skin.TreeTableRowSkin;

/// A row of the scope tree. Its indent is set here and not by the style sheet: a row that is made
/// while it is selected misses what the sheet says about its skin.
final class ScopeRow extends TreeTableRow<ScopeNode> {
  private static final double INDENT = 16;

  @Override
  protected Skin<?> createDefaultSkin() {
    var skin = new TreeTableRowSkin<>(this);
    skin.setIndent(INDENT);
    return skin;
  }
}
