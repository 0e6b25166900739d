package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.server.token.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
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

/// A real window on a real server on this machine, which has to send its past first.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The console on a remote instance goes back in time:")
final class RemotePastWindowTest {
  @TempDir private Path folder;
  private Optional<Stage> stage = Optional.empty();
  private Optional<ServedFolder> served = Optional.empty();
  private Optional<AttachedWindow> opened = Optional.empty();

  @Start
  void serve(Stage shown) {
    stage = Optional.of(shown);
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    Instant early = appear("early");
    while (!instance().info().now().isAfter(early.plusMillis(1))) {
      Thread.onSpinWait(); // Time is told in milliseconds.
    }
    appear("late");
  }

  @Stop
  void close() {
    opened.ifPresent(AttachedWindow::close);
    served.orElseThrow().close();
  }

  private Instance instance() {
    return served.orElseThrow().folder().instance();
  }

  /// @return when it was there
  private Instant appear(String user) {
    var line = RequestLine.required(ResourceType.TOKENS, 5);
    var request = AllocationRequest.of(ScopePath.of("/user:" + user), line);
    assertThat(instance().allocate(new RequestId(user), request)).isInstanceOf(Reply.Decided.class);
    return instance().info().now();
  }

  private void attach(FxRobot robot, Role role) {
    String url = "http://127.0.0.1:" + served.orElseThrow().port();
    var server = new Connection.Server(url, Optional.empty(), false);
    var mark = new PlaceMark("acme", PlaceMark.Colour.RED, false);
    var token = new Secret(served.orElseThrow().token(role, "/"));
    var place = new Place.Remote(new Connection("acme", mark, server, false), Optional.of(token));
    Places.Opening opening =
        new DesktopPlaces(new KeptTokens(folder), Pace.DEFAULT)
            .open(place, (_, _) -> {}, new Cancellation());
    var attached = (Places.Opening.Opened) opening;
    robot.interact(() ->
        opened =
            Optional.of(
                AttachedWindow.on(stage.orElseThrow(), attached.place(), folder, Pace.DEFAULT)));
  }

  @Test
  @DisplayName("Ctrl+H fetches a recording and shows any instant of it, until the way back to now")
  void fetches(FxRobot robot) throws TimeoutException {
    attach(robot, Role.ADMIN);
    waitFor(() -> rows(robot) == 3);
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> text(robot, ".past-at").startsWith("As it was at "));
    waitFor(() -> rows(robot) == 2); // That of late is not there yet.
    assertThat(isShown(robot.lookup(".past-band").query())).isTrue();
    assertThat(isShown(robot.lookup(".past-tools .combo-box").queryAs(ComboBox.class))).isTrue();
    assertThat(desk().whyLocked()).startsWith("This is how it was");
    robot.interact(() -> opened.orElseThrow().model().past().goToPart(1));
    waitFor(() -> rows(robot) == 3);
    robot.interact(() -> robot.lookup("Back to now").queryButton().fire());
    waitFor(() -> desk().whyLocked().isEmpty() && !isShown(robot.lookup(".past-band").query()));
  }

  @Test
  @DisplayName("whoever may not have a recording is told so, and sees the present on")
  void refuses(FxRobot robot) throws TimeoutException {
    attach(robot, Role.VIEWER);
    waitFor(() -> rows(robot) == 3);
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> text(robot, ".past-tools .label").contains("role admin for /"));
    assertThat(isShown(robot.lookup(".past-band").query())).isFalse();
    robot.interact(() -> robot.lookup(".past-tools .button").queryButton().fire());
    waitFor(() -> !isShown(robot.lookup(".past-tools").query()));
  }

  private Desk desk() {
    return opened.orElseThrow().model().desk();
  }

  private static int rows(FxRobot robot) {
    Optional<TreeTableView<ScopeNode>> tree =
        robot.lookup(".scope-tree .tree-table-view").tryQuery();
    return tree.map(TreeTableView::getExpandedItemCount).orElse(0);
  }

  private static String text(FxRobot robot, String selector) {
    Optional<Label> label = robot.lookup(selector).tryQueryAs(Label.class);
    return label.map(Label::getText).orElse("");
  }
}
