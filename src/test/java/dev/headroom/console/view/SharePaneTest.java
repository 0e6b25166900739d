package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.console.view.control.SharePane;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The divider between two parts")
final class SharePaneTest {
  private static final double WIDTH = 400;

  @Start
  void open(Stage stage) {
    var pane = new SharePane(Orientation.VERTICAL, 0.7);
    pane.getItems().setAll(new Region(), new Region());
    stage.setScene(new Scene(new Pane(pane)));
    stage.show();
  }

  @Test
  @DisplayName("stands where the first part's share ends, however high the pane was before")
  void regardlessOfTheWayThere(FxRobot robot) {
    SharePane pane = pane(robot);
    for (double height : new double[] {600, 638, 600, 1200, 600}) {
      robot.interact(() -> layOut(pane, height));
      assertThat(position(pane)).as("at %s", height).isCloseTo(0.7, within(0.005));
    }
  }

  @Test
  @DisplayName("gives way to the least size of a part, and goes back where there is room again")
  void givesWay(FxRobot robot) {
    SharePane pane = pane(robot);
    var lower = (Region) pane.getItems().getLast();
    robot.interact(() -> {
      lower.setMinHeight(190);
      layOut(pane, 600);
      layOut(pane, 400);
    });
    assertThat(lower.getHeight()).isCloseTo(190, within(1.0));

    robot.interact(() -> layOut(pane, 1000));
    assertThat(position(pane)).isCloseTo(0.7, within(0.005));
  }

  @Test
  @DisplayName("stands where another share ends once that is wanted")
  void otherShare(FxRobot robot) {
    SharePane pane = pane(robot);
    robot.interact(() -> {
      layOut(pane, 600);
      pane.setShare(0.4);
      layOut(pane, 600);
    });
    assertThat(position(pane)).isCloseTo(0.4, within(0.005));

    robot.interact(() -> layOut(pane, 700));
    assertThat(position(pane)).isCloseTo(0.4, within(0.005));
  }

  private static void layOut(SharePane pane, double height) {
    pane.setPrefSize(WIDTH, height);
    pane.getScene().getRoot().layout();
  }

  private static SharePane pane(FxRobot robot) {
    return robot.lookup(".split-pane").queryAs(SharePane.class);
  }

  private static double position(SharePane pane) {
    return pane.getDividerPositions()[0];
  }
}
