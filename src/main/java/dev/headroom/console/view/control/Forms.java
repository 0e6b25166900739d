package dev.headroom.console.view.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The parts of forms: titled sections, fields with labels, buttons that say why they are off.
public final class Forms {
  private Forms() {}

  /// Parts that belong together, under a title.
  public static VBox section(String title, Node... parts) {
    var label = new Label(title);
    label.getStyleClass().add("caption-title");
    var section = new VBox(label);
    section.getChildren().addAll(parts);
    section.getStyleClass().add("form-section");
    return section;
  }

  /// A field that says what belongs into it.
  public static TextField field(String prompt) {
    var field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    return field;
  }

  /// Words of less weight, as long as they are.
  public static Label caption(String text) {
    var label = new Label(text);
    label.getStyleClass().add("caption");
    label.setWrapText(true);
    return label;
  }

  /// Turns a button on or off, and says why it is off.
  ///
  /// @param why where the reason is shown; takes no room without one
  /// @param whyNot empty where it is on
  public static void enable(Button button, Label why, String whyNot) {
    button.setDisable(!whyNot.isEmpty());
    button.setAccessibleHelp(whyNot);
    why.setText(whyNot);
    show(why, !whyNot.isEmpty());
  }

  /// Shows a part, or lets it take no room.
  public static void show(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
