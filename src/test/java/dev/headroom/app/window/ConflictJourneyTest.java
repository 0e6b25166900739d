package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Conflict;
import dev.headroom.model.WaitStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/// Each way of rule Q7.
@ExtendWith(ApplicationExtension.class)
@DisplayName("An administrator who resolves a conflict,")
@ParameterizedClass(name = "{0},")
@EnumSource(JourneyPlace.class)
final class ConflictJourneyTest {
  private static final String SWARM = "/user:ada/swarm:s1";
  private static final String FIRST = SWARM + "/run:r7";
  private static final String SECOND = SWARM + "/run:r9";

  @TempDir private Path folder;
  private final Journey journey;

  ConflictJourneyTest(JourneyPlace where) {
    journey = new Journey(where);
  }

  @Start
  void begin(Stage stage) {
    journey.begin(stage, folder);
  }

  @Stop
  void end() {
    journey.end();
  }

  @Test
  @DisplayName("grants over the limit, told by how much that is exceeded")
  void grants(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    WaitStatus first = open(hands, FIRST);
    hands.press("Grant");
    hands.waitFor(".drawer .caption", "is exceeded by 1.4k tokens");
    hands.write("Reason", "a deadline");
    hands.press("Grant over the limit");
    hands.waitForResult("Granted over the limit. It waits no more.");
    thenRuled(first, Conflict.Verdict.OVERRIDDEN, "a deadline");
    thenWaits(SECOND);
    assertThat(journey.world().holders(SWARM)).contains(FIRST);
  }

  @Test
  @DisplayName("denies, told who moves up")
  void denies(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    WaitStatus first = open(hands, FIRST);
    hands.press("Deny");
    hands.waitFor(".drawer .caption", "and 1 behind it move up.");
    hands.write("Reason", "not today");
    robot.type(KeyCode.ENTER);
    hands.waitForResult("Denied. It waits no more.");
    thenRuled(first, Conflict.Verdict.DENIED, "not today");
    thenWaits(SECOND);
    assertThat(journey.world().holders(SWARM)).doesNotContain(FIRST);
  }

  @Test
  @DisplayName("raises a priority, told to which place that leads")
  void raisesPriority(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    open(hands, SECOND);
    hands.press("Priority");
    hands.choose("Which", "Critical");
    hands.waitFor(".drawer .caption", "Comes to place 1 of 2");
    hands.write("Reason", "it blocks the release");
    hands.press("Change priority to Critical");
    hands.waitForResult("Done: Critical. It still waits.");
    thenWaits(SECOND, FIRST);
  }

  @Test
  @DisplayName("applies another strategy once, told who loses what by it")
  void preempts(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    WaitStatus first = open(hands, FIRST);
    hands.press("Strategy");
    hands.choose("Which", "Preempt");
    hands.waitFor(".drawer .caption", "Revokes run r6 (3k tokens).");
    hands.write("Reason", "it can run at night");
    hands.press("Preempt, once");
    hands.waitForResult("Done: Preempt. It waits no more.");
    assertThat(decided(first).verdict()).isEqualTo(Conflict.Verdict.GRANTED_BY_PREEMPTION);
    assertThat(decided(first).losses())
        .extracting(loss -> loss.path().text())
        .containsExactly(SWARM + "/run:r6");
    thenWaits(SECOND);
    assertThat(journey.world().holders(SWARM)).contains(FIRST).doesNotContain(SWARM + "/run:r6");
  }

  /// Opens what can be decided about one who waits.
  private WaitStatus open(Hands hands, String path) throws TimeoutException {
    hands.shortcut(KeyCode.DIGIT2);
    hands.select("Waiting now", path);
    hands.robot().type(KeyCode.ENTER);
    return journey.world().line(SWARM).stream()
        .filter(wait -> wait.path().text().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private void thenWaits(String... paths) throws TimeoutException {
    waitFor(() ->
        journey.world().line(SWARM).stream()
            .map(wait -> wait.path().text())
            .toList()
            .equals(List.of(paths)));
  }

  /// What was decided, by whom and why, is kept (rule Q8).
  private void thenRuled(WaitStatus wait, Conflict.Verdict verdict, String reason) {
    assertThat(decided(wait).verdict()).isEqualTo(verdict);
    assertThat(decided(wait).ruling().orElseThrow().reason()).isEqualTo(reason);
  }

  private Conflict.Decision decided(WaitStatus wait) {
    return journey.world().decisions(wait).getLast();
  }
}
