package dev.headroom.app.picture;

import dev.headroom.console.view.ConsoleWindow;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// Presses and types in a pictured window, as an administrator would.
final class Hand {
  private final Studio studio;

  Hand(Studio studio) {
    this.studio = studio;
  }

  /// Types into the first field that a screen reader calls so.
  void type(String field, String text) {
    studio.order(window ->
        all(window, TextInputControl.class, input -> field.equals(input.getAccessibleText()))
            .findFirst()
            .ifPresent(input -> input.setText(text)));
  }

  /// Presses the first button that says so.
  void press(String text) {
    studio.order(window ->
        all(window, ButtonBase.class, button -> text.equals(button.getText()))
            .findFirst()
            .ifPresent(Hand::press));
  }

  private static void press(ButtonBase button) {
    if (button instanceof ToggleButton toggle) {
      toggle.setSelected(true);
    }
    button.fire();
  }

  /// Does something with everything of a type.
  <N extends Node> void each(Class<N> type, Consumer<N> order) {
    studio.order(window -> all(window, type, _ -> true).forEach(order));
  }

  /// Waits until something is there.
  void awaitShown(String selector) {
    studio.until(() -> !studio.window().scene().getRoot().lookupAll(selector).isEmpty());
  }

  /// Whether something is directly in another of a style.
  static boolean within(Node node, String styleClass) {
    return Optional.ofNullable(node.getParent())
        .filter(parent -> parent.getStyleClass().contains(styleClass))
        .isPresent();
  }

  /// All of a type that fit.
  static <N extends Node> Stream<N> all(ConsoleWindow window, Class<N> type, Predicate<N> fits) {
    return window.scene().getRoot().lookupAll("*").stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(fits);
  }
}
