package dev.headroom.console.view.command;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
@DisplayName("By typing what one looks for")
final class FinderBoxTest {
  private static final String PROMPT = "Type what you look for: an action, a scope, an alert";

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
  @DisplayName("one goes to a scope, and reads every shortcut, without the mouse")
  void findsAndReads(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitFor(() -> called(robot, TextField.class, PROMPT).filter(TextField::isFocused).isPresent());
    robot.write("atlas/run");
    ListView<?> found = called(robot, ListView.class, "Found").orElseThrow();
    waitFor(() -> typed(robot).equals("atlas/run") && found.getItems().size() == 1);
    robot.type(KeyCode.ENTER);
    waitFor(() -> robot.lookup(".title").queryAs(Label.class).getText().equals("r2"));
    waitFor(() -> robot.lookup(".finder").tryQuery().isEmpty());

    robot.type(KeyCode.F1);
    waitFor(() -> robot.lookup(".shortcut-sheet").tryQuery().isPresent());
    assertThat(robot.lookup(".shortcut-sheet .keys").queryAll().size()).isGreaterThan(15);
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".shortcut-sheet").tryQuery().isEmpty());
  }

  @Test
  @DisplayName("one stays in the palette with Tab, which goes down the list and up again")
  void staysInside(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitFor(() -> called(robot, TextField.class, PROMPT).filter(TextField::isFocused).isPresent());
    ListView<?> found = called(robot, ListView.class, "Found").orElseThrow();
    TextField field = called(robot, TextField.class, PROMPT).orElseThrow();
    robot.type(KeyCode.TAB).type(KeyCode.TAB);
    waitFor(() -> found.getSelectionModel().getSelectedIndex() == 2);
    assertThat(field.isFocused()).isTrue();
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    waitFor(() -> found.getSelectionModel().getSelectedIndex() == 1);
    assertThat(field.isFocused()).isTrue();
  }

  private static String typed(FxRobot robot) {
    return called(robot, TextField.class, PROMPT).orElseThrow().getText();
  }
}
