package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.console.view.control.Sheet;
import dev.headroom.console.viewmodel.Zoom;
import java.util.concurrent.TimeoutException;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The console's window, zoomed")
final class ZoomPaneTest {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 900;

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
  @DisplayName("grows and shrinks by the keyboard, still fills the window, and is remembered")
  void byKeyboard(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.EQUALS).push(KeyCode.SHORTCUT, KeyCode.ADD);
    robot.push(KeyCode.SHORTCUT, KeyCode.PLUS);
    waitFor(() -> shown.model().zoom().percent() == 150);
    waitFor(() -> Math.abs(content(robot).getWidth() - WIDTH / 1.5) < 1);
    assertThat(filled(robot).getWidth()).isCloseTo(WIDTH, within(1.0));
    assertThat(filled(robot).getHeight()).isCloseTo(HEIGHT, within(1.0));

    robot.push(KeyCode.SHORTCUT, KeyCode.MINUS);
    waitFor(() -> shown.model().zoom().percent() == 125);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT0);
    waitFor(() -> Math.abs(content(robot).getWidth() - WIDTH) < 1);
  }

  @Test
  @DisplayName("has what is drawn by hand drawn in the pixels of the screen")
  void staysSharp(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(Sheet.class::isInstance).tryQuery().isPresent());
    zoomTo(robot, 200);
    waitFor(() ->
        robot.lookup(Sheet.class::isInstance).<Sheet>queryAll().stream()
            .filter(sheet -> sheet.getWidth() > 0)
            .allMatch(sheet -> Math.abs(sheet.getWidth() - 2 * sheet.width()) < 0.01));
  }

  @Test
  @DisplayName("keeps a divider under the pointer that drags it")
  void dividers(FxRobot robot) {
    zoomTo(robot, 125);
    SplitPane split = robot.lookup(".split-pane").query();
    Node divider =
        split.lookupAll(".split-pane-divider").stream()
            .filter(each -> split.equals(each.getParent()))
            .findFirst()
            .orElseThrow();
    double wanted = 600;

    robot.interact(() -> {
      Bounds at = divider.localToScene(divider.getBoundsInLocal());
      divider.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY()));
      divider.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, wanted, at.getCenterY()));
      split.layout();
    });

    assertThat(divider.localToScene(divider.getBoundsInLocal()).getCenterX())
        .isCloseTo(wanted, within(2.0));
  }

  @Test
  @DisplayName("enlarges what pops up too")
  void popups(FxRobot robot) throws TimeoutException {
    zoomTo(robot, 200);
    var hint = new Tooltip("exactly 1,204");
    robot.interact(() -> hint.show(content(robot), 10, 10));
    waitFor(() -> hint.getStyle().equals("-fx-font-size: 2.0em"));
    robot.interact(hint::hide);
  }

  private void zoomTo(FxRobot robot, int percent) {
    robot.interact(() -> shown.window().zoom(new Zoom(percent)));
    robot.interact(() -> content(robot).getParent().layout());
  }

  private static Region content(FxRobot robot) {
    return robot.lookup(".console").query();
  }

  private static Bounds filled(FxRobot robot) {
    return content(robot).localToScene(content(robot).getLayoutBounds());
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        new PickResult(null, x, y));
  }
}
