package dev.headroom.console.view.edit;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.ConstraintChain;
import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.view.Windows;
import dev.headroom.console.view.control.PricePlot;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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
@DisplayName("The form of a pool")
final class PriceStepsTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage, Theme.LIGHT, SmallWindow.WIDTH, SmallWindow.HEIGHT);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName("shows steps of its price as a curve while they are typed, and says what is wrong")
  void steps(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".scope-tree .tree-table-view").tryQuery().isPresent());
    robot.interact(() -> shown.window().goTo("/user:marie"));
    Node chain = robot.lookup(node -> node instanceof ConstraintChain).query();
    waitFor(() -> Optional.ofNullable(chain.getAccessibleText()).orElse("").contains("llm"));
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    robot.interact(chain::requestFocus);
    // From / down: its limit, then the pool that serves all.
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.E);
    waitFor(() -> called(robot, TextField.class, "Capacity").isPresent());
    TextArea steps = called(robot, TextArea.class, Wording.text("field.steps")).orElseThrow();
    assertThat(plot(robot)).isEmpty();

    robot.interact(() -> steps.setText("50 cheap"));
    waitFor(() -> says(robot, Wording.text("typed.cost")));
    robot.interact(() -> steps.setText("1 % 0.002\n50 % 0.004"));
    waitFor(() -> !says(robot, Wording.text("typed.cost")));
    waitFor(() ->
        says(
            robot,
            "The next unit costs 0, at 0 % drawn · 0; 0.002 from 1 % on; 0.004 from 50 % on"));
    assertThat(plot(robot)).isPresent();
  }

  private static Optional<Node> plot(FxRobot robot) {
    return robot.lookup(node -> node instanceof PricePlot).<Node>queryAll().stream()
        .filter(Windows::isShown)
        .findFirst();
  }

  private static boolean says(FxRobot robot, String words) {
    return robot
        .lookup((Node node) ->
            node instanceof Label label
                && label.getText().contains(words)
                && Windows.isShown(label))
        .tryQuery()
        .isPresent();
  }
}
