package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.past.Difference;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What an administrator does who asks what happened a while ago: goes back to when an alert was
/// raised, sees how it was, compares it with now and comes back.
final class PastJourney {
  private static final int PATIENCE_SECONDS = 30;

  private final SmallWindow shown;
  private final FxRobot robot;

  PastJourney(SmallWindow shown, FxRobot robot) {
    this.shown = shown;
    this.robot = robot;
  }

  /// A new limit of noor is nearly used up at 14:04:10; two minutes later somebody raises it.
  static void happen(SmallWindow shown) {
    shown.world().limit("/user:noor", ResourceType.MEMORY, 1_000);
    shown.world().pass(Duration.ofMinutes(2));
    var _ = shown.world().use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    shown.world().pass(Duration.ofMinutes(2));
    shown.world().raise("/user:noor", ResourceType.MEMORY, 4_000);
    var _ = shown.world().use("/user:late/run:r1", ResourceType.TOKENS, 50, 0);
    shown.world().pass(Duration.ofSeconds(30));
  }

  void make() throws TimeoutException {
    waitFor(() -> rows() == 8);
    robot.interact(() -> shown.window().goTo("/user:noor"));
    waitFor(() -> address().equals("/user:noor"));
    robot.push(KeyCode.SHORTCUT, KeyCode.H);
    waitFor(() -> at().equals("As it was at 14:05:40"));
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    waitFor(() -> at().equals("As it was at 14:04:10"));
    waitFor(() -> text(".past-here").startsWith("user noor · Warning: Memory limit reached 80 %"));
    waitFor(() -> rows() == 7);
    waitFor(() -> address().equals("/user:noor"));
    compareWithNow();
    robot.interact(() -> robot.lookup("Back to now").queryButton().fire());
    waitFor(() -> !shown.model().past().isOn() && rows() == 8);
    assertThat(robot.lookup(".past-band").query().isVisible()).isFalse();
    assertThat(robot.lookup(".comparison-page").tryQuery()).isEmpty();
    waitFor(() -> address().equals("/user:noor"));
  }

  /// What has changed is listed, and marked in the tree, as long as the page is open or not.
  private void compareWithNow() throws TimeoutException {
    robot.interact(() -> robot.lookup("Compare with now").queryButton().fire());
    waitFor(() -> at().equals("As it was at 14:06:40") && rows() == 8);
    waitFor(() -> differences().map(table -> !table.getItems().isEmpty()).orElse(false));
    assertThat(differences().orElseThrow().getItems())
        .extracting(row -> ((Difference) row).address() + " " + ((Difference) row).what())
        .contains(
            "/user:noor user noor · Memory: Amount",
            "/user:noor Memory",
            "/user:noor Memory limit at 80 %",
            "/user:late came");
    waitFor(() ->
        robot.lookup(".different").queryAll().stream().filter(mark -> mark.isVisible()).count()
            == 3);
  }

  private Optional<TableView<?>> differences() {
    return robot
        .lookup(".comparison-page .table-view")
        .tryQueryAs(TableView.class)
        .map(table -> (TableView<?>) table);
  }

  private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }

  private String at() {
    return text(".past-at");
  }

  private String text(String selector) {
    Optional<Label> label = robot.lookup(selector).tryQueryAs(Label.class);
    return label.map(Label::getText).orElse("");
  }

  private String address() {
    return shown.model().desk().selection().address();
  }

  private int rows() {
    return SmallWindow.tree(robot).getExpandedItemCount();
  }
}
