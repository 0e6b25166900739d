package dev.headroom.app.window;

import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.remote.Pace;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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

/// A real window on a real server on this machine.
@ExtendWith(ApplicationExtension.class)
@DisplayName("An administrator who tries something out on a copy of a server's instance,")
final class CopyJourneyTest {
  /// Gives a server up before a test does.
  private static final Pace HASTY =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofSeconds(1));

  @TempDir private Path folder;
  private final Journey journey = new Journey(JourneyPlace.SERVER, HASTY);

  @Start
  void begin(Stage stage) {
    journey.begin(stage, folder);
  }

  @Stop
  void end() {
    Wording.speak(Language.ENGLISH);
    journey.end();
  }

  @Test
  @DisplayName("sees of what it is a copy, changes a limit there, and finds that staged at home")
  void triesOut(FxRobot robot) throws TimeoutException {
    // given a copy
    var hands = new Hands(robot);
    tryOut(hands);

    // when a limit is changed there
    changeLimitOfKim(hands);
    hands.waitForResult("Applied, version");

    // then the instance has what it had
    assertThat(journey.world().limitOf("/user:kim")).isEqualTo(50_000);

    // and when that is carried back, it is staged at home, and not applied
    hands.press("Carry changes back");
    waitFor(() -> !model().isSandbox());
    hands.waitFor(".batch .heading", "Tried out in a copy");
    hands.waitFor(".after", "→ 60k tokens");
    assertThat(journey.world().limitOf("/user:kim")).isEqualTo(50_000);

    // until somebody applies it there
    hands.write("Reason", "tried out");
    hands.press("Apply 1 change");
    hands.waitForResult("Applied, version");
    assertThat(journey.world().limitOf("/user:kim")).isEqualTo(60_000);
  }

  @Test
  @DisplayName("must choose where somebody has changed the same limit at home meanwhile")
  void isOvertaken(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    changeLimitOfKim(hands);
    hands.waitForResult("Applied, version");

    journey.world().limit("/user:kim", 70_000);
    hands.press("Carry changes back");

    hands.waitFor(".form-section .fact-row", "50k tokens");
    assertThat(hands.texts(".form-section .fact-row"))
        .contains("Was\n50k tokens", "Mine\n60k tokens", "Theirs\n70k tokens");
  }

  @Test
  @DisplayName("is asked before what was changed in the copy is lost, and may stay")
  void isAskedBeforeLosing(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    changeLimitOfKim(hands);
    hands.waitForResult("Applied, version");

    hands.press("Leave the copy");
    hands.waitFor(".copy-line .label", "1 change made in the copy has not been carried back");
    hands.press("Stay");
    hands.waitFor(".copy-line .label", "A copy of acme as it was at ");
    assertThat(model().isSandbox()).isTrue();

    hands.press("Leave the copy");
    hands.press("Leave and lose it");
    waitFor(() -> !model().isSandbox());
    assertThat(journey.world().limitOf("/user:kim")).isEqualTo(50_000);
  }

  @Test
  @DisplayName("leaves it unasked where nothing was changed, and nothing is staged at home")
  void leaves(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    hands.press("Leave the copy");
    waitFor(() -> !model().isSandbox());
    assertThat(robot.lookup(".batch").queryAll()).isEmpty();
  }

  @Test
  @DisplayName("stays in the copy while the server is away, so that nothing is lost")
  void staysWhileAway(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    changeLimitOfKim(hands);
    hands.waitForResult("Applied, version");
    journey.loseSite();

    hands.press("Carry changes back");

    hands.waitFor(".notice-line .label", "Nothing is carried back yet: no answer within");
    assertThat(model().isSandbox()).isTrue();
  }

  @Test
  @DisplayName("is told to apply what is staged in the copy first, or to take it back")
  void appliesFirst(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    stageLimitOfKim(hands);
    hands.waitFor(".after", "→ 60k tokens");
    hands.press("Carry changes back");
    hands.waitFor(".notice-line .label", "Apply what is staged in the copy first");
    assertThat(model().isSandbox()).isTrue();
  }

  @Test
  @DisplayName("reads all of it in another language as soon as that is chosen")
  void changesLanguage(FxRobot robot) throws TimeoutException {
    var hands = new Hands(robot);
    tryOut(hands);
    hands.press("Carry changes back");
    hands.waitFor(".notice-line .label", "No limit, pool or setting was changed in the copy");
    changeLimitOfKim(hands);
    hands.waitForResult("Applied, version");

    robot.interact(
        () -> model().preferences().change(now -> now.withLanguage(Optional.of(Language.GERMAN))));

    hands.waitFor(".copy-line .label", "Eine Kopie von acme, wie es um ");
    hands.waitFor(".chip.place", "Sandbox · Kopie von acme");
    hands.waitFor(".notice-line .label", "In der Kopie wurde kein Limit");
    var english = new LeftEnglish();
    for (String words : List.of(".label", ".button", ".toggle-button", ".hyperlink", ".tab")) {
      assertThat(hands.texts(words).lines().filter(english::is)).isEmpty();
    }
  }

  private ConsoleModel model() {
    return journey.model();
  }

  private void tryOut(Hands hands) throws TimeoutException {
    waitFor(() -> hands.tree().getExpandedItemCount() > 2);
    hands.shortcut(KeyCode.O);
    hands.press("Try out in a sandbox");
    hands.waitFor(".copy-line .label", "A copy of acme as it was at ");
    waitFor(() -> hands.tree().getExpandedItemCount() > 2);
  }

  private static void changeLimitOfKim(Hands hands) throws TimeoutException {
    stageLimitOfKim(hands);
    hands.write("Reason", "a fifth more for kim");
    hands.press("Apply 1 change");
  }

  private static void stageLimitOfKim(Hands hands) throws TimeoutException {
    hands.write(
        "Find scopes by words in their path, and by what is used of them", "kim tokens.limit>0");
    hands.press("Mark all that match");
    hands.waitFor(".mark-line .heading", "1 marked");
    hands.shortcut(KeyCode.E);
    hands.shortcut(KeyCode.M);
    hands.write("Factor", "1.2");
    hands.press("Stage 1 change");
  }
}
