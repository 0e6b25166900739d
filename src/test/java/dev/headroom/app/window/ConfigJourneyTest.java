package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.document.ConfigPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("An administrator who keeps the configuration in a file,")
@ParameterizedClass(name = "{0},")
@EnumSource(JourneyPlace.class)
final class ConfigJourneyTest {
  @TempDir private Path folder;
  private final Journey journey;

  ConfigJourneyTest(JourneyPlace where) {
    journey = new Journey(where);
  }

  @Start
  void begin(Stage stage) {
    journey.begin(stage, folder);
  }

  @Stop
  void end() {
    journey.end();
  }

  @Test
  @DisplayName("saves it, edits the file, opens that, applies what differs, and it is as the file")
  void goesOutAndIn(FxRobot robot) throws TimeoutException, IOException {
    var hands = new Hands(robot);
    hands.shortcut(KeyCode.E);
    Path file = folder.resolve("headroom.yaml");
    save(hands, file);
    Files.writeString(file, Files.readString(file).replace("amount: 40000", "amount: 48000"));

    robot.interact(() -> page(robot).open(file));
    hands.waitFor(".config-page .heading", "1 limit changes");
    hands.press("Stage");
    hands.waitFor(".after", "→ 48k tokens");
    hands.write("Reason", "as reviewed");
    hands.press("Apply 1 change");
    hands.waitForResult("Applied, version");
    assertThat(journey.world().limitOf("/user:ada/swarm:s1")).isEqualTo(48_000);

    Path again = folder.resolve("again.yaml");
    save(hands, again);
    assertThat(again).hasSameTextualContentAs(file);
  }

  private static void save(Hands hands, Path file) throws TimeoutException {
    hands.shortcut(KeyCode.T);
    waitFor(() ->
        called(hands.robot(), TextArea.class, "Settings, limits and pools as text")
            .filter(area -> area.getText().contains("limits:"))
            .isPresent());
    hands.robot().interact(() -> page(hands.robot()).save(file));
    hands.waitFor(".config-page .caption", "Saved");
  }

  private static ConfigPage page(FxRobot robot) {
    return robot.lookup(".config-page").queryAs(ConfigPage.class);
  }
}
