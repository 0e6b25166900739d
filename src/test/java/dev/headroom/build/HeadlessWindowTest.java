package dev.headroom.build;

import static org.assertj.core.api.Assertions.assertThat;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Guards the set of JavaFX artifacts and the test JVM's flags.
@ExtendWith(ApplicationExtension.class)
@DisplayName("A window without a display")
final class HeadlessWindowTest {
  @Start
  void open(Stage stage) {
    var tile = TileBuilder.create().skinType(Tile.SkinType.NUMBER).value(42).build();
    var bar = new StatusBar();
    bar.setText("ready");
    stage.setScene(new Scene(new VBox(tile, bar), 400, 400));
    stage.show();
  }

  @Test
  @DisplayName("draws a tile and a ControlsFX bar")
  void draws(FxRobot robot) {
    StatusBar bar = robot.lookup(".status-bar").queryAs(StatusBar.class);
    assertThat(bar.getHeight()).isPositive();
    assertThat(robot.capture(bar).getImage().getWidth()).isPositive();
  }
}
