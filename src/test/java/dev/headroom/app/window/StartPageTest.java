package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.client.remote.Pace;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.node.DataFolder;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// A real window, with the real places of this machine behind it.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The start page")
final class StartPageTest {
  private static final int PATIENCE_SECONDS = 20;

  @TempDir private Path folder;
  private Optional<AttachedWindow> opened = Optional.empty();

  @Start
  void open(Stage stage) {
    var sandbox = new PlayedSandbox(new Sandbox(Scenarios.all(), 1), 0);
    opened =
        Optional.of(AttachedWindow.on(stage, DesktopPlaces.opened(sandbox), folder, Pace.DEFAULT));
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
  }

  @Test
  @DisplayName("comes by a shortcut, and Escape leads back to what was shown")
  void comesAndGoes(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> isShown(robot));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> !isShown(robot));
    assertThat(model().isSandbox()).isTrue();
  }

  @Test
  @DisplayName("opens a real folder, which is remembered, and turns back to a scenario")
  void opensAFolder(FxRobot robot) throws TimeoutException, IOException {
    LocalFolder.open(folder, DataFolder.Progress.UNSEEN).close();
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    name(robot, folder.toString());
    waitFor(() -> !isShown(robot));
    waitFor(() -> button(robot, ".top-bar .place").getText().startsWith("Local · "));
    assertThat(model().place().instance().info().kind()).isEqualTo(InstanceInfo.Kind.LOCAL);
    assertThat(robot.lookup(".sandbox-bar").queryAll()).isEmpty();

    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> robot.lookup(".start-row").queryAll().size() == 1);
    robot.push(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    waitFor(() -> !isShown(robot));
    waitFor(() -> button(robot, ".top-bar .place").getText().startsWith("Sandbox · Budget review"));
    assertThat(robot.lookup(".sandbox-bar").queryAll()).hasSize(1);
  }

  @Test
  @DisplayName("says who has a folder, and leaves what was shown as it was")
  void saysWhoHasIt(FxRobot robot) throws TimeoutException, IOException {
    try (LocalFolder other = LocalFolder.open(folder, DataFolder.Progress.UNSEEN)) {
      robot.push(KeyCode.SHORTCUT, KeyCode.O);
      name(robot, folder.toString());
      waitFor(() -> heading(robot).equals("Somebody else has this folder"));
      assertThat(other.commands()).isZero();
    }
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> !robot.lookup(".start-outcome").query().isVisible());
    assertThat(isShown(robot)).isTrue();
  }

  @Test
  @DisplayName("begins a new instance in a folder that does not exist once that is confirmed")
  void begins(FxRobot robot) throws TimeoutException, IOException {
    Path fresh = folder.resolve("fresh");
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    name(robot, fresh.toString());
    waitFor(() -> heading(robot).equals("There is no such folder yet"));
    assertThat(fresh).doesNotExist();
    robot.interact(() -> button(robot, ".start-outcome .primary").fire());
    waitFor(() -> !isShown(robot));
    assertThat(DataFolder.isIn(fresh)).isTrue();
  }

  private static void name(FxRobot robot, String path) throws TimeoutException {
    waitFor(() -> isShown(robot));
    TextField field = robot.lookup(".start-way .text-field").queryAs(TextField.class);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(path);
    });
    robot.type(KeyCode.ENTER);
  }

  private static boolean isShown(FxRobot robot) {
    return robot.lookup(".start-page").tryQuery().isPresent();
  }

  private static String heading(FxRobot robot) {
    Node outcome = robot.lookup(".start-outcome").query();
    return outcome.isVisible()
        ? robot.from(outcome).lookup(".heading").queryAs(Label.class).getText()
        : "";
  }

  private static Button button(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(Button.class);
  }

  private ConsoleModel model() {
    return opened.orElseThrow().model();
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }
}
