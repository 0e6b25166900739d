package dev.headroom.console.view.action;

import dev.headroom.console.view.control.FactRows;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.LevelMark;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.AlertCase;
import dev.headroom.console.viewmodel.action.Attempt;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One alert or flood, and what can be done about it. For the UI thread only.
final class AlertCard extends VBox {
  private final AlertCase subject;
  private final TextField note = Forms.field(Wording.text("acknowledge.note"));
  private final Button acknowledge = new Button(Wording.text("acknowledge"));
  private final Label whyNotAcknowledge = Forms.caption("");
  private final ComboBox<String> reach = new ComboBox<>();
  private final Segments life;
  private final Label preview = Forms.caption("");
  private final TextField reason = Forms.field(Wording.text("action.reason"));
  private final Button shelve = new Button(Wording.text("shelve"));
  private final Button unshelve = new Button(Wording.text("unshelve"));
  private final Label whyNotShelve = Forms.caption("");
  private final AttemptLine result;

  /// @param visit is told the address of a scope to go to
  AlertCard(AlertCase subject, Palette palette, Consumer<String> visit) {
    this.subject = subject;
    life = new Segments(Wording.text("shelve.life"), subject.lives(), _ -> {});
    result = new AttemptLine(subject.attempt());
    var facts = new FactRows();
    facts.show(subject.facts());
    getChildren().setAll(title(palette, visit), facts, acknowledging(), shelving(), result);
    subject.listen(this::update);
    subject.preview(0);
    update();
  }

  /// Puts the cursor to where an acknowledgement is noted.
  void focusAcknowledge() {
    note.requestFocus();
  }

  /// Puts the cursor to where shelving is reasoned.
  void focusShelve() {
    reason.requestFocus();
  }

  private Node title(Palette palette, Consumer<String> visit) {
    var mark = new LevelMark(palette);
    mark.show(subject.line().level());
    var severity = new Label(subject.line().severity(), mark);
    severity.getStyleClass().add(LevelTones.styleClass(subject.line().level()));
    var what = new Label(subject.line().constraint());
    what.getStyleClass().add("heading");
    what.setWrapText(true);
    var scope = new Hyperlink(subject.line().address());
    scope.setOnAction(_ -> visit.accept(subject.line().address()));
    return new VBox(severity, what, scope);
  }

  private Node acknowledging() {
    acknowledge.getStyleClass().add("primary");
    acknowledge.setOnAction(_ -> subject.acknowledge(note.getText()));
    note.setOnAction(_ -> subject.acknowledge(note.getText()));
    note.textProperty().subscribe(_ -> update());
    String text = subject.needsNote() ? "acknowledge.note.needed" : "acknowledge.note.optional";
    return Forms.section(
        Wording.text("acknowledge"),
        Forms.caption(Wording.text(text)),
        note,
        acknowledge,
        whyNotAcknowledge);
  }

  private Node shelving() {
    reach.getItems().setAll(subject.reaches());
    reach.getSelectionModel().select(0);
    reach.setMaxWidth(Double.MAX_VALUE);
    reach.setAccessibleText(Wording.text("shelve.reach"));
    reach
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> subject.preview(index.intValue()));
    reason.textProperty().subscribe(_ -> update());
    shelve.setOnAction(_ -> subject.shelve(chosenReach(), life.chosen(), reason.getText()));
    unshelve.setOnAction(_ -> subject.unshelve(chosenReach(), reason.getText()));
    reason.setOnAction(_ -> (subject.isShelved() ? unshelve : shelve).fire());
    Forms.show(life, !subject.isShelved());
    Forms.show(shelve, !subject.isShelved());
    Forms.show(preview, !subject.isShelved());
    Forms.show(unshelve, subject.isShelved());
    return Forms.section(
        Wording.text(subject.isShelved() ? "unshelve" : "shelve"),
        reach,
        life,
        preview,
        reason,
        shelve,
        unshelve,
        whyNotShelve);
  }

  private int chosenReach() {
    return reach.getSelectionModel().getSelectedIndex();
  }

  private void update() {
    boolean done = subject.attempt().state() == Attempt.State.DONE;
    String over = done ? Wording.text("action.over") : "";
    boolean unnoted = subject.needsNote() && note.getText().isBlank();
    String whyNot = first(over, subject.whyNotAcknowledge());
    Forms.enable(
        acknowledge,
        whyNotAcknowledge,
        first(whyNot, unnoted ? Wording.text("acknowledge.note.missing") : ""));
    String unreasoned = reason.getText().isBlank() ? Wording.text("action.reason.missing") : "";
    String locked = subject.isShelved() ? subject.whyNotUnshelve() : subject.whyNotShelve();
    Forms.enable(
        subject.isShelved() ? unshelve : shelve,
        whyNotShelve,
        first(first(over, locked), unreasoned));
    preview.setText(subject.preview());
    result.update();
  }

  private static String first(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
