package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.Wording;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for a name in one line, and goes away with Escape. For the UI thread only.
final class NameLine extends VBox {
  private final TextField field = Forms.field(Wording.text("views.name"));
  private final Button save = new Button(Wording.text("views.name.save"));
  private final Label problem = Forms.caption("");
  private final Function<String, String> whyNot;
  private Consumer<String> named = _ -> {};

  /// @param whyNot why a name will not do; empty where it will
  NameLine(Function<String, String> whyNot) {
    this.whyNot = whyNot;
    problem.getStyleClass().add("problem");
    HBox.setHgrow(field, Priority.ALWAYS);
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(_ -> save());
    field.setOnAction(_ -> save());
    field.textProperty().subscribe(_ -> check());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        Forms.show(this, false);
        event.consume();
      }
    });
    var line = new HBox(field, save);
    line.getStyleClass().add("mark-line");
    getChildren().setAll(line, problem);
    Forms.show(this, false);
  }

  /// Asks.
  ///
  /// @param before what is there at first
  /// @param told is told the name
  void ask(String before, Consumer<String> told) {
    named = told;
    field.setText(before);
    check();
    Forms.show(this, true);
    field.requestFocus();
    field.selectAll();
  }

  private void check() {
    String why = field.getText().isEmpty() ? "" : whyNot.apply(field.getText());
    problem.setText(why);
    Forms.show(problem, !why.isEmpty());
    save.setDisable(!whyNot.apply(field.getText()).isEmpty());
  }

  private void save() {
    if (!save.isDisabled()) {
      Forms.show(this, false);
      named.accept(field.getText());
    }
  }
}
