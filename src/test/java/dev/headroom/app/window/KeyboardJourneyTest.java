package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.action.AlertLine;
import dev.headroom.model.AlertState;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The work of an administrator,")
@ParameterizedClass(name = "{0},")
@EnumSource(JourneyPlace.class)
final class KeyboardJourneyTest {
  private static final int TABS_MAX = 80;
  private static final Node NOWHERE = new Group();

  @TempDir private Path folder;
  private final Journey journey;

  KeyboardJourneyTest(JourneyPlace where) {
    journey = new Journey(where);
  }

  @Start
  void begin(Stage stage) {
    journey.begin(stage, folder);
  }

  @Stop
  void end() {
    journey.end();
  }

  @Test
  @DisplayName("is done by keys alone: place, tree, scope, edit, alerts, conflicts, palette")
  void byKeysAlone(FxRobot robot) throws TimeoutException {
    waitFor(() -> new Hands(robot).tree().getExpandedItemCount() == 4);
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
    waitForFocus(robot, node -> node.equals(new Hands(robot).tree()));
  }

  private void findScope(FxRobot robot) throws TimeoutException {
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.DOWN);
    waitFor(() -> selected(robot).equals("/user:ada"));
    robot.type(KeyCode.RIGHT);
    waitFor(() -> new Hands(robot).tree().getExpandedItemCount() == 5);
    robot.type(KeyCode.DOWN);
    waitFor(() -> title(robot).equals("s1"));
    new Hands(robot).waitFor(".gauge-tile .gauge-left", "left");
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
    new Hands(robot).waitForResult("Applied, version");
    assertThat(world().limitOf("/user:ada/swarm:s1")).isEqualTo(55_000);
    waitFor(() -> world().waiters("/user:ada") == 1);
    tabTo(robot, "Undo");
    robot.type(KeyCode.SPACE);
    new Hands(robot).waitFor(".after", "→ 40k tokens");
    tabTo(robot, "Apply 1 change");
    robot.type(KeyCode.SPACE);
    waitFor(() -> world().limitOf("/user:ada/swarm:s1") == 40_000);
    robot.type(KeyCode.ESCAPE);
    waitForFocus(robot, KeyboardJourneyTest::isVisible);
  }

  private void acknowledge(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    waitForFocus(robot, node -> isList(node, "Alerts"));
    robot.type(KeyCode.HOME);
    String acknowledged = "key=" + selectedAlert(robot).key() + ",";
    robot.type(KeyCode.A);
    waitForFocus(robot, node -> isField(node, "What there is to say about it"));
    robot.write("on it");
    robot.type(KeyCode.ENTER);
    new Hands(robot).waitForResult("Acknowledged.");
    assertThat(world().alerts(AlertState.ACKNOWLEDGED)).isNotEmpty();
    new Hands(robot).waitForNone("Alerts", acknowledged);
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
    new Hands(robot).waitForResult("Granted over the limit.");
    waitFor(() -> world().waiters("/user:ada") == 0);
    waitForFocus(robot, KeyboardJourneyTest::isVisible);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    waitForFocus(robot, node -> isList(node, "Waiting now"));
  }

  private void jump(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitForFocus(robot, TextField.class::isInstance);
    robot.write("user:kim");
    new Hands(robot).waitFor(".finder .list-cell .label", "kim");
    robot.type(KeyCode.ENTER);
    waitFor(() -> title(robot).equals("kim"));
    waitForFocus(robot, KeyboardJourneyTest::isVisible);
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

  private JourneyWorld world() {
    return journey.world();
  }

  private static boolean isWithin(Node node, String styleClass) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(styleClass)) {
        return isVisible(node);
      }
    }
    return false;
  }

  private static AlertLine selectedAlert(FxRobot robot) {
    return (AlertLine) ((TableView<?>) focus(robot)).getSelectionModel().getSelectedItem();
  }

  private static String selected(FxRobot robot) {
    TreeItem<ScopeNode> item = new Hands(robot).tree().getSelectionModel().getSelectedItem();
    return item == null ? "" : item.getValue().address();
  }

  private static String title(FxRobot robot) {
    return robot.lookup(".title").queryAllAs(Labeled.class).stream()
        .filter(label -> isShown(label))
        .findFirst()
        .map(Labeled::getText)
        .orElse("");
  }
}
