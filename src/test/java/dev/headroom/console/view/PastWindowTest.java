package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
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
  private static final int PATIENCE_SECONDS = 30;

  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    PastJourney.happen(shown);
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

  private void goBack(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 8);
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> at(robot).equals("As it was at 14:05:40"));
  }

  @Test
  @DisplayName("leads to when an alert was raised, compares that with now, and comes back")
  void tellsWhatHappened(FxRobot robot) throws TimeoutException {
    new PastJourney(shown, robot).make();
  }

  @Test
  @DisplayName("goes by strides of a chosen length, and lets nothing be changed there")
  void goesByStrides(FxRobot robot) throws TimeoutException {
    goBack(robot);
    assertThat(shown.model().desk().whyLocked()).startsWith("This is how it was");
    assertThat(robot.lookup(".lock-band").query().isVisible()).isFalse();
    robot.interact(() -> robot.lookup("−10 s").queryButton().fire());
    waitFor(() -> at(robot).equals("As it was at 14:05:30"));
    ComboBox<?> strides =
        robot.lookup(".past-line .combo-box").queryAllAs(ComboBox.class).iterator().next();
    robot.interact(() -> strides.getSelectionModel().select(2));
    robot.interact(() -> robot.lookup("−1 min").queryButton().fire());
    waitFor(() -> at(robot).equals("As it was at 14:04:30"));
    robot.interact(() -> robot.lookup("Back to now").queryButton().fire());
    waitFor(() -> shown.model().desk().whyLocked().isEmpty());
  }

  @Test
  @DisplayName(
      "tells in its lists what had happened and who had changed what, and not what came later")
  void tellsWhatHadHappened(FxRobot robot) throws TimeoutException {
    goBack(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    waitFor(() -> hasText(robot, "1 change, version 2, by ops: tight"));
    assertThat(hasText(robot, "1 change, version 3, by eve: mine")).isFalse();
    robot.interact(() -> shown.window().goTo("/user:noor"));
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitFor(() -> hasText(robot, "Memory limit reached 80 %: 850 B of 1000 B"));
    robot.interact(() -> shown.model().past().goToPart(1));
    waitFor(() -> at(robot).equals("As it was at 14:06:40"));
    waitFor(() -> hasText(robot, "Memory limit fell below 80 %"));
  }

  @Test
  @DisplayName("keeps a report on show, and reports on what was known at each instant")
  void keepsReport(FxRobot robot) throws TimeoutException {
    goBack(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.R);
    waitFor(() -> saysEnd(robot, "14:05, UTC"));
    robot.interact(() -> shown.model().past().step(Duration.ofMinutes(-1)));
    waitFor(() -> saysEnd(robot, "14:04, UTC"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".report-title").tryQuery().isEmpty());
    assertThat(at(robot)).isEqualTo("As it was at 14:04:40");
  }

  private static boolean saysEnd(FxRobot robot, String end) {
    return robot.lookup(".whole-page .muted").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.getText().endsWith(end));
  }

  @Test
  @DisplayName("keeps the map on show while it moves through time")
  void keepsWhatIsOnShow(FxRobot robot) throws TimeoutException {
    goBack(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.U);
    waitFor(() -> robot.lookup(".use-map-page").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("−10 s").queryButton().fire());
    waitFor(() -> at(robot).equals("As it was at 14:05:30"));
    assertThat(robot.lookup(".use-map-page").tryQuery()).isPresent();
  }

  private static boolean hasText(FxRobot robot, String text) {
    return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
        .anyMatch(cell -> text.equals(cell.getText()));
  }
}
