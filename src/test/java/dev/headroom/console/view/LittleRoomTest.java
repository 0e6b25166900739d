package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// What 1400 × 850 pixels leave at 200 %.
@ExtendWith(ApplicationExtension.class)
@DisplayName("With little room")
final class LittleRoomTest {
  private static final double WIDTH = 700;
  private static final double HEIGHT = 425;

  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage, WIDTH, HEIGHT);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName("nothing that can be pressed or typed into reaches beyond the window's right edge")
  void allIsReached(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> shown.window().goTo("/user:ada/swarm:s1"));
    for (ConsoleWindow.Page page : ConsoleWindow.Page.values()) {
      robot.interact(() -> shown.window().show(page));
      assertThat(beyond(robot)).as(page.name()).isEmpty();
    }
    robot.interact(() -> shown.window().editBinding());
    assertThat(beyond(robot)).as("the form of a limit").isEmpty();
    robot.interact(() -> shown.window().changeMany());
    assertThat(beyond(robot)).as("the change of many").isEmpty();
    robot.interact(() -> shown.window().showConfigText());
    assertThat(beyond(robot)).as("the configuration as text").isEmpty();
    robot.interact(() -> shown.window().showPreferences());
    assertThat(beyond(robot)).as("the preferences").isEmpty();
    robot.interact(() -> shown.window().showReport());
    assertThat(beyond(robot)).as("a report").isEmpty();
  }

  @Test
  @DisplayName("the tree leaves out columns rather than scroll sideways, and its field can be read")
  void theTreeFits(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> shown.window().scene().getRoot().layout());
    assertThat(SmallWindow.tree(robot).getVisibleLeafColumns()).hasSize(2);
    assertThat(SmallWindow.tree(robot).lookupAll(".scroll-bar"))
        .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
        .noneMatch(Node::isVisible);
    assertThat(robot.lookup(".search-box .text-field").queryAs(Control.class).getWidth())
        .isGreaterThan(200);
  }

  @Test
  @DisplayName("a list keeps its wide columns wide, and they have what is added once there is room")
  void wideColumnsStayWide(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> shown.window().show(ConsoleWindow.Page.ALERTS));
    TableView<?> alerts =
        robot.lookup(".table-view").match((TableView<?> each) -> Windows.isShown(each)).query();
    robot.interact(() -> shown.resize(2 * WIDTH));
    waitFor(() -> alerts.getWidth() > WIDTH);
    robot.interact(() -> shown.window().scene().getRoot().layout());
    double all = alerts.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    assertThat(alerts.getVisibleLeafColumns())
        .hasSize(6)
        .allSatisfy(column ->
            assertThat(column.getWidth() / all)
                .as(column.getText())
                .isCloseTo(column.getPrefWidth() / 808, offset(0.01)));
  }

  @Test
  @DisplayName("events say when they happened wherever a short sentence has room beside that")
  void eventsSayWhen(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> {
      shown.window().show(ConsoleWindow.Page.EVENTS);
      shown.resize(1280);
    });
    TableView<?> events =
        robot.lookup(".table-view").match((TableView<?> each) -> Windows.isShown(each)).query();
    waitFor(() -> events.getWidth() > WIDTH);
    assertThat(events.getVisibleLeafColumns()).extracting(TableColumn::getText).contains("At");
  }

  @Test
  @DisplayName("what a line left out is back once the tree has more room")
  void leftOutIsBack(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    Node help = robot.lookup(".search-tools > .view-menu").query();
    robot.interact(() -> shown.resize(400));
    waitFor(() -> !help.isManaged());

    robot.interact(() -> shown.resize(1280));
    waitFor(help::isManaged);
  }

  private List<Node> beyond(FxRobot robot) {
    robot.interact(() -> {
      shown.window().scene().getRoot().applyCss();
      shown.window().scene().getRoot().layout();
    });
    return robot
        .lookup((Node node) ->
            (node instanceof ButtonBase || node instanceof TextInputControl)
                && Windows.isShown(node))
        .<Node>queryAll()
        .stream()
        .filter(node -> isBeyond(node.localToScene(node.getLayoutBounds())))
        .toList();
  }

  private static boolean isBeyond(Bounds bounds) {
    return bounds.getWidth() > 0 && bounds.getMaxX() > WIDTH + 1;
  }
}
