package dev.headroom.console.view.report;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@DisplayName("The page of reports, in the window,")
@ExtendWith(ApplicationExtension.class)
final class ReportPageTest {
  @TempDir private Path folder;
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage, 1280, 800);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName("comes by Ctrl+R, is written as CSV, picture and PDF, and goes by Escape")
  void comesAndGoes(FxRobot robot) throws TimeoutException, IOException {
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
    robot.push(KeyCode.SHORTCUT, KeyCode.R);
    waitFor(() -> robot.lookup(".figure-table").tryQuery().isPresent());
    assertThat(robot.lookup("Tokens").tryQuery()).isPresent();
    assertThat(robot.lookup(".report-figure").queryAllAs(Label.class))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.getAccessibleHelp()).isNotBlank());

    ReportExports exports =
        robot.lookup(node -> node instanceof ReportExports).queryAs(ReportExports.class);
    for (String form : new String[] {"csv", "png", "pdf"}) {
      Path file = folder.resolve("report." + form);
      robot.interact(() -> exports.write(form, file));
      assertThat(robot.lookup("Written to " + file).tryQuery()).isPresent();
      assertThat(file).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("report.csv"))).contains("type,TOKENS,total,");
    BufferedImage picture =
        Objects.requireNonNull(ImageIO.read(folder.resolve("report.png").toFile()));
    assertThat(picture.getWidth()).isGreaterThan(2000);
    robot.interact(() -> exports.write("csv", folder));
    assertThat(
            robot
                .lookup(node ->
                    node instanceof Label label
                        && label.getText().startsWith("It cannot be written"))
                .tryQuery())
        .isPresent();

    robot.push(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".gauge-tile").queryAll().size() >= 4);
  }
}
