package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AlertState;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
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
@DisplayName("An administrator with alerts,")
@ParameterizedClass(name = "{0},")
@EnumSource(JourneyPlace.class)
final class ShelvingJourneyTest {
  @TempDir private Path folder;
  private final Journey journey;

  ShelvingJourneyTest(JourneyPlace where) {
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
  @DisplayName("shelves those of a subtree, told before what that hides, and brings them back")
  void shelves(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    hands.select("Alerts", "/user:bot");
    robot.type(KeyCode.S);
    hands.waitFor(".drawer .caption", "Hides this one.");
    hands.choose("What is shelved", "All at and below user bot");
    hands.waitFor(".drawer .caption", "Hides 3 now, 1 critical.");
    hands.press("1 h");
    hands.write("Reason", "until its owner knows");
    hands.press("Shelve");
    hands.waitForResult("Shelved: 3 out of sight.");
    hands.waitForNone("Alerts", "/user:bot");
    assertThat(journey.world().alerts(AlertState.SHELVED)).containsOnly("/user:bot");

    hands.press("Shelved");
    hands.select("Alerts", "/user:bot");
    robot.type(KeyCode.S);
    hands.choose("What is shelved", "All at and below user bot");
    hands.write("Reason", "its owner knows");
    hands.press("Bring back");
    hands.waitForResult("Brought back: 3 to see again.");
    hands.waitForNone("Alerts", "/user:bot");
    hands.press("Open");
    hands.select("Alerts", "/user:bot");
    assertThat(journey.world().alerts(AlertState.SHELVED)).isEmpty();
  }
}
