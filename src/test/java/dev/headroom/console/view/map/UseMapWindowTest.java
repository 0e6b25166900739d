package dev.headroom.console.view.map;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.viewmodel.map.Measure;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
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
@DisplayName("The page with the map of who uses what")
final class UseMapWindowTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static UseMapDrawing drawing(FxRobot robot) {
    return robot.lookup(".use-map").queryAs(UseMapDrawing.class);
  }

  private static String detail(FxRobot robot) {
    return robot.lookup(".map-detail").queryAs(Label.class).getText();
  }

  private static void showTokens(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
    robot.push(KeyCode.SHORTCUT, KeyCode.U);
    ComboBox<?> measures = called(robot, ComboBox.class, "What areas stand for").orElseThrow();
    robot.interact(() -> measures.getSelectionModel().select(1));
    assertThat(measures.getValue()).isInstanceOf(Measure.OfType.class);
    robot.interact(drawing(robot)::requestFocus);
    waitFor(() -> detail(robot).startsWith("user marie: 212,000 tokens"));
  }

  @Test
  @DisplayName("says exactly what is pointed at, and looks into what is clicked twice")
  void clicks(FxRobot robot) throws TimeoutException {
    showTokens(robot);
    Bounds bounds = drawing(robot).localToScreen(drawing(robot).getBoundsInLocal());
    robot.moveTo(bounds.getMinX() + 12, bounds.getMinY() + 8);
    waitFor(() -> detail(robot).contains("212,000 tokens"));
    robot.doubleClickOn(bounds.getMinX() + 12, bounds.getMinY() + 8);
    waitFor(() -> detail(robot).startsWith("swarm atlas: 212,000 tokens"));
    robot.clickOn("Everything");
    waitFor(() -> detail(robot).startsWith("user marie"));
  }

  @Test
  @DisplayName("is walked, entered and left by keys alone, and opens the scope it comes to")
  void keys(FxRobot robot) throws TimeoutException {
    showTokens(robot);
    robot.type(KeyCode.ENTER);
    waitFor(() -> detail(robot).startsWith("swarm atlas"));
    assertThat(drawing(robot).getAccessibleText()).contains("user marie", "swarm atlas");
    robot.type(KeyCode.ENTER);
    waitFor(() -> detail(robot).startsWith("run r2"));
    robot.type(KeyCode.BACK_SPACE);
    robot.type(KeyCode.BACK_SPACE);
    waitFor(() -> detail(robot).startsWith("user marie"));
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.DOWN);
    waitFor(() -> detail(robot).startsWith("user ada") || detail(robot).startsWith("user bot-ci"));
    String address = detail(robot).startsWith("user ada") ? "ada" : "bot-ci";
    robot.type(KeyCode.SPACE);
    waitFor(() ->
        robot.lookup(".title").queryAllAs(Label.class).stream()
            .anyMatch(title -> title.getText().equals(address)));
  }
}
