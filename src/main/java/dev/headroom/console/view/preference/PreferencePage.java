package dev.headroom.console.view.preference;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.PreferenceModel;
import dev.headroom.console.viewmodel.Setting;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Shortcuts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the console is wanted to be: every setting, and the shortcuts. What is chosen holds at once.
/// Escape leads back. For the UI thread only.
public final class PreferencePage extends ScrollPane {
  private static final double WIDTH_MAX = 840;

  private final List<SettingRow> rows = new ArrayList<>();
  private final ShortcutList shortcuts;
  private final VBox column = new VBox();
  private boolean atKeys;

  /// @param back is told that what was shown before shall be shown again
  public PreferencePage(PreferenceModel preferences, Shortcuts keys, Runnable back) {
    shortcuts = new ShortcutList(keys);
    getStyleClass().addAll("whole-page", "preference-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var settings = new VBox();
    settings.getStyleClass().addAll("card", "setting-rows");
    for (Setting<?> setting : Setting.ALL) {
      var row = new SettingRow(preferences, setting);
      row.getStyleClass().add(rows.isEmpty() ? "first-row" : "next-row");
      rows.add(row);
      settings.getChildren().add(row);
    }
    column.getStyleClass().add("page-column");
    column.setMaxWidth(WIDTH_MAX);
    column.getChildren().setAll(header(back), settings, shortcuts);
    HBox.setHgrow(column, Priority.ALWAYS);
    var ground = new HBox(column);
    ground.getStyleClass().add("page-ground");
    setContent(ground);
    // How high everything is above the shortcuts is known only after some rounds of layout.
    shortcuts.boundsInParentProperty().subscribe(_ -> scrollToKeys());
    column.heightProperty().subscribe(_ -> scrollToKeys());
    addEventFilter(InputEvent.ANY, event -> atKeys &= !isMove(event));
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        back.run();
        event.consume();
      }
    });
    update();
  }

  /// Shows what is chosen now.
  public void update() {
    rows.forEach(SettingRow::update);
    shortcuts.update();
  }

  /// Puts the keyboard on the first setting.
  public void focusFirst() {
    applyCss(); // Before that, what is in it is in no scene.
    rows.getFirst().focus();
  }

  /// Brings the shortcuts to the top, with the keyboard on what finds one.
  public void focusKeys() {
    applyCss();
    layout();
    atKeys = true;
    scrollToKeys();
    shortcuts.focus();
  }

  private void scrollToKeys() {
    double hidden = column.getHeight() - getViewportBounds().getHeight();
    if (atKeys) {
      setVvalue(hidden <= 0 ? 0 : Math.min(1, shortcuts.getBoundsInParent().getMinY() / hidden));
    }
  }

  /// Whether somebody may want to be elsewhere.
  private static boolean isMove(InputEvent event) {
    return event.getEventType() == ScrollEvent.SCROLL
        || event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == KeyEvent.KEY_PRESSED;
  }

  private static Node header(Runnable back) {
    var title = new Label(Wording.text("preferences.title"));
    title.getStyleClass().add("title");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    Button leave = Icons.described(new Button(), Wording.text("preferences.back"));
    leave.setText(Wording.text("preferences.back"));
    leave.getStyleClass().add("quiet");
    leave.setMinWidth(USE_PREF_SIZE);
    leave.setOnAction(_ -> back.run());
    var line = new HBox(title, spacer, leave);
    line.getStyleClass().add("scope-title");
    return new VBox(line, Forms.caption(Wording.text("preferences.about")));
  }
}
