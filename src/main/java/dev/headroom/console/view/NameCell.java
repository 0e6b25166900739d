package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.Wording;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The name of a scope with its kind, or what a stand-in says. For the UI thread only.
final class NameCell extends TreeTableCell<ScopeNode, ScopeNode> {
  private static final double KIND_WIDTH_MIN = 170;

  private final Label kind = new Label();
  private final Label name = new Label();
  private final Label pending = new Label("●");
  private final Label different = new Label("≠");
  private final Region mark = Icons.icon("marked");
  private final Label lent = new Label("⇄");
  private final Tooltip lentWhat = new Tooltip();
  private final HBox line = new HBox(mark, kind, name, lent, pending, different);
  private final Predicate<String> isPending;
  private final Predicate<String> isDifferent;
  private final MarkedScopes marks;
  private final LoanBoard loans;

  /// @param isPending whether a change at that address is staged
  /// @param isDifferent whether the scope at that address has changed between two instants
  /// @param loans what is lent
  NameCell(
      Predicate<String> isPending,
      Predicate<String> isDifferent,
      MarkedScopes marks,
      LoanBoard loans) {
    this.isPending = isPending;
    this.isDifferent = isDifferent;
    this.marks = marks;
    this.loans = loans;
    lent.getStyleClass().add("lent");
    lent.setMinWidth(USE_PREF_SIZE);
    lent.setTooltip(lentWhat);
    mark.setAccessibleText(Wording.text("marks.marked"));
    pending.setMinWidth(USE_PREF_SIZE);
    pending.getStyleClass().add("pending");
    pending.setTooltip(new Tooltip(Wording.text("changes.pending")));
    pending.setAccessibleText(Wording.text("changes.pending"));
    different.setMinWidth(USE_PREF_SIZE);
    different.getStyleClass().add("different");
    different.setTooltip(new Tooltip(Wording.text("compare.differs")));
    different.setAccessibleText(Wording.text("compare.differs"));
    kind.getStyleClass().add("kind");
    kind.setMinWidth(USE_PREF_SIZE);
    line.getStyleClass().add("scope-name");
    widthProperty().subscribe(_ -> showKind());
  }

  /// Where there is little room, the name is what matters.
  private void showKind() {
    boolean scope = getItem() != null && getItem().role() == ScopeNode.Role.SCOPE;
    Forms.show(kind, scope && getWidth() >= KIND_WIDTH_MIN);
  }

  private void showLoans(String sentences) {
    lentWhat.setText(sentences);
    lent.setAccessibleText(sentences);
    Forms.show(lent, !sentences.isEmpty());
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
    showKind();
    name.setText(node.name());
    boolean changed = scope && isPending.test(node.address());
    Forms.show(pending, changed);
    Forms.show(different, scope && isDifferent.test(node.address()));
    showLoans(scope ? loans.sentences(node.address()) : "");
    Forms.show(mark, scope && marks.contains(node));
    name.getStyleClass().removeAll("faint");
    if (!scope) {
      name.getStyleClass().add("faint");
    }
    setGraphic(line);
  }
}
