package dev.headroom.console.view;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.AllocationRow;
import dev.headroom.console.viewmodel.Listing;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@DisplayName("While the view is frozen, a list below the scope page")
final class FrozenListsTest {
  private static final int ALLOCATIONS = 2;

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
  @DisplayName("stays as it is, and goes on afterwards; another one is fetched once")
  void stays(FxRobot robot) throws TimeoutException {
    Dock dock = robot.lookup((javafx.scene.Node node) -> node instanceof Dock).queryAs(Dock.class);
    Listing<AllocationRow> list = shown.model().desk().allocations();
    robot.interact(() -> shown.model().desk().setPaused(true));
    robot.interact(() -> dock.choose(ALLOCATIONS));
    waitFor(() -> !list.rows().isEmpty());
    List<AllocationRow> frozen = list.rows();

    shown.world().use("/user:kim/run:k1", ResourceType.TOKENS, 100, 0);
    robot.interact(dock::update);
    answerOf(robot);
    assertThat(list.rows()).isEqualTo(frozen);

    robot.interact(() -> shown.model().desk().setPaused(false));
    waitFor(() -> list.rows().size() == frozen.size() + 1);
  }

  /// Whatever was asked before has been answered by then.
  private void answerOf(FxRobot robot) throws TimeoutException {
    List<Integer> answers = new ArrayList<>();
    robot.interact(() -> shown.model().desk().calls().ask(() -> 1, answers::add));
    waitFor(() -> !answers.isEmpty());
  }
}
