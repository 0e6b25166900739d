package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

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
@DisplayName("An administrator who changes many scopes,")
@ParameterizedClass(name = "{0},")
@EnumSource(JourneyPlace.class)
final class MergeJourneyTest {
  @TempDir private Path folder;
  private final Journey journey;

  MergeJourneyTest(JourneyPlace where) {
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
  @DisplayName(
      "is overtaken by somebody else, sees what was, mine and theirs, chooses, and applies")
  void isOvertaken(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    hands.write(
        "Find scopes by words in their path, and by what is used of them", "tokens.limit>0");
    hands.press("Mark all that match");
    hands.waitFor(".mark-line .heading", "3 marked");
    hands.shortcut(KeyCode.E);
    hands.shortcut(KeyCode.M);
    hands.write("Factor", "1.2");
    hands.waitFor(".bulk-summary", "3 scopes · 3 limits change");
    hands.press("Stage 3 changes");
    hands.waitFor(".batch .heading", "All limits: ×1.2");

    journey.world().limit("/user:kim", 70_000);
    hands.write("Reason", "a fifth more for everybody");
    hands.press("Apply 3 changes");
    hands.waitFor(".form-section .fact-row", "50k tokens");
    assertThat(hands.texts(".form-section .fact-row"))
        .contains("Was\n50k tokens", "Mine\n60k tokens", "Theirs\n70k tokens");
    hands.press("Take theirs");
    hands.press("Stage what I chose");
    hands.press("Apply 2 changes");
    hands.waitForResult("Applied, version");

    assertThat(journey.world().limitOf("/user:kim")).isEqualTo(70_000);
    assertThat(journey.world().limitOf("/user:bot")).isEqualTo(1_200);
    assertThat(journey.world().limitOf("/user:ada/swarm:s1")).isEqualTo(48_000);
  }
}
