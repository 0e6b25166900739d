package dev.headroom.console.view.notice;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.viewmodel.Motion;
import dev.headroom.console.viewmodel.Noticed;
import dev.headroom.model.ResourceType;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("A notice")
final class NoticeStackTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    shown.close();
  }

  @Test
  @DisplayName(
      "comes without taking the keyboard; F6 leads to it, Escape back, and Enter to its place")
  void isReached(FxRobot robot) throws TimeoutException {
    robot.interact(() -> shown.model().preferences().change(now -> now.withMotion(Motion.REDUCED)));
    awaitAlerts(robot);
    Node before = SmallWindow.tree(robot);
    robot.interact(before::requestFocus);
    exhaust("zoe");
    waitFor(() -> card(robot).isPresent());
    assertThat(before.isFocused()).isTrue();
    assertThat(card(robot).orElseThrow().getOpacity()).isEqualTo(1);
    assertThat(card(robot).orElseThrow().getAccessibleText())
        .isEqualTo("user zoe: Tokens limit is exhausted");

    robot.type(KeyCode.F6);
    waitFor(() -> card(robot).filter(Node::isFocusWithin).isPresent());
    robot.type(KeyCode.ESCAPE);
    waitFor(before::isFocused);
    robot.type(KeyCode.F6);
    waitFor(() -> card(robot).filter(Node::isFocusWithin).isPresent());
    robot.type(KeyCode.SPACE);
    waitFor(
        () -> robot.lookup(".scope-title > .title").queryAs(Label.class).getText().equals("zoe"));
  }

  @Test
  @DisplayName(
      "fades in only where motion is not reduced, by the preferences or else by the system")
  void followsMotion(FxRobot robot) {
    var scene = shown.window().scene().getPreferences();
    robot.interact(() ->
        assertThat(scene.isReducedMotion()).isEqualTo(Platform.getPreferences().isReducedMotion()));
    robot.interact(() -> shown.model().preferences().change(now -> now.withMotion(Motion.REDUCED)));
    assertThat(scene.isReducedMotion()).isTrue();
    robot.interact(() -> shown.model().preferences().change(now -> now.withMotion(Motion.FULL)));
    assertThat(scene.isReducedMotion()).isFalse();
  }

  @Test
  @DisplayName("does not come where none is wanted")
  void staysAway(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> shown.model().preferences().change(now -> now.withNoticed(Noticed.NOTHING)));
    awaitAlerts(robot);
    exhaust("zoe");
    int before = alerts(robot).getItems().size();
    waitFor(() -> alerts(robot).getItems().size() > before);
    assertThat(card(robot)).isEmpty();
  }

  private void exhaust(String user) {
    shown.world().limit("/user:" + user, ResourceType.TOKENS, 1_000);
    shown.world().use("/user:" + user + "/run:r1", ResourceType.TOKENS, 1_000, 1_000);
  }

  private static void awaitAlerts(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    waitFor(() -> alerts(robot).getItems().size() >= 3);
  }

  private static TableView<?> alerts(FxRobot robot) {
    return called(robot, TableView.class, "Alerts").orElseThrow();
  }

  private static Optional<Node> card(FxRobot robot) {
    return robot.lookup(".notice-card").tryQuery();
  }
}
