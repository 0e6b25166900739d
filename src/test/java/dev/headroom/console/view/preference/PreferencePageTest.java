package dev.headroom.console.view.preference;

import static dev.headroom.console.view.Windows.called;
import static dev.headroom.console.view.Windows.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.SmallWindow;
import dev.headroom.console.view.Windows;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Motion;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.Setting;
import dev.headroom.console.viewmodel.Shade;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
@DisplayName("The preferences")
final class PreferencePageTest {
  private final SmallWindow shown = new SmallWindow();

  @Start
  void open(Stage stage) {
    shown.open(stage);
  }

  @Stop
  void close() {
    Wording.speak(Language.ENGLISH);
    shown.close();
  }

  @Test
  @DisplayName("come by a shortcut, hold at once, and Escape leads back")
  void holdAtOnce(FxRobot robot) throws TimeoutException {
    openByKeyboard(robot);
    assertThat(choice(robot, "Theme: System").isFocused()).isTrue();

    robot.clickOn(choice(robot, "Theme: Light"));
    waitFor(() -> preferences().shade() == Shade.LIGHT);
    assertThat(scheme()).isEqualTo(ColorScheme.LIGHT);

    robot.clickOn(choice(robot, "Motion: Reduced"));
    waitFor(() -> preferences().motion() == Motion.REDUCED);
    assertThat(shown.window().scene().getPreferences().isReducedMotion()).isTrue();
    robot.clickOn(choice(robot, "Motion: Full"));
    waitFor(() -> !shown.window().scene().getPreferences().isReducedMotion());

    ComboBox<?> size = called(robot, ComboBox.class, "Size").orElseThrow();
    robot.interact(() -> size.getSelectionModel().select(4));
    waitFor(() -> preferences().zoom().percent() == 125);
    ComboBox<?> idle = called(robot, ComboBox.class, "Editing locks after").orElseThrow();
    robot.interact(() -> idle.getSelectionModel().select(0));
    waitFor(() -> preferences().editIdle().toMinutes() == 1);

    robot.type(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".preference-page").tryQuery().isEmpty());
    waitFor(
        () -> tooltip(robot, "Read-only").startsWith("Unlock editing; it locks again after 1 min"));
  }

  @Test
  @DisplayName(
      "turn all words of the window into German and back at once, and what is staged stays")
  void turnGerman(FxRobot robot) throws TimeoutException {
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() == 7);
    robot.interact(() -> shown.window().goTo("/user:ada/swarm:s1"));
    waitFor(() -> title(robot).equals("s1"));
    waitFor(() ->
        called(robot, Button.class, "Change the constraint that binds")
            .filter(Node::isVisible)
            .isPresent());
    robot.interact(() -> shown.window().editBinding());
    waitFor(() -> called(robot, TextField.class, "Amount").isPresent());
    robot.interact(() -> called(robot, TextField.class, "Amount").orElseThrow().setText("55k"));
    robot.interact(() -> press(robot, "Stage"));
    waitFor(() -> labelled(robot, "Changes  1").isPresent());

    openByKeyboard(robot);
    robot.clickOn(choice(robot, "Language: Deutsch"));
    waitFor(() -> labelled(robot, "Einstellungen").isPresent());
    assertThat(Wording.language()).isEqualTo(Language.GERMAN);
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> labelled(robot, "Änderungen  1").isPresent());
    waitFor(() -> title(robot).equals("s1"));
    waitFor(() -> SmallWindow.tree(robot).getExpandedItemCount() > 7);

    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    robot.clickOn(choice(robot, "Sprache: English"));
    waitFor(() -> labelled(robot, "Preferences").isPresent());
    assertThat(Wording.language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  @DisplayName("are all in the palette, every choice of every setting")
  void areInThePalette(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    ListView<?> found = called(robot, ListView.class, "Found").orElseThrow();
    waitFor(() -> !found.getItems().isEmpty());
    for (Setting<?> setting : Setting.ALL) {
      for (String choice : setting.words()) {
        assertThat(found.getItems().stream().map(Object::toString))
            .anyMatch(hit -> hit.contains("title=" + setting.name() + ": " + choice + ","));
      }
    }
    robot.write("size 175");
    waitFor(() -> found.getItems().size() == 1);
    robot.type(KeyCode.ENTER);
    waitFor(() -> preferences().zoom().percent() == 175);
  }

  @Test
  @DisplayName("give an action the keys that are pressed; tooltips and the overlay name them")
  void giveKeys(FxRobot robot) throws TimeoutException {
    openKeys(robot, "freeze");
    robot.clickOn(keys(robot, "Freeze the view, or let it go on"));
    robot.push(KeyCode.SHORTCUT, KeyCode.J);
    waitFor(() -> keys(robot, "Freeze the view, or let it go on").getText().equals("Ctrl+J"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup(".preference-page").tryQuery().isEmpty());

    robot.push(KeyCode.SHORTCUT, KeyCode.J);
    waitFor(() -> shown.model().desk().isPaused());
    robot.push(KeyCode.SHORTCUT, KeyCode.P);
    assertThat(shown.model().desk().isPaused()).isTrue();
    robot.type(KeyCode.F1);
    waitFor(() -> labelled(robot, "Ctrl+J").isPresent());
    assertThat(labelled(robot, "Ctrl+P")).isEmpty();
  }

  @Test
  @DisplayName("say what holds keys already, take them from it on request, and give all back")
  void takeKeys(FxRobot robot) throws TimeoutException {
    openKeys(robot, "");
    robot.interact(() -> keys(robot, "Find scopes").fire());
    robot.push(KeyCode.SHORTCUT, KeyCode.P);
    waitFor(
        () -> labelled(robot, "Ctrl+P does “Freeze the view, or let it go on” now.").isPresent());
    assertThat(preferences().keys()).isEmpty();
    waitFor(() -> labelled(robot, "Take it from there").filter(Node::isFocused).isPresent());
    robot.type(KeyCode.SPACE);
    waitFor(() -> preferences().keys().size() == 2);
    assertThat(keys(robot, "Find scopes").getText()).isEqualTo("Ctrl+P");
    assertThat(keys(robot, "Freeze the view, or let it go on").getText()).isEqualTo("none");

    robot.interact(() -> keys(robot, "Go to /").fire());
    robot.type(KeyCode.G);
    waitFor(() ->
        labelled(robot, "Use Ctrl, Alt or a function key, so that it is not typed by accident.")
            .isPresent());
    robot.type(KeyCode.ESCAPE);
    assertThat(keys(robot, "Go to /").getText()).isEqualTo("Ctrl+Home");

    robot.interact(() -> press(robot, "Reset all"));
    waitFor(() -> preferences().keys().isEmpty());
    assertThat(keys(robot, "Find scopes").getText()).isEqualTo("Ctrl+F");
  }

  @Test
  @DisplayName("give what is done in a list another letter, which acts there and is named there")
  void giveLetters(FxRobot robot) throws TimeoutException {
    String shelve = "In the list of alerts: shelve";
    openKeys(robot, "shelve");
    robot.interact(() -> {
      keys(robot, shelve).requestFocus();
      keys(robot, shelve).fire();
    });
    robot.type(KeyCode.UP);
    waitFor(() ->
        labelled(robot, "Use a letter, a digit, the space bar, or another key with Ctrl or Alt.")
            .isPresent());
    robot.type(KeyCode.A);
    waitFor(() -> labelled(robot, "A does “In the list of alerts: acknowledge” now.").isPresent());
    robot.interact(() -> press(robot, "Leave it"));
    robot.interact(() -> {
      keys(robot, shelve).requestFocus();
      keys(robot, shelve).fire();
    });
    robot.type(KeyCode.H);
    waitFor(() -> keys(robot, shelve).getText().equals("H"));
    robot.type(KeyCode.ESCAPE);
    waitFor(() -> labelled(robot, "Shelve  H").isPresent());

    TableView<?> alerts = called(robot, TableView.class, "Alerts").orElseThrow();
    waitFor(() -> !alerts.getItems().isEmpty());
    robot.interact(alerts::requestFocus);
    robot.interact(() -> alerts.getSelectionModel().select(0));
    robot.type(KeyCode.S);
    assertThat(called(robot, TextField.class, "Reason")).isEmpty();
    robot.type(KeyCode.H);
    waitFor(
        () -> called(robot, TextField.class, "Reason").filter(TextField::isFocused).isPresent());
    robot.type(KeyCode.F1);
    waitFor(() -> labelled(robot, shelve).isPresent());
    assertThat(labelled(robot, "H")).isPresent();
    assertThat(labelled(robot, "S")).isEmpty();
  }

  private void openByKeyboard(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
    waitFor(() -> robot.lookup(".preference-page").tryQuery().isPresent());
  }

  private void openKeys(FxRobot robot, String find) throws TimeoutException {
    robot.interact(() -> shown.window().showKeys());
    waitFor(() ->
        called(robot, TextField.class, "Find a shortcut by its name or keys")
            .filter(TextField::isFocused)
            .isPresent());
    robot.write(find);
  }

  private Preferences preferences() {
    return shown.model().preferences().now();
  }

  private ColorScheme scheme() {
    return shown.window().scene().getPreferences().getColorScheme();
  }

  private static ToggleButton choice(FxRobot robot, String name) {
    return called(robot, ToggleButton.class, name).orElseThrow();
  }

  private static javafx.scene.control.Button keys(FxRobot robot, String action) {
    return robot
        .lookup((Node node) ->
            node instanceof javafx.scene.control.Button button
                && String.valueOf(button.getAccessibleText()).startsWith(action + ": "))
        .queryButton();
  }

  private static void press(FxRobot robot, String text) {
    robot
        .lookup((Node node) ->
            node instanceof javafx.scene.control.Button b && b.getText().equals(text))
        .queryButton()
        .fire();
  }

  private static Optional<Node> labelled(FxRobot robot, String text) {
    return robot
        .lookup((Node node) -> node instanceof Labeled label && text.equals(label.getText()))
        .<Node>queryAll()
        .stream()
        .filter(Windows::isShown)
        .findFirst();
  }

  private static String tooltip(FxRobot robot, String text) {
    return labelled(robot, text).map(node -> ((Labeled) node).getTooltip().getText()).orElse("");
  }

  private static String title(FxRobot robot) {
    return robot.lookup(".scope-title > .title").queryAs(Label.class).getText();
  }
}
