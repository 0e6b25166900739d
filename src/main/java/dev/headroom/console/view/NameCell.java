package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

/// The name of a scope with its kind, or what a stand-in says. For the UI thread only.
final class NameCell extends TreeTableCell<ScopeNode, ScopeNode> {
  private final Label kind = new Label();
  private final Label name = new Label();
  private final HBox line = new HBox(kind, name);

  NameCell() {
    kind.getStyleClass().add("kind");
    kind.setMinWidth(USE_PREF_SIZE);
    line.getStyleClass().add("scope-name");
  }

  @Override
  protected void updateItem(ScopeNode node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      setGraphic(null);
      return;
    }
    boolean scope = node.role() == ScopeNode.Role.SCOPE;
    kind.setText(node.kind().toUpperCase(Locale.ROOT));
    kind.setManaged(scope);
    name.setText(node.name());
    name.getStyleClass().removeAll("faint");
    if (!scope) {
      name.getStyleClass().add("faint");
    }
    setGraphic(line);
  }
}
