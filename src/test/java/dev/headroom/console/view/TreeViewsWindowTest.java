package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
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
@DisplayName("The scope tree")
final class TreeViewsWindowTest {
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
  @DisplayName("is saved as a view by its query, order and columns, and shown so again")
  void isSaved(FxRobot robot) throws TimeoutException {
    TreeTableView<?> tree =
        robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
    waitFor(() -> tree.getExpandedItemCount() == 7);
    TextField field = robot.lookup(".search-box .text-field").queryAs(TextField.class);
    robot.interact(() -> field.setText("tokens.limit>0"));
    waitFor(() -> tree.getExpandedItemCount() == 3);
    robot.interact(() -> choose(robot, "Headroom"));
    waitFor(() -> tree.getVisibleLeafColumns().size() == 3);
    robot.interact(() -> choose(robot, "Save this view …"));
    waitFor(() ->
        called(robot, TextField.class, "Name of the view")
            .filter(TextField::isFocused)
            .isPresent());
    robot.write("limited");
    robot.type(KeyCode.ENTER);
    waitFor(() -> shown.model().views().called("limited").isPresent());

    robot.interact(() -> {
      field.setText("");
      shown.model().views().setLook(shown.model().views().look().with(TreeColumn.HEADROOM, true));
      shown.model().desk().tree().sort(TreeOrder.PRESSURE);
    });
    waitFor(() -> tree.getExpandedItemCount() == 7 && tree.getVisibleLeafColumns().size() == 4);
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    robot.write("show view limited");
    waitFor(
        () -> robot.lookup(".finder .text-field").queryAs(TextField.class).getText().length() > 16);
    robot.type(KeyCode.ENTER);
    waitFor(() -> tree.getExpandedItemCount() == 3 && tree.getVisibleLeafColumns().size() == 3);
    assertThat(field.getText()).isEqualTo("tokens.limit>0");
    assertThat(shown.model().desk().tree().order()).isEqualTo(TreeOrder.NAME);
  }

  @Test
  @DisplayName("is opened down to all alerts by a command, which moves no selection")
  void isOpenedToAlerts(FxRobot robot) throws TimeoutException {
    TreeTableView<ScopeNode> tree = SmallWindow.tree(robot);
    waitFor(() -> tree.getExpandedItemCount() == 7);
    Set<String> alerted = shown.world().alerted();
    assertThat(alerted).contains("/user:ada/swarm:s1");
    assertThat(rows(tree)).doesNotContain("/user:ada/swarm:s1");

    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    waitFor(() -> rows(tree).containsAll(alerted));
    assertThat(tree.getSelectionModel().getSelectedIndex()).isZero();
    waitFor(() ->
        robot.lookup(".notice-card .label").queryAllAs(Labeled.class).stream()
            .anyMatch(label -> label.getText().startsWith("Expanded to all")));
  }

  @Test
  @DisplayName("shows costs and trends where they are wanted, and is ordered by what was paid")
  void showsCosts(FxRobot robot) throws TimeoutException {
    TreeTableView<ScopeNode> tree = SmallWindow.tree(robot);
    waitFor(() -> tree.getExpandedItemCount() == 7);
    shown.world().pay("/user:kim/run:p1", "12.5");
    robot.interact(() -> choose(robot, "Cost and last change"));
    waitFor(() -> robot.lookup((Node node) -> says(node, "12.5 credits")).tryQuery().isPresent());
    robot.interact(() -> shown.model().desk().tree().sort(TreeOrder.COST));
    waitFor(() -> rows(tree).get(1).equals("/user:kim"));

    robot.interact(() -> choose(robot, "Cost and last change"));
    robot.interact(() -> choose(robot, "Trend of use"));
    waitFor(() -> robot.lookup((Node node) -> says(node, "trend")).tryQuery().isPresent());
  }

  private static boolean says(Node node, String part) {
    String text = node.getAccessibleText();
    return text != null && text.contains(part) && Windows.isShown(node);
  }

  private static List<String> rows(TreeTableView<ScopeNode> tree) {
    return IntStream.range(0, tree.getExpandedItemCount())
        .mapToObj(row -> tree.getTreeItem(row).getValue().address())
        .toList();
  }

  private static void choose(FxRobot robot, String text) {
    called(robot, MenuButton.class, "Saved views and columns").orElseThrow().getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .map(MenuItem.class::cast)
        .orElseThrow()
        .fire();
  }
}
