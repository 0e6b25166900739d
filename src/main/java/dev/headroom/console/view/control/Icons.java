package dev.headroom.console.view.control;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Buttons that show a sign instead of a word. The signs' shapes stand in `places.css`, under
/// `.icon-` and the name; each button says in its tooltip and to screen readers what it does.
public final class Icons {
  private Icons() {}

  /// The sign alone.
  public static Region icon(String name) {
    var icon = new Region();
    icon.getStyleClass().addAll("icon", "icon-" + name);
    return icon;
  }

  /// A button with the sign.
  public static Button button(String name, String says) {
    return described(new Button("", icon(name)), says);
  }

  /// A toggle with the sign.
  public static ToggleButton toggle(String name, String says) {
    return described(new ToggleButton("", icon(name)), says);
  }

  /// Gives a button its tooltip and accessible text.
  public static <B extends ButtonBase> B described(B button, String says) {
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
    return button;
  }
}
