package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Wording;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Tells what did not work until it was taken note of; without a notice it takes no room. For the
/// UI thread only.
final class NoticeLine extends HBox {
  private final Label text = new Label();

  /// @param dismissed is told when the notice was taken note of
  NoticeLine(Runnable dismissed) {
    getStyleClass().add("notice-line");
    setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var gotIt = new Button(Wording.text("notice.dismiss"));
    gotIt.setOnAction(_ -> {
      dismissed.run();
      show("");
    });
    getChildren().setAll(text, gotIt);
    setVisible(false);
    setManaged(false);
  }

  /// Shows a notice; none where it is empty.
  void show(String now) {
    if (!now.equals(text.getText())) {
      text.setText(now);
      setAccessibleText(now);
      setVisible(!now.isEmpty());
      setManaged(!now.isEmpty());
    }
  }
}
