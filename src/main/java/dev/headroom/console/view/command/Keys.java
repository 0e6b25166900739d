package dev.headroom.console.view.command;

import javafx.scene.input.KeyCombination;

/// Key combinations as people read them.
final class Keys {
  private Keys() {}

  /// `Ctrl+F` for `Shortcut+F`; empty for none.
  static String text(String keys) {
    return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
  }
}
