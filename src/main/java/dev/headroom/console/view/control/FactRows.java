package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Fact;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Facts below each other, the name at the left, the value at the right, as long as it is. Rows are
/// kept, and set only where something has changed. For the UI thread only.
public final class FactRows extends VBox {
  private List<Fact> shown = List.of();

  /// Rows of nothing yet.
  public FactRows() {
    getStyleClass().add("fact-rows");
  }

  /// Shows these facts.
  public void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = facts;
    while (getChildren().size() < facts.size()) {
      getChildren().add(new Row());
    }
    getChildren().remove(facts.size(), getChildren().size());
    for (int at = 0; at < facts.size(); at++) {
      ((Row) getChildren().get(at)).show(facts.get(at));
    }
  }

  private static final class Row extends HBox {
    private final Label name = new Label();
    private final Label value = new Label();

    Row() {
      getStyleClass().add("fact-row");
      name.getStyleClass().addAll("caption", "fact-name");
      value.getStyleClass().add("fact-value");
      name.setWrapText(true);
      value.setWrapText(true);
      HBox.setHgrow(value, Priority.ALWAYS);
      getChildren().addAll(name, value);
    }

    void show(Fact fact) {
      name.setText(fact.name());
      value.setText(fact.value());
    }
  }
}
