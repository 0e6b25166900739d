package dev.headroom.console.view.preference;

import dev.headroom.console.view.command.Keys;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Shortcuts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All shortcuts, each with a way to other keys: press them. For the UI thread only.
final class ShortcutList extends VBox {
  private final Shortcuts shortcuts;
  private final TextField field = Forms.field(Wording.text("keys.find"));
  private final Button resetAll = new Button(Wording.text("keys.reset"));
  private final VBox list = new VBox();
  private final Map<String, ShortcutRow> rows = new LinkedHashMap<>();
  private Optional<ShortcutRow> listening = Optional.empty();

  ShortcutList(Shortcuts shortcuts) {
    this.shortcuts = shortcuts;
    getStyleClass().addAll("card", "shortcut-list");
    var title = new Label(Wording.text("shortcuts.title"));
    title.getStyleClass().add("heading");
    HBox.setHgrow(field, Priority.ALWAYS);
    resetAll.setMinWidth(USE_PREF_SIZE);
    resetAll.setOnAction(_ -> {
      listen(Optional.empty());
      shortcuts.resetAll();
    });
    var head = new HBox(field, resetAll);
    head.getStyleClass().add("form-buttons");
    field.textProperty().addListener((_, _, _) -> filter());
    for (Shortcuts.Row row : shortcuts.rows()) {
      var shown = new ShortcutRow(shortcuts, row.id(), now -> listen(Optional.of(now)));
      rows.put(row.id(), shown);
      list.getChildren().add(shown);
    }
    getChildren().setAll(title, Forms.caption(Wording.text("keys.about")), head, list);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// Shows the keys as they are now.
  void update() {
    shortcuts
        .rows()
        .forEach(
            row -> Optional.ofNullable(rows.get(row.id())).ifPresent(shown -> shown.show(row)));
    resetAll.setDisable(!shortcuts.isAnyChanged());
  }

  void focus() {
    field.requestFocus();
  }

  /// Takes the next keys for one of the rows, or for none any more.
  private void listen(Optional<ShortcutRow> row) {
    listening.ifPresent(ShortcutRow::rest);
    listening = row;
  }

  private void onKey(KeyEvent event) {
    if (listening.isEmpty() || event.getCode().isModifierKey()) {
      return;
    }
    ShortcutRow row = listening.get();
    boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
    if (alone && event.getCode() == KeyCode.TAB) {
      listen(Optional.empty());
      return;
    }
    event.consume();
    if (alone && event.getCode() == KeyCode.ESCAPE) {
      listen(Optional.empty());
    } else if (alone && event.getCode() == KeyCode.BACK_SPACE) {
      listen(Optional.empty());
      shortcuts.clear(row.id());
    } else if (!row.press(Keys.of(event))) {
      listening = Optional.empty(); // It may ask something now, which is to be seen.
    }
  }

  private void filter() {
    List<String> words =
        Stream.of(field.getText().toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    rows.values().forEach(row -> Forms.show(row, row.matches(words)));
  }
}
