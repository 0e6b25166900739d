package dev.headroom.console.view.control;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

/// Knows by which keys something is done, whatever those are by then: tells it in tooltips, and
/// those whose keys act only where the focus is whether they were pressed. For the UI thread only.
public final class KeyHints {
  private final UnaryOperator<String> keys;
  private final BiPredicate<String, KeyEvent> pressed;

  /// @param keys the keys of an action, as people read them, by the action's id; empty for none
  /// @param pressed whether the keys of an action, by its id, are those of an event
  public KeyHints(UnaryOperator<String> keys, BiPredicate<String, KeyEvent> pressed) {
    this.keys = keys;
    this.pressed = pressed;
  }

  /// Whether the keys of an action were pressed.
  ///
  /// @param action the action's id
  public Predicate<KeyEvent> pressed(String action) {
    return event -> pressed.test(action, event);
  }

  /// The words of a button with the keys that do the same where the focus is.
  public String named(String says, String action) {
    String by = keys.apply(action);
    return by.isEmpty() ? says : says + "  " + by;
  }

  /// Gives a button its tooltip and accessible text.
  ///
  /// @param says what it does
  /// @param action the id of the action that does the same
  public <B extends ButtonBase> B described(B button, String says, String action) {
    button.setAccessibleText(says);
    hint(button, says, action);
    return button;
  }

  /// Gives a control its tooltip.
  public void hint(Control control, String says, String action) {
    Tooltip tooltip = control.getTooltip();
    if (tooltip == null) {
      tooltip = new Tooltip();
      control.setTooltip(tooltip);
    }
    Tooltip shown = tooltip;
    shown.setText(with(says, action));
    shown.setOnShowing(_ -> shown.setText(with(says, action)));
  }

  private String with(String says, String action) {
    String by = keys.apply(action);
    return by.isEmpty() ? says : says + " (" + by + ")";
  }
}
