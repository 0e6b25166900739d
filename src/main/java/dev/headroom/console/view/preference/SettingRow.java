package dev.headroom.console.view.preference;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.PreferenceModel;
import dev.headroom.console.viewmodel.Setting;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting: what it is called, what it does, and what can be chosen. For the UI thread only.
final class SettingRow extends HBox {
  private static final int SEGMENTS_MAX = 3;
  private static final double WORDS_WIDTH_MIN = 180;

  private final PreferenceModel preferences;
  private final Setting<?> setting;
  private final Node control;
  private final IntConsumer show;

  SettingRow(PreferenceModel preferences, Setting<?> setting) {
    this.preferences = preferences;
    this.setting = setting;
    getStyleClass().add("setting-row");
    var name = new Label(setting.name());
    name.getStyleClass().add("heading");
    var words = new VBox(name, Forms.caption(setting.about()));
    words.setMinWidth(WORDS_WIDTH_MIN);
    HBox.setHgrow(words, Priority.ALWAYS);
    List<String> choices = setting.words();
    if (choices.size() <= SEGMENTS_MAX) {
      var segments =
          new Segments(setting.name(), choices, index -> preferences.choose(setting, index));
      control = segments;
      show = segments::choose;
    } else {
      ComboBox<String> box = box(choices);
      control = box;
      show = index -> box.getSelectionModel().select(index);
    }
    getChildren().setAll(words, control);
  }

  private ComboBox<String> box(List<String> choices) {
    var box = new ComboBox<String>();
    box.getItems().setAll(choices);
    box.setAccessibleText(setting.name());
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(_ -> {
      int chosen = box.getSelectionModel().getSelectedIndex();
      if (chosen >= 0 && chosen != setting.chosen(preferences.now())) {
        preferences.choose(setting, chosen);
      }
    });
    return box;
  }

  /// Shows what is chosen now.
  void update() {
    show.accept(setting.chosen(preferences.now()));
  }

  void focus() {
    if (control instanceof Segments segments) {
      segments.focusChosen();
    } else {
      control.requestFocus();
    }
  }
}
