package dev.headroom.console.view;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.Wording;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

/// The name of a scope with its kind, or what a stand-in says. For the UI thread only.
final class NameCell extends TreeTableCell<ScopeNode, ScopeNode> {
  private final Label kind = new Label();
  private final Label name = new Label();
  private final Label pending = new Label("●");
  private final HBox line = new HBox(kind, name, pending);
  private final Predicate<String> isPending;

  /// @param isPending whether a change at that address is staged
  NameCell(Predicate<String> isPending) {
    this.isPending = isPending;
    pending.getStyleClass().add("pending");
    pending.setTooltip(new Tooltip(Wording.text("changes.pending")));
    pending.setAccessibleText(Wording.text("changes.pending"));
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
    boolean changed = scope && isPending.test(node.address());
    pending.setVisible(changed);
    pending.setManaged(changed);
    name.getStyleClass().removeAll("faint");
    if (!scope) {
      name.getStyleClass().add("faint");
    }
    setGraphic(line);
  }
}
