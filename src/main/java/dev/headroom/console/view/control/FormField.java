package dev.headroom.console.view.control;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// A field with its name above and, while it is typed, what is wrong with it below. For the UI
/// thread only.
public final class FormField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int LINES = 3;

  private final TextInputControl input;
  private final Label problem = Forms.caption("");
  private final Supplier<String> check;

  private FormField(
      String name, TextInputControl input, Consumer<String> typed, Supplier<String> check) {
    this.input = input;
    this.check = check;
    var label = new Label(name);
    label.getStyleClass().add("caption");
    label.setLabelFor(input);
    label.setWrapText(true);
    input.setAccessibleText(name);
    input.textProperty().addListener((_, _, text) -> typed.accept(text));
    problem.getStyleClass().add("problem");
    getStyleClass().add("form-field");
    getChildren().setAll(label, input, problem);
    update();
  }

  /// A field of one line.
  ///
  /// @param typed is told each time something is typed
  /// @param check what is wrong now; empty where nothing is
  public static FormField line(
      String name, String text, Consumer<String> typed, Supplier<String> check) {
    return new FormField(name, new TextField(text), typed, check);
  }

  /// A field of one line that nobody else shall read.
  public static FormField secret(String name, Consumer<String> typed, Supplier<String> check) {
    return new FormField(name, new PasswordField(), typed, check);
  }

  /// A field of a few lines.
  public static FormField lines(
      String name, String text, Consumer<String> typed, Supplier<String> check) {
    var area = new TextArea(text);
    area.setPrefRowCount(LINES);
    area.setWrapText(true); // A drawer is narrow, and what lies beyond its edge is not read.
    return new FormField(name, area, typed, check);
  }

  /// What is typed into.
  public TextInputControl input() {
    return input;
  }

  /// Shows what is wrong now.
  public void update() {
    String now = check.get();
    problem.setText(now);
    input.setAccessibleHelp(now);
    Forms.show(problem, !now.isEmpty());
    input.pseudoClassStateChanged(WRONG, !now.isEmpty());
  }
}
