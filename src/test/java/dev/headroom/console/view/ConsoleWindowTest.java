package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.model.ResourceType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The console's window")
final class ConsoleWindowTest {
  private static final int PATIENCE_SECONDS = 15;

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
  @DisplayName("shows the tree, and one scope in full, without being asked")
  void showsItself(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    waitFor(() -> title(robot).equals("Everything"));
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
  }

  @Test
  @DisplayName("goes from an alert to its scope, and shows what binds there")
  void followsAnAlert(FxRobot robot) throws TimeoutException {
    TableView<?> alerts =
        robot
            .lookup((Node node) ->
                node instanceof TableView && "Alerts".equals(node.getAccessibleText()))
            .queryAs(TableView.class);
    waitFor(() -> alerts.getItems().size() >= 3);
    robot.interact(alerts::requestFocus);
    robot.interact(() -> alerts.getSelectionModel().select(0));
    waitFor(() -> title(robot).equals("bot-ci"));
    waitFor(() -> selected(robot).equals("/user:bot-ci"));
    waitFor(() -> chain(robot).contains("binds"));
  }

  @Test
  @DisplayName("opens the way to a scope and keeps it selected while time passes")
  void staysWhereItIs(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> window().goTo("/user:ada/swarm:s1/run:r8"));
    waitFor(() -> selected(robot).equals("/user:ada/swarm:s1/run:r8"));
    int rows = tree(robot).getExpandedItemCount();
    shown.world().use("/user:aaa/run:r1", ResourceType.TOKENS, 50, 0);
    waitFor(() -> tree(robot).getExpandedItemCount() == rows + 1);
    assertThat(selected(robot)).isEqualTo("/user:ada/swarm:s1/run:r8");
    assertThat(title(robot)).isEqualTo("r8");
  }

  @Test
  @DisplayName(
      "shows with F12 how it performs, copies that without a path in it, and hides it again")
  void tellsHowItPerforms(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    Node figures = robot.lookup(".performance").query();
    assertThat(figures.isVisible()).isFalse();
    robot.interact(() -> window().togglePerformance());
    waitFor(() -> robot.lookup("Work per frame").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("Copy diagnostics").queryButton().fire());
    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).contains("Java: ", "Work per frame: ").doesNotContain("/user:", "bot-ci");
    robot.interact(() -> window().togglePerformance());
    assertThat(figures.isVisible()).isFalse();
  }

  @Test
  @DisplayName("finds scopes by words, says how many, and Escape ends the search")
  void finds(FxRobot robot) throws TimeoutException {
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    TextField field = robot.lookup(".search-box .text-field").queryAs(TextField.class);
    assertThat(field.isFocused()).isTrue();
    robot.interact(() -> field.setText("nightly"));
    waitFor(() -> tree(robot).getExpandedItemCount() == 2);
    waitFor(() -> count(robot).startsWith("2 of "));
    robot.interact(() -> field.setText("tokens>90 state:busy"));
    waitFor(() -> fault(robot).startsWith("There is no state busy"));
    robot.interact(() -> field.setText("tokens>90 !user:ada"));
    waitFor(() -> count(robot).startsWith("1 of ") && fault(robot).isEmpty());
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> tree(robot).getExpandedItemCount() == 7);
  }

  @Test
  @DisplayName("gives a scope its arrow as soon as there is something below it")
  void grows(FxRobot robot) throws TimeoutException {
    shown.world().use("/user:zoe", ResourceType.TOKENS, 10, 0);
    waitFor(() -> arrow(robot, "/user:zoe").map(Node::isVisible).isPresent());
    assertThat(arrow(robot, "/user:zoe").filter(Node::isVisible)).isEmpty();
    shown.world().use("/user:zoe/run:r1", ResourceType.TOKENS, 10, 0);
    waitFor(() -> arrow(robot, "/user:zoe").filter(Node::isVisible).isPresent());
  }

  private static Optional<Node> arrow(FxRobot robot, String address) {
    return robot
        .lookup((Node node) ->
            node instanceof ScopeRow row
                && row.getItem() != null
                && row.getItem().address().equals(address))
        .<ScopeRow>tryQuery()
        .map(ScopeRow::getDisclosureNode);
  }

  @Test
  @DisplayName("turns from dark to light, what is drawn by hand too")
  void turnsLight(FxRobot robot) throws TimeoutException {
    Palette palette = robot.lookup(".palette").queryAs(Palette.class);
    waitFor(() -> palette.of(Tone.SURFACE).getBrightness() < 0.2);
    robot.interact(() -> Theme.LIGHT.applyTo(window().scene()));
    waitFor(() -> palette.of(Tone.SURFACE).equals(Color.WHITE));
  }

  @Test
  @DisplayName("counts one allocation as one")
  void oneAllocation(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> shown.window().goTo("/user:oskar/run:r2"));
    waitFor(() ->
        shown
            .model()
            .desk()
            .selection()
            .summary()
            .equals("0 directly below · 1 allocation · 0 waiting"));
  }

  @Test
  @DisplayName("says to a screen reader what every control and drawing is")
  void speaks(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
    for (Node tile : nodes(robot, ".gauge-tile")) {
      assertThat(tile.getAccessibleText()).isNotBlank();
    }
    for (Node button : nodes(robot, ".top-bar .toggle-button, .search-line .button")) {
      assertThat(button.getAccessibleText()).as(button.toString()).isNotBlank();
    }
  }

  private static Set<Node> nodes(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAll();
  }

  private ConsoleWindow window() {
    return shown.window();
  }

  private static String title(FxRobot robot) {
    return robot.lookup(".title").queryAs(Label.class).getText();
  }

  private static String count(FxRobot robot) {
    return robot.lookup(".search-count").queryAs(Label.class).getText();
  }

  private static String fault(FxRobot robot) {
    return robot.lookup(".search-fault").queryAs(Label.class).getText();
  }

  private static String chain(FxRobot robot) {
    Parent chain = robot.lookup(node -> node instanceof ConstraintChain).query();
    return Optional.ofNullable(chain.getAccessibleText()).orElse("");
  }

  @SuppressWarnings("unchecked") // The window has one tree, of scopes.
  private static TreeTableView<ScopeNode> tree(FxRobot robot) {
    return robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
  }

  private static String selected(FxRobot robot) {
    TreeItem<ScopeNode> item = tree(robot).getSelectionModel().getSelectedItem();
    return item == null ? "" : item.getValue().address();
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
