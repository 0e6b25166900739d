package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Performance;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How the window performs, above everything else, while F12 is on. For the UI thread only.
final class PerformancePane extends VBox {
  private final Performance performance;
  private final GridPane figures = new GridPane();
  private final Label copied = new Label();
  private Optional<Desk> desk = Optional.empty();

  PerformancePane(Performance performance) {
    this.performance = performance;
    getStyleClass().addAll("card", "performance");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var title = new Label(Wording.text("f12.title"));
    title.getStyleClass().add("heading");
    figures.getStyleClass().add("performance-figures");
    var copy = new Button(Wording.text("f12.copy"));
    copy.setOnAction(_ -> copy());
    copied.getStyleClass().add("caption");
    var line = new HBox(copy, copied);
    line.getStyleClass().add("start-line");
    getChildren().addAll(title, figures, line);
    setVisible(false);
  }

  /// Shows itself, or no longer.
  void toggle() {
    setVisible(!isVisible());
    copied.setText("");
    desk.ifPresent(this::update);
  }

  /// Shows the newest figures, while it is on show.
  void update(Desk now) {
    desk = Optional.of(now);
    if (!isVisible()) {
      return;
    }
    List<Fact> facts = performance.facts(now);
    while (figures.getRowCount() < facts.size()) {
      var name = new Label();
      name.getStyleClass().add("caption");
      figures.addRow(figures.getRowCount(), name, new Label());
    }
    for (int row = 0; row < facts.size(); row++) {
      set(2 * row, facts.get(row).name());
      set(2 * row + 1, facts.get(row).value());
    }
  }

  private void set(int index, String text) {
    Label label = (Label) figures.getChildren().get(index);
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }

  private void copy() {
    String program =
        "Headroom "
            + Objects.requireNonNullElse(
                PerformancePane.class.getPackage().getImplementationVersion(), "");
    desk.ifPresent(shown -> {
      var content = new ClipboardContent();
      content.putString(performance.diagnostics(shown, program.strip()));
      Clipboard.getSystemClipboard().setContent(content);
      copied.setText(Wording.text("f12.copied"));
    });
  }
}
