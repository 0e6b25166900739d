package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Fact;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Facts as small pairs of name and value that flow into the room there is. Labels are kept, and
/// set only where a value has changed. For the UI thread only.
final class FactList extends FlowPane {
  private static final double WIDTH = 168;

  private List<Fact> shown = List.of();

  FactList() {
    getStyleClass().add("facts");
  }

  /// Shows these facts.
  void show(List<Fact> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = facts;
    while (getChildren().size() < facts.size()) {
      getChildren().add(new Pair());
    }
    getChildren().remove(facts.size(), getChildren().size());
    for (int at = 0; at < facts.size(); at++) {
      ((Pair) getChildren().get(at)).show(facts.get(at));
    }
  }

  private static final class Pair extends VBox {
    private final Label name = new Label();
    private final Label value = new Label();

    Pair() {
      name.getStyleClass().addAll("caption", "faint");
      value.getStyleClass().add("fact-value");
      setPrefWidth(WIDTH);
      getChildren().addAll(name, value);
    }

    void show(Fact fact) {
      name.setText(fact.name());
      value.setText(fact.value());
    }
  }
}
