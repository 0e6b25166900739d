package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.LevelMark;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Effect;
import dev.headroom.console.viewmodel.edit.HindsightReading;
import dev.headroom.console.viewmodel.edit.SpanTrial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the staged changes would have done to the time just past: buttons for how far back, then
/// how far it is, then figures before and after, scope by scope, and what nobody can know. For the
/// UI thread only.
final class ReplaySection extends VBox {
  private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

  private final SpanTrial trial;
  private final Palette palette;
  private final Map<SpanTrial.Span, Button> spans = new EnumMap<>(SpanTrial.Span.class);
  private final Label text = Forms.caption("");
  private final ProgressBar progress = new ProgressBar();
  private final Hyperlink cancel = new Hyperlink(Wording.text("replay.cancel"));
  private final GridPane figures = new GridPane();
  private final VBox scopes = new VBox();
  private final VBox notes = new VBox();

  ReplaySection(SpanTrial trial, Palette palette) {
    this.trial = trial;
    this.palette = palette;
    var buttons = new HBox();
    buttons.getStyleClass().add("form-buttons");
    for (SpanTrial.Span span : SpanTrial.Span.values()) {
      var button = new Button(span.text());
      button.setAccessibleText(Wording.text("replay.ask", span.text()));
      button.setOnAction(_ -> trial.ask(span));
      spans.put(span, button);
      buttons.getChildren().add(button);
    }
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(Wording.text("replay.underway"));
    cancel.setOnAction(_ -> trial.cancel());
    figures.getStyleClass().add("hindsight");
    figures.getColumnConstraints().setAll(column(Priority.ALWAYS, HPos.LEFT), right(), right());
    scopes.getStyleClass().add("fact-rows");
    notes.getStyleClass().add("fact-rows");
    getStyleClass().add("replay-section");
    VBox section =
        Forms.section(
            Wording.text("replay.title"), buttons, text, progress, cancel, figures, scopes, notes);
    getChildren().setAll(section);
    update();
  }

  private static ColumnConstraints right() {
    return column(Priority.NEVER, HPos.RIGHT);
  }

  private static ColumnConstraints column(Priority grow, HPos at) {
    var column = new ColumnConstraints();
    column.setHgrow(grow);
    column.setHalignment(at);
    return column;
  }

  /// Shows what is known now.
  void update() {
    spans.forEach((span, button) ->
        button.pseudoClassStateChanged(CHOSEN, trial.asked().filter(span::equals).isPresent()));
    text.setText(trial.text());
    Forms.show(text, !trial.text().isEmpty());
    progress.setProgress(trial.part());
    Forms.show(progress, trial.isUnderway());
    Forms.show(cancel, trial.isUnderway());
    Optional<HindsightReading> reading = trial.reading();
    figures.getChildren().clear();
    reading.ifPresent(this::showFigures);
    Forms.show(figures, reading.isPresent());
    scopes.getChildren().setAll(reading.map(this::scopes).orElse(List.of()));
    Forms.show(scopes, !scopes.getChildren().isEmpty());
    notes.getChildren().setAll(reading.map(ReplaySection::notes).orElse(List.of()));
    Forms.show(notes, !notes.getChildren().isEmpty());
  }

  private void showFigures(HindsightReading reading) {
    figures.addRow(
        0, head(""), head(Wording.text("replay.before")), head(Wording.text("replay.after")));
    int at = 1;
    for (HindsightReading.Row row : reading.rows()) {
      var after = new Label(row.after());
      after.getStyleClass().add("hindsight-after");
      after.pseudoClassStateChanged(BETTER, row.level() == HindsightReading.Verdict.BETTER);
      after.pseudoClassStateChanged(WORSE, row.level() == HindsightReading.Verdict.WORSE);
      after.setAccessibleText(Wording.text("replay.figure", row.name(), row.before(), row.after()));
      var name = new Label(row.name());
      figures.addRow(at++, name, new Label(row.before()), after);
    }
  }

  private static Label head(String text) {
    return Forms.caption(text);
  }

  private List<Node> scopes(HindsightReading reading) {
    return reading.scopes().stream().<Node>map(this::line).toList();
  }

  private Label line(Effect effect) {
    var mark = new LevelMark(palette);
    mark.show(effect.level());
    var label = new Label(effect.text(), mark);
    label.setWrapText(true);
    label.getStyleClass().addAll("issue", LevelTones.styleClass(effect.level()));
    return label;
  }

  private static List<Node> notes(HindsightReading reading) {
    return reading.notes().stream().<Node>map(Forms::caption).toList();
  }
}
