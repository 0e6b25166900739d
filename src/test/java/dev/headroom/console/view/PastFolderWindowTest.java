package dev.headroom.console.view;

import dev.headroom.console.SmallWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("The window on a folder that goes back in time")
final class PastFolderWindowTest {
  @TempDir private static Path folder;

  private final SmallWindow shown;

  PastFolderWindowTest() throws IOException {
    shown = new SmallWindow(SmallWorld.in(folder));
  }

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
  @DisplayName("leads to when an alert was raised, compares that with now, and comes back")
  void tellsWhatHappened(FxRobot robot) throws TimeoutException {
    new PastJourney(shown, robot).make();
  }
}
