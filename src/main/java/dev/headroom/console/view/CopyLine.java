package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.copy.CopyModel;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says of what instance a copy is shown, and leads back to it, with what was changed or without;
/// where no copy is shown it takes no room. For the UI thread only.
final class CopyLine extends HBox {
  private final CopyModel model;
  private final Label text = new Label("", Icons.icon("copied"));

  /// @param carried is told once the window is back, and the changes are staged
  CopyLine(CopyModel model, Runnable carried) {
    this.model = model;
    getStyleClass().add("copy-line");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var carry = new Button(Wording.text("copy.carry"));
    carry.setOnAction(_ -> model.carryBack(carried));
    var leave = new Button(Wording.text("copy.leave"));
    leave.setOnAction(_ -> model.leave());
    carry.setMinWidth(USE_PREF_SIZE);
    leave.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(text, carry, leave);
    Forms.show(this, false);
  }

  /// Shows what is so now.
  void update() {
    Forms.show(this, model.isCopy());
    String now = model.text();
    if (!now.equals(text.getText())) {
      text.setText(now);
      setAccessibleText(now);
    }
  }
}
