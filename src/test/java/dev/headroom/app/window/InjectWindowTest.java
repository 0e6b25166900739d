package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.remote.Pace;
import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.view.Windows;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Injected;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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

/// A real window on a sandbox that plays.
@ExtendWith(ApplicationExtension.class)
@DisplayName("Injecting, in a window")
final class InjectWindowTest {
  @TempDir private Path folder;
  private final Sandbox sandbox = new Sandbox(Scenarios.all(), 1);
  private Optional<AttachedWindow> opened = Optional.empty();

  @Start
  void open(Stage stage) {
    sandbox.runFor(Duration.ofSeconds(5));
    sandbox.start();
    opened =
        Optional.of(
            AttachedWindow.on(
                stage, DesktopPlaces.opened(new PlayedSandbox(sandbox, 0)), folder, Pace.DEFAULT));
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
  }

  @Test
  @DisplayName(
      "begins at the selected scope, says so until it is ended, and comes again with Again")
  void injects(FxRobot robot) throws TimeoutException {
    // given a sandbox that stands still, and a scope that is selected
    Windows.waitFor(() -> robot.lookup(".inject-menu").tryQuery().isPresent());
    Windows.waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() > 2);
    robot.interact(() -> opened.orElseThrow().window().goTo("/user:ada"));
    Windows.waitFor(
        () -> opened.orElseThrow().model().desk().selection().address().equals("/user:ada"));

    // when a spike is thrown in
    inject(robot, "spike");

    // then it begins there, at that instant, and a line says so
    Windows.waitFor(() -> !robot.lookup(".inject-part").queryAll().isEmpty());
    Injected spike = injected().getFirst();
    assertThat(spike.injection().wanted()).contains(ScopePath.of("/user:ada"));
    assertThat(spike.injection().at()).isEqualTo(sandbox.state().now());
    Windows.waitFor(() -> shows(robot, "Spike at /user:ada, "));

    // and when it is ended by hand, the line goes
    new Hands(robot).press("End");
    Windows.waitFor(() -> robot.lookup(".inject-part").queryAll().isEmpty());
    assertThat(injected().getFirst().isOver()).isTrue();

    // and when the scenario is played again, it will come again
    int world = sandbox.state().world();
    robot.interact(() -> opened.orElseThrow().model().playAgain());
    Windows.waitFor(() -> sandbox.state().world() > world);
    assertThat(injected()).isEmpty();
    sandbox.runFor(Duration.ofSeconds(30));
    assertThat(injected()).hasSize(1);
    assertThat(injected().getFirst().injection().at()).isEqualTo(spike.injection().at());
  }

  @Test
  @DisplayName("is begun by a key, and where the seed says while / is selected")
  void opensByKey(FxRobot robot) throws TimeoutException {
    Windows.waitFor(() -> robot.lookup(".inject-menu").tryQuery().isPresent());
    robot.push(KeyCode.SHORTCUT, KeyCode.J);
    Windows.waitFor(() -> menu(robot).isShowing());
    robot.interact(() -> menu(robot).hide());

    inject(robot, "pool-outage");

    Windows.waitFor(() -> !injected().isEmpty());
    assertThat(injected().getFirst().injection().wanted()).isEmpty();
    Windows.waitFor(() -> shows(robot, "Pool outage of "));
  }

  private static void inject(FxRobot robot, String kind) {
    robot.interact(() -> {
      menu(robot).show();
      MenuItem item =
          menu(robot).getItems().stream()
              .filter(each -> ("inject-" + kind).equals(each.getId()))
              .findFirst()
              .orElseThrow();
      item.fire();
      menu(robot).hide();
    });
  }

  private static MenuButton menu(FxRobot robot) {
    return robot.lookup(".inject-menu").queryAs(MenuButton.class);
  }

  private static boolean shows(FxRobot robot, String text) {
    return robot.lookup(".inject-part .hyperlink").queryAll().stream()
        .map(Node::toString)
        .anyMatch(each -> each.contains(text));
  }

  private List<Injected> injected() {
    return sandbox.state().injected();
  }
}
