package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.isShown;

import dev.headroom.console.view.Windows;
import dev.headroom.console.viewmodel.ScopeNode;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// Somebody at a window, who waits for what is to be used until it is there and can be used.
record Hands(FxRobot robot) {

  /// Presses what bears these words.
  void press(String words) throws TimeoutException {
    Windows.waitFor(() -> button(words).filter(button -> !button.isDisabled()).isPresent());
    robot.interact(() -> button(words).orElseThrow().fire());
  }

  /// Writes into the field of that name, in place of what is there.
  void write(String field, String text) throws TimeoutException {
    Windows.waitFor(() -> called(robot, TextField.class, field).isPresent());
    robot.interact(() -> {
      TextField its = called(robot, TextField.class, field).orElseThrow();
      its.requestFocus();
      its.setText(text);
    });
  }

  /// Chooses in the box of that name what begins with these words.
  void choose(String box, String words) throws TimeoutException {
    Windows.waitFor(() -> optionAt(box, words) >= 0);
    robot.interact(() -> box(box).orElseThrow().getSelectionModel().select(optionAt(box, words)));
  }

  /// Chooses a row of the list of that name: the first in which a text stands.
  void select(String list, String part) throws TimeoutException {
    Windows.waitFor(() -> rowAt(list, part) >= 0);
    robot.interact(() -> {
      TableView<?> table = list(list).orElseThrow();
      table.requestFocus();
      table.getSelectionModel().clearAndSelect(rowAt(list, part));
    });
  }

  /// Waits until no row of the list of that name has a text.
  void waitForNone(String list, String part) throws TimeoutException {
    Windows.waitFor(() -> list(list).isPresent() && rowAt(list, part) < 0);
  }

  /// Waits until something that a selector finds says this, among other things.
  void waitFor(String selector, String part) throws TimeoutException {
    try {
      Windows.waitFor(() -> texts(selector).contains(part));
    } catch (TimeoutException late) {
      throw new AssertionError(selector + " says: " + texts(selector), late);
    }
  }

  /// Waits until the last action has had this result.
  void waitForResult(String part) throws TimeoutException {
    waitFor(".attempt-line > .label", part);
  }

  /// All that is said by what a selector finds, and in it.
  String texts(String selector) {
    var all = new StringBuilder();
    for (Node node : robot.lookup(selector).queryAll()) {
      if (node instanceof Labeled labeled) {
        all.append(labeled.getText()).append('\n');
      } else {
        node.lookupAll(".label").stream()
            .filter(Labeled.class::isInstance)
            .forEach(label -> all.append(((Labeled) label).getText()).append('\n'));
      }
    }
    return all.toString();
  }

  /// Presses the shortcut of a letter or number.
  void shortcut(KeyCode key) {
    robot.push(KeyCode.SHORTCUT, key);
  }

  @SuppressWarnings("unchecked") // The window has one tree, of scopes.
  TreeTableView<ScopeNode> tree() {
    return robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
  }

  private Optional<ButtonBase> button(String words) {
    return robot
        .lookup((Node node) -> node instanceof ButtonBase button && words.equals(button.getText()))
        .<ButtonBase>queryAll()
        .stream()
        .filter(node -> isShown(node))
        .findFirst();
  }

  private Optional<TableView<?>> list(String name) {
    return called(robot, TableView.class, name).map(table -> (TableView<?>) table);
  }

  private int rowAt(String list, String part) {
    return list(list)
        .map(table ->
            IntStream.range(0, table.getItems().size())
                .filter(at -> table.getItems().get(at).toString().contains(part))
                .findFirst()
                .orElse(-1))
        .orElse(-1);
  }

  @SuppressWarnings("unchecked") // All boxes of the console are of words.
  private Optional<ComboBox<String>> box(String name) {
    return called(robot, ComboBox.class, name).map(box -> (ComboBox<String>) box);
  }

  private int optionAt(String box, String words) {
    return box(box)
        .map(its ->
            IntStream.range(0, its.getItems().size())
                .filter(at -> its.getItems().get(at).startsWith(words))
                .findFirst()
                .orElse(-1))
        .orElse(-1);
  }
}
