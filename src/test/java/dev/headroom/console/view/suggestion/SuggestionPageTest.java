package dev.headroom.console.view.suggestion;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.Clerk;
import dev.headroom.console.SmallWorld;
import dev.headroom.console.view.SmallWindow;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
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

@DisplayName("The page of suggestions, in the window,")
@ExtendWith(ApplicationExtension.class)
final class SuggestionPageTest {
  private final SmallWindow shown = new SmallWindow(worked());

  private static SmallWorld worked() {
    SmallWorld world = SmallWorld.open();
    Clerk.work(world);
    return world;
  }

  @Start
  void open(Stage stage) {
    shown.open(stage, 1280, 800);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static void press(FxRobot robot, String text) {
    Button button =
        robot
            .lookup(node ->
                node instanceof Button found && found.isVisible() && text.equals(found.getText()))
            .queryButton();
    robot.interact(button::fire);
  }

  private static int cards(FxRobot robot) {
    return robot.lookup(".suggestion-card").queryAll().size();
  }

  @Test
  @DisplayName("comes by Ctrl+I, stages, dismisses with a reason, and goes by Escape")
  void comesAndGoes(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
    robot.push(KeyCode.SHORTCUT, KeyCode.I);
    waitFor(() -> cards(robot) > 0);
    int all = cards(robot);

    press(robot, "Edit");
    press(robot, "Stage");
    waitFor(
        () -> robot.lookup("Staged: Lower an allowance that is never used").tryQuery().isPresent());
    waitFor(() -> robot.lookup(".drawer").query().isVisible());

    press(robot, "Dismiss …");
    assertThat(robot.lookup("Say why: the reason is shown to whoever looks next.").tryQuery())
        .isPresent();
    TextField reason =
        robot
            .lookup(node ->
                node instanceof TextField field
                    && "Why it is not wanted".equals(field.getAccessibleText()))
            .queryAs(TextField.class);
    robot.interact(() -> reason.setText("the quarter's end is near"));
    press(robot, "Dismiss");
    waitFor(() -> cards(robot) == all - 1);
    assertThat(robot.lookup("Show 1 dismissed").tryQuery()).isPresent();

    robot.interact(() -> robot.lookup(".suggestion-page").query().requestFocus());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".suggestion-page").tryQuery().isEmpty());
  }
}
