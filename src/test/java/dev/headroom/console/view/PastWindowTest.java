package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
@DisplayName("The window that goes back in time")
final class PastWindowTest {
  private static final int PATIENCE_SECONDS = 15;

  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.world().pass(Duration.ofMinutes(5));
    shown.world().use("/user:aaa/run:r1", ResourceType.TOKENS, 50, 0);
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }

  private static String at(FxRobot robot) {
    Optional<Label> label = robot.lookup(".past-at").tryQueryAs(Label.class);
    return label.map(Label::getText).orElse("");
  }

  private static int rows(FxRobot robot) {
    return SmallWindow.tree(robot).getExpandedItemCount();
  }

  @Test
  @DisplayName("shows every view as it was in a frame, where the selection stays, and comes back")
  void goesBack(FxRobot robot) throws TimeoutException {
    waitFor(() -> rows(robot) == 8);
    robot.interact(() -> shown.window().goTo("/user:bot-ci"));
    waitFor(() -> shown.model().desk().selection().address().equals("/user:bot-ci"));
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> at(robot).startsWith("As it was at"));
    waitFor(() -> rows(robot) == 7);
    waitFor(() -> shown.model().desk().selection().address().equals("/user:bot-ci"));
    Node band = robot.lookup(".past-band").query();
    assertThat(band.isVisible()).isTrue();
    waitFor(() -> shown.model().desk().whyLocked().contains("this is how it was at"));
    String before = at(robot);
    robot.interact(() -> robot.lookup("−10 s").queryButton().fire());
    waitFor(() -> at(robot).startsWith("As it was at") && !at(robot).equals(before));
    robot.interact(() -> robot.lookup("Back to now").queryButton().fire());
    waitFor(() -> rows(robot) == 8);
    assertThat(band.isVisible()).isFalse();
    waitFor(() -> shown.model().desk().whyLocked().isEmpty());
  }
}
