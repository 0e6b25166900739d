package dev.headroom.console.view.graph;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
@DisplayName("The graph of who waits for whom, in the window")
final class WaitGraphWindowTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static WaitGraphDrawing drawing(FxRobot robot) {
    return robot.lookup(".wait-graph").queryAs(WaitGraphDrawing.class);
  }

  private static boolean says(FxRobot robot, String text) {
    String now = drawing(robot).getAccessibleText();
    return now != null && now.contains(text);
  }

  private static boolean drawer(FxRobot robot) {
    return robot.lookup(".drawer").queryAll().stream().anyMatch(Node::isManaged);
  }

  private static boolean hasTitle(FxRobot robot, String title) {
    return robot.lookup(".title").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.getText().equals(title));
  }

  @Test
  @DisplayName("leads by a click to who waits, with what can be decided")
  void clicks(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.G);
    waitFor(() -> says(robot, "needs"));
    Bounds bounds = drawing(robot).localToScreen(drawing(robot).getBoundsInLocal());
    // Where the first at the left stands depends on what it leads to.
    for (double y = 26; y < bounds.getHeight() && !drawer(robot); y += 20) {
      robot.clickOn(bounds.getMinX() + 40, bounds.getMinY() + y);
    }
    waitFor(() -> robot.lookup("Grant over the limit").tryQuery().isPresent());
    waitFor(() -> hasTitle(robot, "4") || hasTitle(robot, "r9"));
  }

  @Test
  @DisplayName("is walked by keys to who holds what others wait for")
  void keys(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.G);
    waitFor(() -> says(robot, "needs"));
    assertThat(drawing(robot).isFocused()).isTrue();
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.RIGHT);
    waitFor(() -> says(robot, "holds"));
    robot.type(KeyCode.ENTER);
    waitFor(() -> hasTitle(robot, "r8") || hasTitle(robot, "3"));
  }
}
