package dev.headroom.console.view.control;

import javafx.scene.control.Label;

/// What a list says when it has nothing to show.
public final class Placeholder extends Label {
  /// @param text what it says
  public Placeholder(String text) {
    super(text);
    getStyleClass().add("placeholder");
    setWrapText(true);
  }
}
