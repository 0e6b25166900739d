package dev.headroom.console.view.suggestion;

import dev.headroom.console.view.control.Abreast;
import dev.headroom.console.view.control.FactRows;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.suggestion.SuggestionModel;
import dev.headroom.console.viewmodel.suggestion.SuggestionReading;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One suggestion: what it says at the left, what was seen at the right, and what can be done about
/// it below. For the UI thread only.
final class SuggestionCard extends VBox {
  private static final double GAP = 24;

  /// Below this width the evidence lies below what is said.
  private static final double ABREAST_WIDTH_MIN = 540;

  private static final double SAYS_SHARE = 0.65;

  private final SuggestionModel model;
  private final SuggestionReading reading;
  private final Button stage = new Button(Wording.text("draft.stage"));
  private final Button dismiss = new Button(Wording.text("suggestion.dismiss"));
  private final Button confirm = new Button(Wording.text("suggestion.dismiss.confirm"));
  private final TextField reason = Forms.field(Wording.text("suggestion.reason"));
  private final Label whyNot = Forms.caption("");
  private boolean dismissing;

  /// @param goTo is told the address of a scope to be shown
  /// @param staged is told when the suggestion was staged
  SuggestionCard(
      SuggestionModel model,
      SuggestionReading reading,
      Palette palette,
      Consumer<String> goTo,
      Runnable staged) {
    this.model = model;
    this.reading = reading;
    getStyleClass().addAll("card", "suggestion-card");
    setAccessibleText(reading.title() + ": " + reading.scope() + ". " + reading.what());
    stage.setOnAction(_ -> model.stage(reading.id(), staged));
    dismiss.setOnAction(_ -> ask());
    confirm.setOnAction(_ -> model.dismiss(reading.id(), reason.getText()));
    reason.textProperty().subscribe(_ -> update());
    reason.setOnAction(_ -> confirm.fire());
    HBox.setHgrow(reason, Priority.ALWAYS);
    var says = new VBox(head(goTo), what(), gain(palette));
    says.getStyleClass().add("suggestion-says");
    if (!reading.how().isEmpty()) {
      says.getChildren().add(Forms.caption(reading.how()));
    }
    says.setMinWidth(0);
    var body =
        new Abreast(GAP, ABREAST_WIDTH_MIN, List.of(says, evidence()), SAYS_SHARE, 1 - SAYS_SHARE);
    getChildren().setAll(body, reading.isDismissed() ? dismissed() : buttons(), whyNot);
    update();
  }

  private Node head(Consumer<String> goTo) {
    var title = new Label(reading.title());
    title.getStyleClass().add("heading");
    var scope = new Hyperlink(reading.scope());
    scope.setAccessibleText(Wording.text("suggestion.goTo", reading.address()));
    scope.setOnAction(_ -> goTo.accept(reading.address()));
    var line = new FlowPane(title, scope); // It wraps where there is little room.
    title.setWrapText(true);
    line.widthProperty()
        .subscribe(width -> {
          if (width.doubleValue() > 0) {
            title.setMaxWidth(width.doubleValue());
          }
        });
    line.getStyleClass().add("suggestion-head");
    return line;
  }

  private Node what() {
    var what = new Label(reading.what());
    what.setWrapText(true);
    what.getStyleClass().add("suggestion-what");
    return what;
  }

  private Node gain(Palette palette) {
    var text = new Label(reading.gain());
    text.setWrapText(true);
    var bar = new GainBar(palette, reading.kept());
    bar.setAccessibleText(reading.gain());
    var chips = new HBox(chip(reading.risk()), chip(reading.confidence()));
    chips.getStyleClass().add("suggestion-chips");
    var gain = new VBox(text, bar, chips);
    gain.getStyleClass().add("suggestion-gain");
    return gain;
  }

  private static Label chip(String text) {
    var chip = new Label(text);
    chip.getStyleClass().add("chip");
    chip.setMinWidth(USE_PREF_SIZE);
    return chip;
  }

  private Region evidence() {
    var facts = new FactRows();
    facts.show(reading.evidence());
    var title = new Label(Wording.text("suggestion.evidence"));
    title.getStyleClass().add("caption-title");
    var section = new VBox(title, facts);
    section.getStyleClass().add("suggestion-evidence");
    return section;
  }

  private Node buttons() {
    var line = new HBox();
    line.getStyleClass().add("form-buttons");
    if (reading.isConfiguration()) {
      stage.getStyleClass().add("primary");
      line.getChildren().add(stage);
    }
    line.getChildren().addAll(dismiss, reason, confirm);
    line.getChildren().forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
    return line;
  }

  private Node dismissed() {
    var again = new Button(Wording.text("suggestion.recall"));
    again.setOnAction(_ -> model.recall(reading.id()));
    again.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(again, Forms.caption(reading.dismissed()));
    line.getStyleClass().add("form-buttons");
    return line;
  }

  private void ask() {
    dismissing = !dismissing;
    update();
    if (dismissing) {
      reason.requestFocus();
    }
  }

  /// Shows what can be done now.
  void update() {
    Forms.show(reason, dismissing);
    Forms.show(confirm, dismissing);
    dismiss.setText(Wording.text(dismissing ? "suggestion.dismiss.not" : "suggestion.dismiss"));
    String locked = reading.isConfiguration() ? model.whyNotStage() : "";
    stage.setDisable(!locked.isEmpty());
    stage.setAccessibleHelp(locked);
    String missing = dismissing ? model.whyNotDismiss(reason.getText()) : "";
    confirm.setDisable(!missing.isEmpty());
    confirm.setAccessibleHelp(missing);
    whyNot.setText(missing);
    Forms.show(whyNot, !missing.isEmpty());
  }
}
