package dev.headroom.console.view.bulk;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
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
@DisplayName("An administrator with many scopes")
final class ManyChangesTest {
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
  @DisplayName(
      "finds them by a query, marks them, scales their limits ×1.2, and applies that with a reason")
  void scales(FxRobot robot) throws TimeoutException {
    find(robot, "tokens.limit>0");
    robot.interact(() -> shown(robot, Labeled.class, "Mark all that match").requestFocus());
    robot.type(KeyCode.SPACE);
    waitFor(() -> texts(robot, ".mark-line .heading").contains("3 marked"));
    waitFor(() -> robot.lookup(".icon-marked").queryAll().stream().anyMatch(node -> isShown(node)));
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    robot.push(KeyCode.SHORTCUT, KeyCode.M);
    waitFor(
        () -> called(robot, TextField.class, "Factor").filter(TextField::isFocused).isPresent());
    waitFor(() -> preview(robot).getItems().size() == 8);
    robot.write("1.2");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    waitFor(() -> texts(robot, ".bulk-summary").contains("3 scopes · 8 limits change"));
    robot.interact(() -> shown(robot, Button.class, "Stage 8 changes").requestFocus());
    robot.type(KeyCode.SPACE);
    waitFor(() -> texts(robot, ".batch .heading").contains("All limits: ×1.2"));
    waitFor(
        () -> called(robot, TextField.class, "Reason").filter(TextField::isFocused).isPresent());
    robot.write("a fifth more for everybody");
    robot.type(KeyCode.ENTER);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Applied, version 2."));
    assertThat(tokens()).containsExactly(50_000_000L, 144_000L, 48_000L, 120_000L);
  }

  @Test
  @DisplayName("marks all from one to another with Shift")
  void marksARange(FxRobot robot) throws TimeoutException {
    TreeTableView<ScopeNode> tree = tree(robot);
    waitFor(() -> tree.getExpandedItemCount() == 7);
    robot.interact(tree::requestFocus);
    robot.interact(() -> tree.getSelectionModel().select(1));
    robot.type(KeyCode.SPACE);
    robot.interact(() -> tree.getSelectionModel().clearAndSelect(4));
    robot.push(KeyCode.SHIFT, KeyCode.SPACE);
    waitFor(() -> texts(robot, ".mark-line .heading").contains("4 marked"));
    robot.interact(() -> tree.getSelectionModel().clearAndSelect(6));
    robot.push(KeyCode.SHIFT, KeyCode.SPACE);
    waitFor(() -> texts(robot, ".mark-line .heading").contains("6 marked"));
  }

  @Test
  @DisplayName("edits one number of the configuration as text, and applies what differs")
  void editsText(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    robot.push(KeyCode.SHORTCUT, KeyCode.T);
    TextArea area =
        called(robot, TextArea.class, "Settings, limits and pools as text").orElseThrow();
    waitFor(() -> area.getText().contains("amount: 40000"));
    robot.interact(() -> area.setText(area.getText().replace("amount: 40000", "amount: forty")));
    waitFor(() -> texts(robot, ".config-page .list-cell").contains("amount"));
    assertThat(shown(robot, Button.class, "Stage").isDisabled()).isTrue();
    robot.interact(() -> area.setText(area.getText().replace("amount: forty", "amount: 48000")));
    waitFor(() -> texts(robot, ".config-page .heading").contains("1 limit changes"));
    robot.interact(() -> shown(robot, Button.class, "Stage").fire());
    waitFor(() -> texts(robot, ".after").contains("→ 48k tokens"));
    waitFor(() -> called(robot, TextField.class, "Reason").isPresent());
    robot.interact(() -> called(robot, TextField.class, "Reason").orElseThrow().requestFocus());
    robot.write("as reviewed");
    robot.type(KeyCode.ENTER);
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Applied, version 2."));
    assertThat(tokens()).containsExactly(50_000_000L, 120_000L, 48_000L, 100_000L);
  }

  private static void find(FxRobot robot, String query) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    TextField field = robot.lookup(".search-box .text-field").queryAs(TextField.class);
    robot.interact(() -> field.setText(query));
    waitFor(() -> texts(robot, ".search-count").startsWith("3 of"));
  }

  private static <N extends Labeled> N shown(FxRobot robot, Class<N> type, String text) {
    return robot
        .lookup(node -> type.isInstance(node) && text.equals(((Labeled) node).getText()))
        .<Node>queryAll()
        .stream()
        .filter(node -> isShown(node))
        .findFirst()
        .map(type::cast)
        .orElseThrow();
  }

  private static TableView<?> preview(FxRobot robot) {
    return called(robot, TableView.class, "What would change").orElseThrow();
  }

  @SuppressWarnings("unchecked") // The window has one tree, of scopes.
  private static TreeTableView<ScopeNode> tree(FxRobot robot) {
    return robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
  }

  private static String texts(FxRobot robot, String selector) {
    var all = new StringBuilder();
    for (Node node : robot.lookup(selector).queryAll()) {
      if (node instanceof Labeled labeled) {
        all.append(labeled.getText()).append('\n');
      } else {
        node.lookupAll(".label").stream()
            .filter(Labeled.class::isInstance)
            .forEach(label -> all.append(((Labeled) label).getText()).append('\n'));
      }
    }
    return all.toString();
  }

  private List<Long> tokens() {
    return shown.world().config().limits().stream()
        .filter(limit -> limit.type() == ResourceType.TOKENS)
        .map((Limit limit) -> limit.terms().amount())
        .toList();
  }
}
