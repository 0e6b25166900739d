package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import dev.headroom.server.token.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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

/// A real window, and a real server on this machine.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The way to a server, in the window,")
final class AttachPageTest {
  @TempDir private Path folder;
  private Optional<ServedFolder> served = Optional.empty();
  private Optional<AttachedWindow> opened = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  @Start
  void open(Stage shown) {
    stage = Optional.of(shown);
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    var sandbox = new PlayedSandbox(new Sandbox(Scenarios.all(), 1), 0);
    opened =
        Optional.of(AttachedWindow.on(shown, DesktopPlaces.opened(sandbox), folder, Pace.DEFAULT));
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
    served.orElseThrow().close();
  }

  @Test
  @DisplayName("is typed, tried, taken, and then marks a production at all times")
  void attaches(FxRobot robot) throws TimeoutException {
    begin(robot);
    type(robot, "Address", "http://127.0.0.1:" + served.orElseThrow().port());
    type(robot, "Token", "hr_" + "0".repeat(64));
    robot.interact(() -> button(robot, "Attach").fire());
    waitFor(() -> texts(robot, ".attach-step:failed .step-text").startsWith("The server does not"));
    assertThat(robot.lookup(".attach-step:good").queryAll()).hasSize(2);
    waitFor(() -> called(robot, TextField.class, "Token").orElseThrow().isFocused());

    type(robot, "Token", served.orElseThrow().token(Role.ADMIN, "/"));
    robot.interact(() -> button(robot, "Test only").fire());
    waitFor(() -> robot.lookup(".attach-step:good").queryAll().size() == 5);
    waitFor(() -> isShown(robot.lookup(".attach-done").query()));

    robot.interact(() -> {
      robot.lookup("Production").queryAs(CheckBox.class).fire();
      called(robot, ToggleButton.class, "Colour: Violet").orElseThrow().fire();
    });
    robot.interact(() -> button(robot, "Attach").fire());
    waitFor(() -> place(robot).equals("Remote · acme"));
    waitFor(() -> isShown(robot.lookup("PRODUCTION").query()));
    assertThat(robot.lookup(".mark-band").query().getStyleClass()).contains("mark-violet");
    waitFor(() -> stage.orElseThrow().getTitle().equals("PRODUCTION - Remote · acme - Headroom"));

    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> robot.lookup(".start-page").tryQuery().isPresent());
    assertThat(isShown(robot.lookup(".mark-word").query())).as("on the start page too").isTrue();
  }

  @Test
  @DisplayName("is found by typing once it was taken, and asked for its token where none is kept")
  void isRemembered(FxRobot robot) throws TimeoutException {
    begin(robot);
    type(robot, "Address", "http://127.0.0.1:" + served.orElseThrow().port());
    type(robot, "Token", served.orElseThrow().token(Role.VIEWER, "/"));
    robot.interact(() ->
        robot
            .lookup((CheckBox box) -> box.getText().startsWith("Keep it"))
            .queryAs(CheckBox.class)
            .fire());
    robot.interact(() -> button(robot, "Attach").fire());
    waitFor(() -> place(robot).equals("Remote · acme"));

    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    waitFor(() -> robot.lookup(".finder").tryQuery().isPresent());
    robot.write("attach to acme").type(KeyCode.ENTER);
    waitFor(
        () -> texts(robot, ".attach-fields .problem").contains("The token of acme is not kept"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> called(robot, Button.class, "Attach to acme").isPresent());
    robot.interact(
        () -> called(robot, Button.class, "Change the connection to acme").orElseThrow().fire());
    type(robot, "Name", "acme-eu");
    robot.interact(() -> button(robot, "Save").fire());
    waitFor(() -> called(robot, Button.class, "Attach to acme-eu").isPresent());
    robot.interact(() ->
        called(
                robot,
                Button.class,
                "Take acme-eu off this list and forget its token; the instance stays as it is")
            .orElseThrow()
            .fire());
    waitFor(() -> called(robot, Button.class, "Attach to acme-eu").isEmpty());
  }

  private static void begin(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> robot.lookup(".start-page").tryQuery().isPresent());
    robot.interact(() -> button(robot, "Attach to a server …").fire());
    waitFor(() -> called(robot, TextField.class, "Address").isPresent());
  }

  private static void type(FxRobot robot, String field, String text) throws TimeoutException {
    waitFor(() -> called(robot, TextField.class, field).isPresent());
    robot.interact(() -> called(robot, TextField.class, field).orElseThrow().setText(text));
  }

  private static Button button(FxRobot robot, String text) {
    return robot
        .lookup((Button button) -> button.getText().equals(text) && isShown(button))
        .query();
  }

  private static String place(FxRobot robot) {
    return robot.lookup(".top-bar .place").<Button>tryQuery().map(Button::getText).orElse("");
  }

  private static String texts(FxRobot robot, String selector) {
    StringBuilder all = new StringBuilder();
    for (Node label : robot.lookup(selector).queryAll()) {
      all.append(((Label) label).getText());
    }
    return all.toString();
  }
}
