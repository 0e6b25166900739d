package dev.headroom.console.view.action;

import dev.headroom.console.view.control.FactRows;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Remedy;
import dev.headroom.console.viewmodel.action.WaitCase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One request that waits: what stands before it, and what can be decided about it. For the UI
/// thread only.
public final class WaitCard extends VBox {
  private static final Remedy.Kind[] KINDS = Remedy.Kind.values();

  private final WaitCase subject;
  private final Label sentence = new Label();
  private final FactRows facts = new FactRows();
  private final FactRows holders = new FactRows();
  private final VBox holding;
  private final VBox deciding;
  private final FactRows decisions = new FactRows();
  private final VBox decided;
  private final Segments kinds;
  private final ComboBox<String> variants = new ComboBox<>();
  private final Label preview = Forms.caption("");
  private final TextField reason = Forms.field(Wording.text("action.reason"));
  private final Button decide = new Button();
  private final Label whyNot = Forms.caption("");
  private final AttemptLine result;

  /// @param visit is told the address of a scope to go to
  public WaitCard(WaitCase subject, Consumer<String> visit) {
    this.subject = subject;
    var scope = new Hyperlink(subject.address());
    scope.setOnAction(_ -> visit.accept(subject.address()));
    sentence.setWrapText(true);
    kinds =
        new Segments(
            Wording.text("remedy.title"),
            Stream.of(KINDS).map(kind -> Wording.text("remedy.kind." + kind.name())).toList(),
            _ -> choose());
    result = new AttemptLine(subject.attempt());
    holding = Forms.section(Wording.text("wait.holders"), holders);
    decided = Forms.section(Wording.text("wait.decided"), decisions);
    deciding = deciding();
    getChildren().setAll(scope, sentence, facts, holding, deciding, result, decided);
    subject.listen(this::update);
    subject.refresh();
    update();
  }

  private VBox deciding() {
    variants.setMaxWidth(Double.MAX_VALUE);
    variants.setAccessibleText(Wording.text("remedy.variant"));
    variants.getSelectionModel().selectedIndexProperty().addListener(_ -> update());
    reason.textProperty().addListener(_ -> update());
    decide.getStyleClass().add("primary");
    decide.setOnAction(_ -> remedy().ifPresent(chosen -> subject.decide(chosen, reason.getText())));
    reason.setOnAction(_ -> decide.fire());
    return Forms.section(
        Wording.text("remedy.title"), kinds, variants, preview, reason, decide, whyNot);
  }

  private void choose() {
    List<String> names = offered().stream().map(Remedy::name).toList();
    if (!names.equals(variants.getItems())) {
      variants.getItems().setAll(names);
      variants.getSelectionModel().select(0);
    }
    update();
  }

  private List<Remedy> offered() {
    return subject.remedies().stream()
        .filter(remedy -> remedy.kind() == KINDS[kinds.chosen()])
        .toList();
  }

  private Optional<Remedy> remedy() {
    List<Remedy> offered = offered();
    int index = Math.max(0, variants.getSelectionModel().getSelectedIndex());
    return index < offered.size() ? Optional.of(offered.get(index)) : Optional.empty();
  }

  private void update() {
    sentence.setText(subject.sentence());
    facts.show(subject.facts());
    holders.show(subject.holders());
    Forms.show(holding, !subject.holders().isEmpty());
    decisions.show(subject.decisions());
    Forms.show(decided, !subject.decisions().isEmpty());
    Forms.show(variants, kinds.chosen() >= Remedy.Kind.PRIORITY.ordinal());
    Optional<Remedy> chosen = remedy();
    Forms.show(deciding, chosen.isPresent());
    preview.setText(chosen.map(Remedy::preview).orElse(""));
    decide.setText(
        chosen
            .map(remedy -> Wording.text("remedy.act." + remedy.kind().name(), remedy.name()))
            .orElse(Wording.text("remedy.title")));
    Forms.enable(decide, whyNot, whyNot(chosen.isPresent()));
    result.update();
  }

  private String whyNot(boolean available) {
    if (subject.attempt().state() == Attempt.State.UNDERWAY) {
      return Wording.text("attempt.underway");
    }
    if (!available) {
      return Wording.text("remedy.none");
    }
    if (!subject.whyNot().isEmpty()) {
      return subject.whyNot();
    }
    return reason.getText().isBlank() ? Wording.text("action.reason.missing") : "";
  }
}
