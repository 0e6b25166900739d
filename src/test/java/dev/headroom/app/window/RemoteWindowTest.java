package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.isShown;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.Proxy;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.view.ConstraintChain;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
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

/// A real window on a real server on this machine, with a network in between that can be bad.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The console on a remote instance")
final class RemoteWindowTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  /// Soon stale, soon tried again; but whoever waits for an answer of a dead server waits for
  /// longer than any test.
  private static final Pace PACE =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofMillis(600),
          Duration.ofSeconds(2),
          Duration.ofMillis(5),
          Duration.ofMillis(100));

  @TempDir private Path folder;
  private Optional<ServedFolder> served = Optional.empty();
  private Optional<Proxy> proxy = Optional.empty();
  private Optional<AttachedWindow> opened = Optional.empty();
  private Optional<Stage> stage = Optional.empty();
  private int requests;

  @Start
  void open(Stage shown) {
    stage = Optional.of(shown);
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    limit(1_000);
    use(100);
    proxy = Optional.of(new Proxy(served().port()));
    var mark = new PlaceMark("acme-eu", PlaceMark.Colour.RED, true);
    var server =
        new Connection.Server("http://127.0.0.1:" + proxy().port(), Optional.empty(), false);
    var place =
        new Place.Remote(
            new Connection("acme", mark, server, false),
            Optional.of(new Secret(served().address().token().text())));
    Places.Opening opening =
        new DesktopPlaces(new KeptTokens(folder), PACE)
            .open(place, (_, _) -> {}, new Cancellation());
    var attached = (Places.Opening.Opened) opening;
    opened = Optional.of(AttachedWindow.on(shown, attached.place(), folder, PACE));
  }

  @Stop
  void close() {
    opened.orElseThrow().close();
    proxy().close();
    served().close();
  }

  private ServedFolder served() {
    return served.orElseThrow();
  }

  private Proxy proxy() {
    return proxy.orElseThrow();
  }

  private AttachedWindow window() {
    return opened.orElseThrow();
  }

  private void limit(long amount) {
    var limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(amount));
    var change = new Change.PutLimits(ADA, List.of(limit), 0);
    var command = new Command.ApplyChanges(nextId(), List.of(change), "ops", "first budget");
    assertThat(served().folder().instance().apply(command)).isInstanceOf(Reply.Decided.class);
  }

  /// Reserves tokens for ada, at the server.
  private void use(long tokens) {
    var request = AllocationRequest.of(ADA, RequestLine.required(ResourceType.TOKENS, tokens));
    assertThat(served().folder().instance().allocate(nextId(), request))
        .isInstanceOf(Reply.Decided.class);
  }

  private RequestId nextId() {
    return new RequestId("test-" + requests++);
  }

  @Test
  @DisplayName("is stale while its server is away, with editing locked; then it is current again")
  void survivesARestart(FxRobot robot) throws TimeoutException {
    showAda(robot);
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("900 left"));
    stage(robot, "2k");
    waitFor(() -> !button(robot, "Apply 1 change").isDisabled());

    served().stop();
    waitFor(() -> title().startsWith("STALE - PRODUCTION - Remote · acme-eu"));
    waitFor(() -> band(robot).startsWith("STALE: connection lost; attempt"));
    waitFor(() -> button(robot, "Apply 1 change").isDisabled());
    assertThat(texts(robot, ".drawer .caption")).contains("nothing can be changed until");
    assertThat(texts(robot, ".gauge-tile .gauge-left")).contains("900 left");

    served().start();
    use(50);
    waitFor(() -> title().startsWith("PRODUCTION - Remote · acme-eu"));
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("850 left"));
    assertThat(band(robot)).isEmpty();
    waitFor(() -> !button(robot, "Apply 1 change").isDisabled());
    robot.interact(() -> button(robot, "Apply 1 change").fire());
    waitFor(() -> texts(robot, ".attempt-line > .label").contains("Applied, version 2"));
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("1.9k left"));
  }

  @Test
  @DisplayName("misses nothing where the link is cut mid-stream, and says so meanwhile")
  void survivesABadNetwork(FxRobot robot) throws TimeoutException {
    showAda(robot);
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);
    waitFor(() -> granted().size() == 1);

    proxy().stall();
    use(10);
    waitFor(() -> band(robot).startsWith("STALE: nothing heard for"));
    proxy().cutAfter(Proxy.ENDLESS, () -> 100);
    proxy().cut();
    use(20);
    waitFor(() -> band(robot).startsWith("STALE: connection lost; attempt"));
    use(30);
    proxy().flow();
    waitFor(() -> band(robot).isEmpty());
    waitFor(() -> granted().size() == 4);
    assertThat(granted())
        .as("newest first, each once")
        .containsExactly(
            "Granted 30 tokens", "Granted 20 tokens", "Granted 10 tokens", "Granted 100 tokens");
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("840 left"));
  }

  @Test
  @DisplayName("is left at once for something else, though it is dead")
  void isLeft(FxRobot robot) throws TimeoutException {
    showAda(robot);
    proxy().stall();
    waitFor(() -> band(robot).startsWith("STALE"));
    robot.push(KeyCode.SHORTCUT, KeyCode.O);
    waitFor(() -> robot.lookup(".start-page").tryQuery().isPresent());
    robot.interact(() -> button(robot, "Play this scenario").fire());
    waitFor(() -> texts(robot, ".top-bar .place").startsWith("Sandbox · "));
    waitFor(() -> title().startsWith("Sandbox · "));
    assertThat(isShown(robot.lookup(".mark-band").query())).as("no mark any more").isFalse();
  }

  private void showAda(FxRobot robot) throws TimeoutException {
    waitFor(() -> robot.lookup(".scope-tree .tree-table-view").tryQuery().isPresent());
    robot.interact(() -> window().window().goTo("/user:ada"));
    Node chain = robot.lookup(node -> node instanceof ConstraintChain).query();
    waitFor(() -> Optional.ofNullable(chain.getAccessibleText()).orElse("").contains("user ada"));
    waitFor(() -> texts(robot, ".gauge-tile .gauge-left").contains("left"));
  }

  /// Stages another limit for ada, with a reason.
  private void stage(FxRobot robot, String amount) throws TimeoutException {
    robot.interact(() -> window().window().editBinding());
    waitFor(() -> called(robot, TextField.class, "Amount").isPresent());
    robot.interact(() -> called(robot, TextField.class, "Amount").orElseThrow().setText(amount));
    waitFor(() -> !button(robot, "Stage").isDisabled());
    robot.interact(() -> button(robot, "Stage").fire());
    waitFor(() -> called(robot, TextField.class, "Reason").isPresent());
    robot.interact(() -> called(robot, TextField.class, "Reason").orElseThrow().setText("more"));
  }

  private List<String> granted() {
    return window().model().desk().eventRows().stream()
        .map(EventRow::sentence)
        .filter(sentence -> sentence.startsWith("Granted"))
        .toList();
  }

  private String title() {
    return stage.orElseThrow().getTitle();
  }

  private static String band(FxRobot robot) {
    Node band = robot.lookup(".lock-band").query();
    return band.isVisible() && band instanceof Labeled labeled ? labeled.getText() : "";
  }

  private static Button button(FxRobot robot, String text) {
    return robot
        .lookup((Button button) -> button.getText().equals(text) && isShown(button))
        .query();
  }

  private static String texts(FxRobot robot, String selector) {
    StringBuilder all = new StringBuilder();
    for (Node label : robot.lookup(selector).queryAll()) {
      all.append(((Labeled) label).getText()).append('\n');
    }
    return all.toString();
  }
}
