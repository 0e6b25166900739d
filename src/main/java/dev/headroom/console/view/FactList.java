package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Fact;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Facts as small pairs of name and value, two abreast where there is room; a long one has a line
/// of its own. Labels are kept, and set only where a value has changed. For the UI thread only.
final class FactList extends FlowPane {
  private static final double WIDTH_MIN = 140;
  private static final double GAP = 12;

  private List<Fact> shown = List.of();

  FactList() {
    getStyleClass().add("facts");
    setHgap(GAP);
    setMinWidth(0);
    widthProperty().subscribe(_ -> getChildren().forEach(pair -> ((Pair) pair).requestLayout()));
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

  private final class Pair extends HBox {
    private final Label name = new Label();
    private final Label value = new Label();

    Pair() {
      getStyleClass().add("fact");
      name.getStyleClass().addAll("caption", "faint");
      name.setMinWidth(USE_PREF_SIZE);
      value.getStyleClass().add("fact-value");
      value.setMinWidth(0);
      getChildren().addAll(name, value);
    }

    @Override
    protected double computePrefWidth(double height) {
      double own = super.computePrefWidth(height);
      double whole = FactList.this.getWidth();
      double half = Math.floor((whole - GAP) / 2);
      return half >= WIDTH_MIN && own <= half ? half : Math.max(WIDTH_MIN, whole);
    }

    void show(Fact fact) {
      name.setText(fact.name());
      value.setText(fact.value());
    }
  }
}
