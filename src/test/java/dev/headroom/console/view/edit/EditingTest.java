package dev.headroom.console.view.edit;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.ConstraintChain;
import dev.headroom.console.view.SmallWindow;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("An administrator")
final class EditingTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName(
      "raises what binds by keyboard, with a reason, sees the waiter admitted, and undoes it")
  void raisesAndUndoes(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".scope-tree .tree-table-view").tryQuery().isPresent());
    robot.interact(() -> shown.window().goTo("/user:ada/swarm:s1"));
    Node chain = robot.lookup(node -> node instanceof ConstraintChain).query();
    waitFor(() -> Optional.ofNullable(chain.getAccessibleText()).orElse("").contains("swarm s1"));
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    robot.interact(chain::requestFocus);
    // From / down: its limit, ada's, and the swarm's own, which binds.
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.E);
    waitFor(() -> isFocused(robot, "Amount"));
    robot.write("55k");
    waitFor(() -> called(robot, TextField.class, "Amount").orElseThrow().getText().equals("55k"));
    robot.type(KeyCode.ENTER);
    waitFor(() -> isFocused(robot, "Reason"));
    waitFor(() -> texts(robot, ".issue").contains("step 4 would be admitted"));
    robot.write("camera-ready tonight");
    robot.type(KeyCode.ENTER);
    waitFor(
        () -> texts(robot, ".attempt-line > .label").contains("Applied, version 2. Changes: 1."));
    assertThat(shown.world().waiters("/user:ada/swarm:s1/run:r7")).isZero();

    Hyperlink undo =
        (Hyperlink)
            robot
                .lookup(
                    (Node node) -> node instanceof Hyperlink link && link.getText().equals("Undo"))
                .query();
    keepsTheFocus(robot, undo);
    robot.interact(undo::fire);
    waitFor(() -> texts(robot, ".after").contains("→ 40k tokens"));
    Button apply =
        robot
            .lookup((Node node) -> node instanceof Button b && b.getText().startsWith("Apply 1"))
            .queryButton();
    waitFor(() -> !apply.isDisabled());
    robot.interact(apply::fire);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("version 3"));
  }

  /// Who is about to undo by keyboard is not thrown off by anything that changes meanwhile: here
  /// the lock, twice.
  private static void keepsTheFocus(FxRobot robot, Hyperlink undo) {
    robot.interact(undo::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    assertThat(undo.isFocused()).isTrue();
  }

  private static boolean isFocused(FxRobot robot, String name) {
    return called(robot, TextField.class, name).filter(TextField::isFocused).isPresent();
  }

  private static String texts(FxRobot robot, String selector) {
    var all = new StringBuilder();
    for (Node node : robot.lookup(selector).queryAll()) {
      all.append(((Labeled) node).getText()).append('\n');
    }
    return all.toString();
  }
}
