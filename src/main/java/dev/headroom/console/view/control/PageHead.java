package dev.headroom.console.view.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a page that stands in for the scope page until it is closed.
public final class PageHead extends HBox {
  /// @param says what closing does, in words
  public PageHead(String title, String says, Runnable close) {
    var name = new Label(title);
    name.getStyleClass().add("title");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Button button = Icons.button("close", says);
    button.getStyleClass().add("quiet");
    button.setOnAction(_ -> close.run());
    getStyleClass().add("scope-title");
    getChildren().setAll(name, spacer, button);
  }
}
