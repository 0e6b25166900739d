package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.remote.Pace;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.ScopeNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What an administrator does with the console, the same wherever the instance is.
@ExtendWith(ApplicationExtension.class)
abstract class Journeys {
  private static final int TABS_MAX = 80;
  private static final Node NOWHERE = new Group();

  @TempDir Path folder;
  private Optional<AttachedWindow> opened = Optional.empty();
  private Optional<JourneyWorld> world = Optional.empty();

  /// Shows the console on a place.
  ///
  /// @param colleague how others see the same instance
  final void show(Stage stage, OpenPlace place, Instance colleague) {
    world = Optional.of(new JourneyWorld(colleague));
    world().populate();
    opened = Optional.of(AttachedWindow.on(stage, place, folder, Pace.DEFAULT));
  }

  final void leave() {
    opened.orElseThrow().close();
  }

  private JourneyWorld world() {
    return world.orElseThrow();
  }

  @Test
  @DisplayName("is done by keys alone: place, tree, scope, edit, alerts, conflicts, palette")
  void byKeysAlone(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 4);
    leaveForPlacesAndBack(robot);
    findScope(robot);
    raiseAndUndo(robot);
    acknowledge(robot);
    letPass(robot);
    jump(robot);
  }

  private void leaveForPlacesAndBack(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitForFocus(robot, node -> isWithin(node, "start-page"));
    robot.type(KeyCode.ESCAPE);
    waitForFocus(robot, node -> node.equals(tree(robot)));
  }

  private void findScope(FxRobot robot) throws TimeoutException {
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.DOWN);
    waitFor(() -> selected(robot).equals("/user:ada"));
    robot.type(KeyCode.RIGHT);
    waitFor(() -> tree(robot).getExpandedItemCount() == 5);
    robot.type(KeyCode.DOWN);
    waitFor(() -> title(robot).equals("s1"));
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("left"));
    waitForShown(robot, "Change the constraint that binds");
  }

  private void raiseAndUndo(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.B);
    waitForFocus(robot, node -> isField(node, "Amount"));
    robot.write("55k");
    robot.type(KeyCode.ENTER);
    waitForFocus(robot, node -> isField(node, "Reason"));
    robot.write("camera-ready tonight");
    robot.type(KeyCode.ENTER);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Applied, version"));
    assertThat(world().limitOf("/user:ada/swarm:s1")).isEqualTo(55_000);
    waitFor(() -> world().waiters("/user:ada") == 1);
    tabTo(robot, "Undo");
    robot.type(KeyCode.SPACE);
    waitFor(() -> texts(robot, ".after").contains("→ 40k tokens"));
    tabTo(robot, "Apply 1 change");
    robot.type(KeyCode.SPACE);
    waitFor(() -> world().limitOf("/user:ada/swarm:s1") == 40_000);
    robot.type(KeyCode.ESCAPE);
    waitForFocus(robot, Journeys::isVisible);
  }

  private void acknowledge(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    waitForFocus(robot, node -> isList(node, "Alerts"));
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.A);
    waitForFocus(robot, node -> isField(node, "What there is to say about it"));
    robot.write("on it");
    robot.type(KeyCode.ENTER);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Acknowledged."));
    robot.type(KeyCode.ESCAPE);
    waitForFocus(robot, node -> isList(node, "Alerts"));
  }

  private void letPass(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    waitForFocus(robot, node -> isList(node, "Waiting now"));
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.ENTER);
    tabTo(robot, "Reason");
    robot.write("a deadline");
    robot.type(KeyCode.ENTER);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Granted over the limit."));
    waitFor(() -> world().waiters("/user:ada") == 0);
    waitForFocus(robot, Journeys::isVisible);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    waitForFocus(robot, node -> isList(node, "Waiting now"));
  }

  private void jump(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitForFocus(robot, TextField.class::isInstance);
    robot.write("user:kim");
    waitFor(() -> texts(robot, ".finder .list-cell .label").contains("kim"));
    robot.type(KeyCode.ENTER);
    waitFor(() -> title(robot).equals("kim"));
    waitForFocus(robot, Journeys::isVisible);
  }

  /// Goes on by the tabulator until what is called so has the focus, which is to be seen all the
  /// time.
  private static void tabTo(FxRobot robot, String name) throws TimeoutException {
    waitForShown(robot, name);
    for (int tabs = 0; tabs < TABS_MAX; tabs++) {
      if (isCalled(focus(robot), name)) {
        return;
      }
      robot.type(KeyCode.TAB);
      assertThat(isVisible(focus(robot))).as(focus(robot).toString()).isTrue();
    }
    throw new AssertionError("nothing called " + name + " is reached; now at " + focus(robot));
  }

  private static void waitForShown(FxRobot robot, String name) throws TimeoutException {
    waitFor(() ->
        robot.lookup((Node node) -> isCalled(node, name) && isShown(node)).tryQuery().isPresent());
  }

  private static void waitForFocus(FxRobot robot, Predicate<Node> right) {
    try {
      waitFor(() -> right.test(focus(robot)));
    } catch (TimeoutException late) {
      throw new AssertionError("the focus is at " + focus(robot), late);
    }
  }

  private static Node focus(FxRobot robot) {
    Node owner = robot.listTargetWindows().getFirst().getScene().getFocusOwner();
    return owner == null ? NOWHERE : owner;
  }

  /// Whether it is on the screen, and shows that it has the focus.
  private static boolean isVisible(Node node) {
    boolean shows = node instanceof Control || node.isFocusTraversable();
    return shows && isShown(node) && node.getScene() != null && !node.isDisabled();
  }

  private static boolean isCalled(Node node, String name) {
    return name.equals(node.getAccessibleText())
        || (node instanceof Labeled labeled && name.equals(labeled.getText()));
  }

  private static boolean isField(Node node, String name) {
    return node instanceof TextField && name.equals(node.getAccessibleText());
  }

  private static boolean isList(Node node, String name) {
    return node instanceof TableView && name.equals(node.getAccessibleText());
  }

  private static boolean isWithin(Node node, String styleClass) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(styleClass)) {
        return isVisible(node);
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked") // The window has one tree, of scopes.
  private static TreeTableView<ScopeNode> tree(FxRobot robot) {
    return robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
  }

  private static String selected(FxRobot robot) {
    TreeItem<ScopeNode> item = tree(robot).getSelectionModel().getSelectedItem();
    return item == null ? "" : item.getValue().address();
  }

  private static String title(FxRobot robot) {
    return robot.lookup(".title").queryAllAs(Labeled.class).stream()
        .filter(label -> isShown(label))
        .findFirst()
        .map(Labeled::getText)
        .orElse("");
  }

  private static String texts(FxRobot robot, String selector) {
    StringBuilder all = new StringBuilder();
    for (Node label : robot.lookup(selector).queryAll()) {
      if (label instanceof Labeled labeled) {
        all.append(labeled.getText()).append('\n');
      }
    }
    return all.toString();
  }
}
