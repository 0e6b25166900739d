package dev.headroom.console.view.action;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
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
@DisplayName("By keyboard alone")
final class ActionsTest {
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
  @DisplayName("the gravest alert is acknowledged with a note, and leaves the list")
  void acknowledges(FxRobot robot) throws TimeoutException {
    TableView<?> alerts = list(robot, "Alerts");
    waitFor(() -> alerts.getItems().size() >= 3);
    int before = alerts.getItems().size();
    robot.interact(() -> {
      alerts.requestFocus();
      alerts.getSelectionModel().select(0);
    });
    robot.type(KeyCode.A);
    waitFor(() -> focused(robot, "What there is to say about it"));
    robot.write("on it");
    robot.type(KeyCode.ENTER);
    waitFor(() -> result(robot).startsWith("Acknowledged."));
    waitFor(() -> alerts.getItems().size() == before - 1);
    robot.type(KeyCode.ESCAPE);
    waitFor(alerts::isFocused);
  }

  @Test
  @DisplayName("one who waits is granted over the limit with a reason")
  void grants(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    waitFor(() -> called(robot, TableView.class, "Waiting now").isPresent());
    TableView<?> waiting = list(robot, "Waiting now");
    waitFor(() -> waiting.getItems().size() == 2);
    robot.interact(() -> {
      waiting.requestFocus();
      waiting.getSelectionModel().select(0);
    });
    robot.type(KeyCode.ENTER);
    waitFor(() -> called(robot, TextField.class, "Reason").isPresent());
    robot.interact(() -> called(robot, TextField.class, "Reason").orElseThrow().requestFocus());
    robot.write("deadline");
    waitFor(() -> !called(robot, TextField.class, "Reason").orElseThrow().getText().isEmpty());
    robot.type(KeyCode.ENTER);
    waitFor(() -> result(robot).startsWith("Granted over the limit."));
    waitFor(() -> waiting.getItems().size() == 1);
    assertThat(shown.model().desk().waiting().total()).isEqualTo(1);
  }

  private static boolean focused(FxRobot robot, String name) {
    return called(robot, TextField.class, name).filter(TextField::isFocused).isPresent();
  }

  private static TableView<?> list(FxRobot robot, String name) {
    return called(robot, TableView.class, name).orElseThrow();
  }

  private static String result(FxRobot robot) {
    return robot.lookup(".attempt-line > .label").queryAs(Labeled.class).getText();
  }
}
