package dev.headroom.console.view.command;

import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import javafx.scene.input.KeyCombination;

/// Key combinations as people read them.
final class Keys {
  /// Keys that keyboards call by other names elsewhere; under `key.` in the texts.
  private static final List<String> NAMED = List.of("Ctrl", "Shift", "Home");

  private Keys() {}

  /// `Ctrl+F` for `Shortcut+F`; empty for none.
  static String text(String keys) {
    String text = keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    for (String name : NAMED) {
      text = text.replace(name, Wording.text("key." + name));
    }
    return text;
  }
}
