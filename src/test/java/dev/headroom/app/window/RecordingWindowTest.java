package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.client.remote.Pace;
import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

/// A real window that has nothing but the file.
@ExtendWith(ApplicationExtension.class)
@DisplayName("A recording in a window")
final class RecordingWindowTest {
  private static final String OFF = "Take it off this list; the file stays as it is";
  private static final ScopePath LATE = ScopePath.of("/user:late");

  @TempDir private Path folder;
  private Optional<AttachedWindow> opened = Optional.empty();

  @Start
  void open(Stage stage) {
    Path file = folder.resolve("small.headroom-recording");
    record(file);
    opened = Optional.of(AttachedWindow.on(stage, Recordings.open(file), folder, Pace.DEFAULT));
  }

  /// Of ten minutes, in the middle of which somebody came.
  private static void record(Path file) {
    try (SmallWorld world = SmallWorld.open()) {
      Instant from = world.now();
      world.pass(Duration.ofMinutes(5));
      var _ = world.use(LATE.text(), ResourceType.TOKENS, 10, 0);
      world.pass(Duration.ofMinutes(5));
      var query = new RecordingQuery(from, world.now(), file);
      Reply<Recorded> reply = world.instance().record(query, new Cancellation(), _ -> {});
      assertThat(reply).isInstanceOf(Reply.Decided.class);
    }
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
  }

  @Test
  @DisplayName("shows how it was from its beginning to its end, and that there is no more")
  void showsItsSpan(FxRobot robot) throws TimeoutException {
    waitFor(() -> text(robot, ".past-band .past-at").equals("As it was at 14:02:10"));
    assertThat(text(robot, ".past-band .past-word")).isEqualTo("RECORDING");
    waitFor(() ->
        button(robot, ".top-bar .place").getText().equals("Recording · small.headroom-recording"));
    assertThat(knowsLate()).isFalse();
    robot.interact(() -> model().past().goToPart(1));
    waitFor(() -> text(robot, ".past-band .past-at").equals("As it was at 14:12:10"));
    waitFor(this::knowsLate);
    assertThat(model().desk().instance().closeScope(new RequestId("x"), LATE))
        .isInstanceOf(Reply.Refused.class);
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    assertThat(model().past().isOn()).isTrue();
  }

  @Test
  @DisplayName(
      "opens from the start page, where it is then listed, unless the file was changed: then it"
          + " says where")
  void opensFromStartPage(FxRobot robot) throws TimeoutException, IOException {
    Path changed = folder.resolve("changed.headroom-recording");
    byte[] bytes = Files.readAllBytes(folder.resolve("small.headroom-recording"));
    Path copy = folder.resolve("copy.headroom-recording");
    Files.write(copy, bytes);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);

    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    name(robot, changed);
    waitFor(() -> heading(robot).equals("This file cannot be opened as a recording"));
    name(robot, copy);
    waitFor(() -> robot.lookup(".start-page").tryQuery().isEmpty());
    waitFor(() ->
        button(robot, ".top-bar .place").getText().equals("Recording · copy.headroom-recording"));
    waitFor(() -> text(robot, ".past-band .past-at").equals("As it was at 14:02:10"));

    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> called(robot, Button.class, "Open " + copy).isPresent());
    robot.interact(() -> called(robot, Button.class, "Open " + copy).orElseThrow().fire());
    waitFor(() -> robot.lookup(".start-page").tryQuery().isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> called(robot, Button.class, OFF).isPresent());
    robot.interact(() -> called(robot, Button.class, OFF).orElseThrow().fire());
    waitFor(() -> called(robot, Button.class, "Open " + copy).isEmpty());
    assertThat(copy).exists();
  }

  private boolean knowsLate() {
    return model().desk().instance().scope(LATE) instanceof Reply.Decided<ScopeStatus>;
  }

  private static void name(FxRobot robot, Path path) throws TimeoutException {
    waitFor(() -> robot.lookup(".start-recording .text-field").tryQuery().isPresent());
    TextField field = robot.lookup(".start-recording .text-field").queryAs(TextField.class);
    robot.interact(() -> {
      field.requestFocus();
      field.setText(path.toString());
    });
    robot.type(KeyCode.ENTER);
  }

  private static String heading(FxRobot robot) {
    Node outcome = robot.lookup(".start-outcome").query();
    return outcome.isVisible()
        ? robot.from(outcome).lookup(".heading").queryAs(Label.class).getText()
        : "";
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(Label.class).getText();
  }

  private static Button button(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(Button.class);
  }

  private ConsoleModel model() {
    return opened.orElseThrow().model();
  }
}
