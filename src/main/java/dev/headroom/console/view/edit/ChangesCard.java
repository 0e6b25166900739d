package dev.headroom.console.view.edit;

import dev.headroom.console.view.action.AttemptLine;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.LevelMark;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Applied;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Issue;
import dev.headroom.console.viewmodel.edit.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The staged changes, what they would do, and the way to apply them. For the UI thread only.
public final class ChangesCard extends VBox {
  private static final int ISSUES_MAX = 6;

  private final ChangeSet changes;
  private final Palette palette;
  private final ChangeList list;
  private final VBox issues = new VBox();
  private final MergeList merges;
  private final VBox effects = new VBox();
  private final Label trial = Forms.caption("");
  private final Hyperlink cancelTrial = new Hyperlink(Wording.text("trial.cancel"));
  private final VBox trialSection;
  private final ReplaySection replay;
  private final TextField reason = Forms.field(Wording.text("action.reason"));
  private final Label production = Forms.caption(Wording.text("changes.production"));
  private final TextField name = Forms.field(Wording.text("changes.production.name"));
  private final Button apply = new Button();
  private final Button discard = new Button(Wording.text("changes.discard"));
  private final Label whyNot = Forms.caption("");
  private final VBox applying;
  private final AttemptLine result;
  private final VBox applied = new VBox();
  private final VBox appliedSection;

  /// @param edit is told what is to be edited again
  public ChangesCard(ChangeSet changes, Palette palette, Consumer<Subject> edit) {
    this.changes = changes;
    this.palette = palette;
    list = new ChangeList(changes, edit);
    merges = new MergeList(changes);
    result = new AttemptLine(changes.attempt());
    issues.getStyleClass().add("fact-rows");
    effects.getStyleClass().add("fact-rows");
    applied.getStyleClass().add("change-list");
    cancelTrial.setOnAction(_ -> changes.cancelTrial());
    trialSection = Forms.section(Wording.text("trial.title"), effects, trial, cancelTrial);
    replay = new ReplaySection(changes.spanTrial(), palette);
    applying = applying();
    appliedSection = Forms.section(Wording.text("changes.done"), applied);
    getChildren()
        .setAll(list, issues, merges, trialSection, replay, applying, result, appliedSection);
    update();
  }

  /// Puts the cursor to where the reason is typed.
  public void focusReason() {
    reason.requestFocus();
  }

  /// Shows what is staged now.
  public void update() {
    boolean any = changes.size() > 0;
    list.update();
    showIssues();
    merges.update();
    showTrial(any);
    apply.setText(
        Wording.text(changes.size() == 1 ? "changes.apply.one" : "changes.apply", changes.size()));
    Forms.show(applying, any);
    showProduction();
    Forms.enable(apply, whyNot, changes.whyNotApply(reason.getText()));
    result.update();
    showApplied();
  }

  /// Adds what is not yet shown; the rows that are stay, since one of them may have the focus.
  private void showApplied() {
    List<Applied> all = changes.applied();
    all.stream()
        .skip(applied.getChildren().size())
        .forEach(done -> applied.getChildren().addFirst(row(done)));
    Forms.show(appliedSection, !all.isEmpty());
  }

  private void showIssues() {
    List<Issue> all = changes.issues();
    List<Node> rows = new ArrayList<>();
    all.stream()
        .limit(ISSUES_MAX)
        .forEach(
            issue -> rows.add(line(issue.blocks() ? Level.CRITICAL : Level.WARNING, issue.text())));
    if (all.size() > ISSUES_MAX) {
      rows.add(Forms.caption(Wording.text("changes.more", Figures.whole(all.size() - ISSUES_MAX))));
    }
    issues.getChildren().setAll(rows);
    Forms.show(issues, !all.isEmpty());
  }

  private void showProduction() {
    Optional<String> asked = changes.nameToType();
    Forms.show(production, asked.isPresent());
    Forms.show(name, asked.isPresent());
    asked.ifPresent(name::setPromptText);
    if (asked.isEmpty()) {
      name.clear();
    }
  }

  private void showTrial(boolean any) {
    effects
        .getChildren()
        .setAll(
            changes.effects().stream().map(effect -> line(effect.level(), effect.text())).toList());
    trial.setText(changes.trialText());
    Forms.show(trial, !changes.trialText().isEmpty());
    Forms.show(cancelTrial, changes.isTrying());
    Forms.show(trialSection, any);
    replay.update();
    Forms.show(replay, any);
  }

  private VBox applying() {
    apply.getStyleClass().add("primary");
    apply.setOnAction(_ -> apply());
    reason.setOnAction(_ -> apply());
    reason.textProperty().addListener(_ -> update());
    discard.setOnAction(_ -> changes.discard());
    production.getStyleClass().add("production-question");
    name.setOnAction(_ -> apply());
    name.textProperty()
        .addListener((_, _, typed) -> {
          changes.typeName(typed);
          update();
        });
    var buttons = new HBox(apply, discard);
    buttons.getStyleClass().add("form-buttons");
    return Forms.section(Wording.text("action.reason"), reason, production, name, buttons, whyNot);
  }

  private void apply() {
    String why = reason.getText();
    if (changes.whyNotApply(why).isEmpty()) {
      changes.apply(why);
    }
  }

  private Node row(Applied done) {
    var what = new Label(Wording.text("changes.version", done.version(), done.edits().size()));
    what.getStyleClass().add("heading");
    Label why = Forms.caption(done.reason());
    var undo = new Hyperlink(Wording.text("changes.undo"));
    undo.setAccessibleText(Wording.text("changes.undo.what", done.version()));
    undo.setOnAction(_ -> changes.undo(done));
    var row = new VBox(what, why, undo);
    row.getStyleClass().add("change");
    return row;
  }

  private Node line(Level level, String text) {
    var mark = new LevelMark(palette);
    mark.show(level);
    var label = new Label(text, mark);
    label.setWrapText(true);
    label.getStyleClass().addAll("issue", LevelTones.styleClass(level));
    return label;
  }
}
