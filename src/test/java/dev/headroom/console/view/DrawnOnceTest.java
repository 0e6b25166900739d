package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@DisplayName("Without a graphics card every pixel costs time, so the window")
@ExtendWith(ApplicationExtension.class)
final class DrawnOnceTest {
  private final SmallWindow window = new SmallWindow();

  @Start
  void open(Stage stage) {
    window.open(stage);
  }

  @Stop
  void close() {
    window.close();
  }

  @Test
  @DisplayName("fills nothing with a colour that nobody sees")
  void fillsNothingUnseen(FxRobot robot) throws TimeoutException {
    shown(robot);
    assertThat(nodes(robot, DrawnOnceTest::isFilledUnseen)).isEmpty();
  }

  @Test
  @DisplayName("keeps no picture of what changes, which it would have to draw twice")
  void keepsNoPictures(FxRobot robot) throws TimeoutException {
    shown(robot);
    assertThat(nodes(robot, Node::isCache)).isEmpty();
  }

  private static void shown(FxRobot robot) throws TimeoutException {
    Windows.waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
  }

  /// The small rings of TilesFX are filled by their own rules.
  private static boolean isFilledUnseen(Node node) {
    return node instanceof Region region
        && !region.getStyleClass().contains("tile")
        && region.getBackground() != null
        && region.getBackground().getFills().stream()
            .map(BackgroundFill::getFill)
            .anyMatch(Color.TRANSPARENT::equals);
  }

  private List<Node> nodes(FxRobot robot, Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    robot.interact(() -> collect(window.window().scene().getRoot(), wanted, found));
    return found;
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (node.isVisible()) {
      if (wanted.test(node)) {
        found.add(node);
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
      }
    }
  }
}
