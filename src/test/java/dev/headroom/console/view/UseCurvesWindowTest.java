package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Wording;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@DisplayName("The curves on the page of a scope")
@ExtendWith(ApplicationExtension.class)
final class UseCurvesWindowTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage, 1280, 900);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static ToggleButton segment(FxRobot robot, String key) {
    String text = Wording.text(key);
    return robot
        .lookup(node -> node instanceof ToggleButton button && button.getText().equals(text))
        .queryAs(ToggleButton.class);
  }

  private static Node forecast(FxRobot robot) {
    return robot.lookup(".forecast").query();
  }

  private static boolean isTold(FxRobot robot) {
    String asking = Wording.text("forecast.asking");
    return robot.from(forecast(robot)).lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .anyMatch(text -> !text.isEmpty() && !text.equals(asking));
  }

  @Test
  @DisplayName("become a forecast and again what goes on, by their switch and by the action for it")
  void areSwitched(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
    assertThat(forecast(robot).isVisible()).isFalse();

    robot.interact(() -> segment(robot, "curves.forecast").fire());
    waitFor(() -> forecast(robot).isVisible() && isTold(robot));

    robot.interact(() -> segment(robot, "curves.live").fire());
    assertThat(forecast(robot).isVisible()).isFalse();

    robot.interact(() -> shown.window().toggleForecast());
    assertThat(forecast(robot).isVisible()).isTrue();
    assertThat(segment(robot, "curves.forecast").isSelected()).isTrue();

    robot.interact(() -> shown.window().toggleForecast());
    assertThat(forecast(robot).isVisible()).isFalse();
    assertThat(segment(robot, "curves.live").isSelected()).isTrue();
  }
}
