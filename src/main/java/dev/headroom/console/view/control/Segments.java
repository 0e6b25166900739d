package dev.headroom.console.view.control;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A choice of one among a few, all of them visible. For the UI thread only.
public final class Segments extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private int chosen;

  /// The first is chosen.
  ///
  /// @param accessible what is chosen here
  /// @param texts the choices
  /// @param told is told the index of what was chosen by hand
  public Segments(String accessible, List<String> texts, IntConsumer told) {
    getStyleClass().add("segments");
    setMinWidth(USE_PREF_SIZE);
    setMaxWidth(USE_PREF_SIZE);
    for (int at = 0; at < texts.size(); at++) {
      int index = at;
      var button = new ToggleButton(texts.get(at));
      button.setAccessibleText(accessible + ": " + texts.get(at));
      button.setToggleGroup(group);
      button.setSelected(at == 0);
      button.setOnAction(_ -> {
        button.setSelected(true);
        chosen = index;
        told.accept(index);
      });
      getChildren().add(button);
    }
  }

  /// Which is chosen.
  public int chosen() {
    return chosen;
  }

  /// Puts the keyboard on what is chosen.
  public void focusChosen() {
    getChildren().get(chosen).requestFocus();
  }

  /// Chooses without telling.
  public void choose(int index) {
    chosen = index;
    group.selectToggle(group.getToggles().get(index));
  }
}
