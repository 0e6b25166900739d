package dev.headroom.console.view;

import javafx.scene.control.Label;

/// What a list says when it has nothing to show.
final class Placeholder extends Label {
  Placeholder(String text) {
    super(text);
    getStyleClass().add("placeholder");
    setWrapText(true);
  }
}
