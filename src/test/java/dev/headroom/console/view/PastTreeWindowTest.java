package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.ScopeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

/// Expansion, selection and what is looked for never move by themselves, through time neither.
@ExtendWith(ApplicationExtension.class)
@DisplayName("While time is moved through, the window")
final class PastTreeWindowTest {
  private static final List<String> NOOR =
      List.of(
          "/user:noor",
          "/user:noor/run:r9",
          "/user:noor/session:morning",
          "/user:noor/session:morning/run:r1");

  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    PastJourney.happen(shown);
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName("keeps what is expanded and selected, also where a scope is not there for a while")
  void keepsRows(FxRobot robot) throws TimeoutException {
    expandAda(robot);
    robot.interact(() -> shown.window().goTo("/user:noor/run:r9"));
    waitFor(() -> isSelected(robot, "/user:noor/run:r9"));
    List<String> rows = rows(robot);
    assertThat(rows).contains("/user:ada/swarm:s1", "/user:noor/run:r9");
    TreeTableView<ScopeNode> tree = SmallWindow.tree(robot);

    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> at(robot).equals("As it was at 14:05:40"));
    List<String> without = new ArrayList<>(rows);
    without.remove("/user:late"); // That came later.
    waitFor(() -> rows(robot).equals(without));
    assertThat(isSelected(robot, "/user:noor/run:r9")).isTrue();
    assertThat(SmallWindow.tree(robot)).isSameAs(tree);

    robot.interact(() -> shown.model().past().goToPart(0));
    waitFor(() -> summary(robot).equals("There was no such scope at this instant."));
    assertThat(shown.model().desk().selection().address()).isEqualTo("/user:noor/run:r9");
    assertThat(rows(robot)).contains("/user:ada/swarm:s1").doesNotContain("/user:noor/run:r9");

    robot.interact(() -> robot.lookup("Back to now").queryButton().fire());
    waitFor(() -> rows(robot).equals(rows) && isSelected(robot, "/user:noor/run:r9"));
    waitFor(() -> !summary(robot).startsWith("There was"));
  }

  @Test
  @DisplayName("keeps what is looked for, and the keyboard where it is")
  void keepsQuery(FxRobot robot) throws TimeoutException {
    expandAda(robot);
    TextField field = robot.lookup(".search-box .text-field").queryAs(TextField.class);
    robot.interact(() -> field.setText("noor"));
    waitFor(() -> rows(robot).equals(NOOR));
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> at(robot).equals("As it was at 14:05:40"));
    Button back = robot.lookup("−10 s").queryButton();
    robot.interact(back::requestFocus);
    robot.type(KeyCode.SPACE);
    waitFor(() -> at(robot).equals("As it was at 14:05:30"));
    robot.type(KeyCode.SPACE);
    waitFor(() -> at(robot).equals("As it was at 14:05:20"));
    assertThat(robot.lookup(".search-box .text-field").queryAs(TextField.class).getText())
        .isEqualTo("noor");
    waitFor(() -> rows(robot).equals(NOOR));
    robot.interact(field::clear);
    waitFor(() -> rows(robot).contains("/user:ada/swarm:s1"));
  }

  private void expandAda(FxRobot robot) throws TimeoutException {
    waitFor(() -> rows(robot).size() == 8);
    robot.interact(() -> shown.window().goTo("/user:ada"));
    waitFor(() -> isSelected(robot, "/user:ada"));
    robot.interact(() -> SmallWindow.tree(robot).requestFocus());
    robot.type(KeyCode.ENTER);
    waitFor(() -> rows(robot).contains("/user:ada/swarm:s1"));
  }

  private static List<String> rows(FxRobot robot) {
    TreeTableView<ScopeNode> tree = SmallWindow.tree(robot);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < tree.getExpandedItemCount(); row++) {
      rows.add(tree.getTreeItem(row).getValue().address());
    }
    return rows;
  }

  private static boolean isSelected(FxRobot robot, String address) {
    return Optional.ofNullable(SmallWindow.tree(robot).getSelectionModel().getSelectedItem())
        .map(item -> item.getValue().address().equals(address))
        .orElse(false);
  }

  private static String at(FxRobot robot) {
    Optional<Label> label = robot.lookup(".past-at").tryQueryAs(Label.class);
    return label.map(Label::getText).orElse("");
  }

  private static String summary(FxRobot robot) {
    return robot.lookup(".scope-summary").queryAs(Label.class).getText();
  }
}
