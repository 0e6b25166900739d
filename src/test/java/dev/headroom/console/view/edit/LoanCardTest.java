package dev.headroom.console.view.edit;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.view.SmallWindow;
import dev.headroom.model.ScopePath;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The card of loans (P7)")
final class LoanCardTest {
  private final SmallWindow shown;

  LoanCardTest() {
    SmallWorld world = SmallWorld.open();
    world.quotaPool();
    shown = new SmallWindow(world);
  }

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static Optional<Button> button(FxRobot robot, String text) {
    return robot
        .lookup((Node node) -> node instanceof Button button && button.getText().equals(text))
        .tryQueryAs(Button.class);
  }

  private static void press(FxRobot robot, String text) throws TimeoutException {
    waitFor(() -> button(robot, text).filter(found -> !found.isDisabled()).isPresent());
    robot.interact(() -> button(robot, text).orElseThrow().fire());
  }

  private static void type(FxRobot robot, String field, String text) throws TimeoutException {
    waitFor(() -> called(robot, TextField.class, field).isPresent());
    robot.interact(() -> called(robot, TextField.class, field).orElseThrow().setText(text));
  }

  private static boolean says(FxRobot robot, String text) {
    return robot.lookup(".label").queryAll().stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(text));
  }

  /// The sign of the tree, whose tooltip and accessible text say what is lent.
  private static Optional<Node> sign(FxRobot robot, String text) {
    return robot.lookup(".scope-name .lent").queryAll().stream()
        .filter(Node::isVisible)
        .filter(node -> Optional.ofNullable(node.getAccessibleText()).orElse("").contains(text))
        .findFirst();
  }

  @Test
  @DisplayName("lends, has the tree say so at both, and calls it back with a reason")
  @SuppressWarnings("unchecked") // The choice of the borrower is one of texts.
  void lendsAndRecalls(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".scope-tree .tree-table-view").tryQuery().isPresent());
    robot.interact(() -> shown.window().goTo("/user:ada"));
    waitFor(() -> shown.model().desk().selection().address().equals("/user:ada"));
    robot.interact(() -> shown.window().showLoans());
    waitFor(() -> says(robot, "Unused now: 4 cores of its 4 cores"));
    assertThat(says(robot, "Say to which other member.")).isTrue();
    robot.interact(
        () -> called(robot, ComboBox.class, "To whom").orElseThrow().getSelectionModel().select(1));
    type(robot, "How much", "2 cores");
    type(robot, "For how long, such as 2h", "2h");
    waitFor(() -> says(robot, "Until then user bot-ci is guaranteed 6 cores"));
    type(robot, "Reason", "on leave");
    press(robot, "Lend");
    waitFor(() -> says(robot, "Lent as q"));
    waitFor(() -> sign(robot, "Lends 2 cores").isPresent());
    waitFor(() -> sign(robot, "Borrows 2 cores").isPresent());

    press(robot, "Call back …");
    assertThat(says(robot, "are guaranteed to user ada again at once")).isTrue();
    robot.interact(() ->
        robot.lookup(".loan-card .loan-card .text-field").queryAs(TextField.class).setText("back"));
    press(robot, "Call it back");
    waitFor(() -> says(robot, "Called back; used at most: 0 cores."));
    waitFor(() -> sign(robot, "cores").isEmpty());
    assertThat(shown.world().instance().lending().below(ScopePath.ROOT))
        .asString()
        .contains("value=[]");
  }
}
