package dev.headroom.console.view.control;

import java.util.function.UnaryOperator;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// Tells in tooltips by which keys something is done, whatever those are by then. For the UI thread
/// only.
public final class KeyHints {
  private final UnaryOperator<String> keys;

  /// @param keys the keys of an action, as people read them, by the action's id; empty for none
  public KeyHints(UnaryOperator<String> keys) {
    this.keys = keys;
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
