package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says below a list how far back it reaches and why no further, and looks further back. Takes no
/// room where there is nothing to say. For the UI thread only.
public final class ListEnd extends HBox {
  private final Label text = new Label();
  private final Button earlier = new Button();

  /// @param lookBack looks further back
  public ListEnd(Runnable lookBack) {
    getStyleClass().add("list-end");
    text.getStyleClass().add("caption");
    text.setMinWidth(0);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    earlier.getStyleClass().add("small");
    earlier.setMinWidth(USE_PREF_SIZE);
    earlier.setTooltip(new Tooltip(Wording.text("events.earlier.says")));
    earlier.setOnAction(_ -> lookBack.run());
    getChildren().setAll(text, earlier);
    show("", "");
  }

  /// Shows how things stand now.
  ///
  /// @param end how far back is listed; empty where there is nothing to say
  /// @param lookBack what looking further back is called; empty where that cannot be done
  public void show(String end, String lookBack) {
    text.setText(end);
    earlier.setText(lookBack);
    Forms.show(earlier, !lookBack.isEmpty());
    Forms.show(this, !end.isEmpty());
  }
}
