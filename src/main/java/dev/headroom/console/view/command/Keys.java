package dev.headroom.console.view.command;

import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Key combinations as people read them.
public final class Keys {
  /// Keys that keyboards call by other names elsewhere; under `key.` in the texts.
  private static final List<String> NAMED = List.of("Ctrl", "Shift", "Home", "Space");

  private static final boolean SHORTCUT_IS_META =
      System.getProperty("os.name", "").startsWith("Mac");

  private Keys() {}

  /// What was pressed, as JavaFX writes key combinations: `Shortcut+Shift+F`.
  public static String of(KeyEvent event) {
    List<String> parts = new ArrayList<>();
    add(parts, event.isShortcutDown(), "Shortcut");
    add(parts, event.isControlDown() && SHORTCUT_IS_META, "Ctrl");
    add(parts, event.isAltDown(), "Alt");
    add(parts, event.isShiftDown(), "Shift");
    add(parts, event.isMetaDown() && !SHORTCUT_IS_META, "Meta");
    parts.add(event.getCode().getName());
    return String.join("+", parts);
  }

  private static void add(List<String> parts, boolean down, String name) {
    if (down) {
      parts.add(name);
    }
  }

  /// Whether these keys are the ones that were pressed; none never are.
  public static boolean match(String keys, KeyEvent event) {
    return !keys.isEmpty() && KeyCombination.valueOf(keys).match(event);
  }

  /// `Ctrl+F` for `Shortcut+F`; empty for none.
  public static String text(String keys) {
    String text = keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText();
    for (String name : NAMED) {
      text = text.replace(name, Wording.text("key." + name));
    }
    return text;
  }
}
