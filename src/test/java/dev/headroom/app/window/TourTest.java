package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.client.remote.Pace;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.tour.Tour;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A newcomer to the sandbox")
final class TourTest {
  @TempDir private Path settings;
  private Optional<AttachedWindow> opened = Optional.empty();

  @Start
  void open(Stage stage) {
    var sandbox = new PlayedSandbox(new Sandbox(Scenarios.all(), 1), 0);
    opened =
        Optional.of(
            AttachedWindow.on(stage, DesktopPlaces.opened(sandbox), settings, Pace.DEFAULT));
    window().welcome();
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
  }

  @Test
  @DisplayName("is led through real parts of the window by keyboard, at every size, once")
  void isLed(FxRobot robot) throws TimeoutException {
    for (Tour.Step step : Tour.Step.values()) {
      waitFor(() -> tour(robot).filter(tour -> tour.step() == step).isPresent());
      assertFramed(robot, step);
      robot.interact(() -> window().zoom(new Zoom(200)));
      assertFramed(robot, step);
      robot.interact(() -> window().zoom(Zoom.NORMAL));
      robot.type(KeyCode.ENTER);
    }
    waitFor(() -> tour(robot).isEmpty());
    assertThat(model().preferences().now().toured()).isTrue();
    robot.interact(() -> window().welcome());
    assertThat(tour(robot)).isEmpty();
  }

  @Test
  @DisplayName("skips that by Escape for good, and finds it again in the palette")
  void skips(FxRobot robot) throws TimeoutException {
    waitFor(() -> tour(robot).isPresent());
    robot.type(KeyCode.RIGHT).type(KeyCode.LEFT);
    waitFor(() -> tour(robot).filter(tour -> tour.step() == Tour.Step.TREE).isPresent());
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> tour(robot).isEmpty());
    assertThat(model().preferences().now().toured()).isTrue();
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("show me around");
    robot.type(KeyCode.ENTER);
    waitFor(() -> tour(robot).isPresent());
  }

  private void assertFramed(FxRobot robot, Tour.Step step) {
    robot.interact(() -> {
      window().scene().getRoot().applyCss();
      window().scene().getRoot().layout();
      tour(robot).orElseThrow().layout();
    });
    Bounds frame = inScene(robot.lookup(".tour-frame").query());
    Bounds part = inScene(robot.lookup(part(step)).query());
    assertThat(frame.getMinX()).as(step.name()).isCloseTo(Math.max(0, part.getMinX()), within(2.0));
    assertThat(frame.getMinY()).as(step.name()).isCloseTo(Math.max(0, part.getMinY()), within(2.0));
    Bounds card = inScene(robot.lookup(".tour-card").query());
    assertThat(card.getMinX()).isNotNegative();
    assertThat(card.getMinY()).isNotNegative();
    assertThat(card.getMaxX()).isLessThanOrEqualTo(1001);
    assertThat(card.getMaxY()).isLessThanOrEqualTo(901);
  }

  private static String part(Tour.Step step) {
    return switch (step) {
      case TREE -> ".scope-tree";
      case PAGE -> ".scope-pane";
      case LISTS -> ".dock";
      case EDIT -> ".edit-tools";
    };
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static Optional<Tour> tour(FxRobot robot) {
    return robot.lookup(Tour.class::isInstance).tryQuery();
  }

  private ConsoleWindow window() {
    return opened.orElseThrow().window();
  }

  private ConsoleModel model() {
    return opened.orElseThrow().model();
  }
}
