package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.copy.CopyModel;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says of what instance a copy is shown, and leads back to it, with what was changed or without;
/// where no copy is shown it takes no room. Asks before something is lost. For the UI thread only.
final class CopyLine extends HBox {
  private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

  private final CopyModel model;
  private final Label text = new Label("", Icons.icon("copied"));
  private final Button carry = new Button(Wording.text("copy.carry"));
  private final Button leave = new Button(Wording.text("copy.leave"));
  private final Button leaveAnyway = new Button(Wording.text("copy.leave.anyway"));
  private final Button stay = new Button(Wording.text("copy.stay"));

  /// @param carried is told once the window is back, and the changes are staged
  CopyLine(CopyModel model, Runnable carried) {
    this.model = model;
    getStyleClass().add("copy-line");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    carry.setOnAction(_ -> model.carryBack(carried));
    leave.setOnAction(_ -> model.leave());
    leaveAnyway.setOnAction(_ -> model.leaveAnyway());
    stay.setOnAction(_ -> stay());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE && model.isAsking()) {
        stay();
        event.consume();
      }
    });
    var buttons = List.of(carry, leave, leaveAnyway, stay);
    buttons.forEach(button -> button.setMinWidth(USE_PREF_SIZE));
    getChildren().add(text);
    getChildren().addAll(buttons);
    ask(false);
    Forms.show(this, false);
  }

  private void stay() {
    model.stay();
    update();
    leave.requestFocus();
  }

  /// What is lost is not to be lost by a key that is pressed twice: the focus goes to what keeps
  /// it.
  private void ask(boolean asking) {
    Forms.show(leave, !asking);
    Forms.show(leaveAnyway, asking);
    Forms.show(stay, asking);
    pseudoClassStateChanged(ASKING, asking);
    if (asking) {
      stay.requestFocus();
    }
  }

  /// Shows what is so now.
  void update() {
    if (model.isAsking() != stay.isVisible()) {
      ask(model.isAsking());
    }
    Forms.show(this, model.isCopy());
    String now = model.text();
    if (!now.equals(text.getText())) {
      text.setText(now);
      setAccessibleText(now);
    }
  }
}
