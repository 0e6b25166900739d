package dev.headroom.console.view.preference;

import dev.headroom.console.view.command.Keys;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Shortcuts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One action and its keys. While it listens, whatever is pressed next becomes its keys, unless
/// that does something else already: then it says what, and asks. For the UI thread only.
final class ShortcutRow extends VBox {
  private static final PseudoClass LISTENING = PseudoClass.getPseudoClass("listening");

  private final Shortcuts shortcuts;
  private final String id;
  private final Label group = new Label();
  private final Label name = new Label();
  private final Button keys = new Button();
  private final Button reset = Icons.button("again", "");
  private final Label said = Forms.caption("");
  private final Button take = new Button(Wording.text("keys.take"));
  private final Button leave = new Button(Wording.text("keys.leave"));
  private final HBox question = new HBox(said, take, leave);
  private String shown = "";

  /// @param listen is told that this one wants the next keys
  ShortcutRow(Shortcuts shortcuts, String id, Consumer<ShortcutRow> listen) {
    this.shortcuts = shortcuts;
    this.id = id;
    getStyleClass().add("shortcut-row");
    group.getStyleClass().addAll("kind", "hit-group");
    keys.getStyleClass().add("small");
    keys.setMinWidth(USE_PREF_SIZE);
    keys.setOnAction(_ -> {
      listen.accept(this);
      keys.pseudoClassStateChanged(LISTENING, true);
      keys.setText(Wording.text("keys.press"));
      say(Wording.text("keys.press.about"), false);
    });
    keys.focusedProperty()
        .subscribe(focused -> {
          if (!focused && !take.isVisible()) {
            rest();
          }
        });
    reset.getStyleClass().add("quiet");
    reset.setOnAction(_ -> {
      rest();
      shortcuts.reset(id);
    });
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var line = new HBox(group, name, keys, reset);
    line.getStyleClass().add("hit");
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    for (Button button : List.of(take, leave)) {
      button.getStyleClass().add("small");
      button.setMinWidth(USE_PREF_SIZE);
    }
    leave.setOnAction(_ -> rest());
    question.getStyleClass().add("form-buttons");
    getChildren().setAll(line, question);
    Forms.show(question, false);
  }

  /// Whose keys these are.
  String id() {
    return id;
  }

  /// Shows the keys as they are now.
  void show(Shortcuts.Row row) {
    shown = row.keys();
    group.setText(row.group());
    name.setText(row.name());
    Icons.described(reset, Wording.text("keys.reset.one", row.name()));
    reset.setVisible(!row.usual());
    rest();
  }

  /// Whether its name or keys contain all of some words in small letters.
  boolean matches(List<String> words) {
    String all = (group.getText() + " " + name.getText() + " " + keys.getText());
    return words.stream().allMatch(all.toLowerCase(Locale.ROOT)::contains);
  }

  /// Tries keys that were pressed.
  ///
  /// @return whether it still wants keys
  boolean press(String pressed) {
    return switch (shortcuts.press(id, pressed)) {
      case Shortcuts.Pressed.Given _ -> {
        rest();
        yield false;
      }
      case Shortcuts.Pressed.Unusable(String why) -> {
        say(why, false);
        yield true;
      }
      case Shortcuts.Pressed.Held(Shortcuts.Row by) -> {
        keys.setText(Keys.text(pressed));
        take.setOnAction(_ -> {
          rest();
          shortcuts.take(id, pressed);
        });
        say(Wording.text("keys.held", Keys.text(pressed), by.name()), true);
        take.requestFocus();
        yield false;
      }
    };
  }

  /// Wants no keys any more, and shows those it has.
  void rest() {
    keys.pseudoClassStateChanged(LISTENING, false);
    keys.setText(shown.isEmpty() ? Wording.text("keys.none") : Keys.text(shown));
    keys.setAccessibleText(
        Wording.text("keys.of", name.getText(), keys.getText(), Wording.text("keys.change")));
    Forms.show(question, false);
  }

  private void say(String text, boolean asks) {
    said.setText(text);
    Forms.show(take, asks);
    Forms.show(leave, asks);
    Forms.show(question, true);
  }
}
