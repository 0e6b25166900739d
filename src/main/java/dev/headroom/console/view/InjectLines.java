package dev.headroom.console.view;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.InjectModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The disturbances under way, each with a way to end it; without any it takes no room. For the UI
/// thread only.
final class InjectLines extends FlowPane {
  private final InjectModel model;
  private final Consumer<String> visit;
  private List<Integer> shown = List.of();

  /// @param visit is told which scope is to be shown
  InjectLines(InjectModel model, Consumer<String> visit) {
    this.model = model;
    this.visit = visit;
    getStyleClass().add("inject-lines");
    setVisible(false);
    setManaged(false);
  }

  /// Shows those that are under way now. A line stays the same as long as its disturbance does, so
  /// that nothing moves under the pointer.
  void update() {
    List<InjectModel.Line> lines = model.underway();
    List<Integer> numbers = lines.stream().map(InjectModel.Line::number).toList();
    if (!numbers.equals(shown)) {
      shown = numbers;
      getChildren().setAll(lines.stream().map(this::part).toList());
      setVisible(!lines.isEmpty());
      setManaged(!lines.isEmpty());
    }
    for (int at = 0; at < lines.size(); at++) {
      ((Part) getChildren().get(at)).text.setText(lines.get(at).text());
    }
  }

  private Part part(InjectModel.Line line) {
    var text = new Hyperlink(line.text(), Icons.icon("inject"));
    text.setOnAction(_ -> visit.accept(line.address()));
    var end = new Button(Wording.text("inject.end"));
    end.setAccessibleText(Wording.text("inject.end.accessible", line.text()));
    end.setOnAction(_ -> model.end(line.number()));
    return new Part(text, end);
  }

  /// One disturbance.
  private static final class Part extends HBox {
    private final Hyperlink text;

    Part(Hyperlink text, Button end) {
      super(text, end);
      this.text = text;
      getStyleClass().add("inject-part");
    }
  }
}
