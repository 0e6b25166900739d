package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.FormField;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.PricePlot;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Draft;
import dev.headroom.console.viewmodel.edit.EditLock;
import dev.headroom.console.viewmodel.edit.LimitForm;
import dev.headroom.console.viewmodel.edit.PoolForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The form of one limit or pool, with what is in use of it beside the number. For the UI thread
/// only.
public final class DraftCard extends VBox {
  private static final LimitForm.Edge[] EDGES = LimitForm.Edge.values();

  private final Draft draft;
  private final EditLock lock;
  private final Runnable staged;
  private final Label name = new Label();
  private final Label usage = Forms.caption("");
  private final Label outlook = Forms.caption("");
  private final PricePlot price = new PricePlot();
  private final VBox fields = new VBox();
  private final List<FormField> checked = new ArrayList<>();
  private final List<Runnable> shows = new ArrayList<>();
  private final Button stage = new Button(Wording.text("draft.stage"));
  private final Button remove = new Button(Wording.text("draft.remove"));
  private final Button unlock = new Button(Wording.text("lock.unlock"));
  private final Label whyNot = Forms.caption("");
  private boolean filled;

  /// @param staged is told when the draft was put into the change set
  public DraftCard(Draft draft, EditLock lock, Runnable staged) {
    this.draft = draft;
    this.lock = lock;
    this.staged = staged;
    name.setText(draft.subject().name());
    name.getStyleClass().add("heading");
    name.setWrapText(true);
    fields.getStyleClass().add("form-fields");
    stage.getStyleClass().add("primary");
    stage.setOnAction(_ -> stage());
    remove.setOnAction(_ -> {
      draft.stageRemoval();
      staged.run();
    });
    unlock.setOnAction(_ -> {
      lock.set(true);
      update();
      focusFirst();
    });
    var buttons = new HBox(stage, remove, unlock);
    buttons.getStyleClass().add("form-buttons");
    getChildren().setAll(new VBox(name, usage), fields, buttons, whyNot);
    draft.listen(this::update);
    draft.load();
    update();
  }

  /// Looks again how much is in use.
  public void refresh() {
    draft.refresh();
    update();
  }

  private void stage() {
    if (draft.whyNotStage().isEmpty()) {
      draft.stage();
      staged.run();
    }
  }

  private void update() {
    if (!filled) {
      draft.limitForm().ifPresent(this::fill);
      draft.poolForm().ifPresent(this::fill);
    }
    usage.setText(draft.usage());
    outlook.setText(draft.outlook());
    checked.forEach(FormField::update);
    shows.forEach(Runnable::run);
    fields.setDisable(!lock.isUnlocked());
    Forms.show(unlock, !lock.isUnlocked());
    Forms.show(stage, lock.isUnlocked());
    Forms.show(remove, lock.isUnlocked());
    Forms.enable(stage, whyNot, draft.whyNotStage());
  }

  private void fill(LimitForm form) {
    fill(form.amountField());
    if (form.canRollOver()) {
      var rollover = new CheckBox(Wording.text("field.rollover.long"));
      rollover.setSelected(form.rollover());
      rollover.setOnAction(_ -> changed(() -> form.setRollover(rollover.isSelected())));
      fields.getChildren().add(rollover);
    }
    softness(form);
    add(
        FormField.line(
            Wording.text("field.thresholds.long"),
            form.thresholds(),
            text -> changed(() -> form.setThresholds(text)),
            form::thresholdsProblem));
    choice("field.onConflict", LimitForm.strategies(), form.strategy(), form::setStrategy);
    focusFirst();
  }

  private void softness(LimitForm form) {
    var edge =
        new Segments(
            Wording.text("fact.atTheEdge"),
            Stream.of(EDGES).map(each -> Wording.text("edge." + each.name())).toList(),
            index -> changed(() -> form.setEdge(EDGES[index])));
    edge.choose(form.edge().ordinal());
    var caption = Forms.caption(Wording.text("fact.atTheEdge"));
    var box = new VBox(caption, edge);
    box.getStyleClass().add("form-field");
    fields.getChildren().add(box);
    FormField grace = field("field.grace", form.grace(), form::setGrace, form::graceProblem);
    FormField multiplier =
        field("field.multiplier", form.multiplier(), form::setMultiplier, form::multiplierProblem);
    FormField cap = field("field.cap", form.cap(), form::setCap, form::capProblem);
    shows.add(() -> {
      Forms.show(grace, form.edge() != LimitForm.Edge.HARD);
      Forms.show(multiplier, form.edge() == LimitForm.Edge.CHARGED);
      Forms.show(cap, form.edge() == LimitForm.Edge.CHARGED);
    });
  }

  private void fill(PoolForm form) {
    fill(form.capacityField());
    field("field.refill", form.refill(), form::setRefill, form::refillProblem);
    field("field.interval", form.interval(), form::setInterval, form::intervalProblem);
    field("field.cost", form.cost(), form::setCost, form::costProblem);
    if (form.canHaveSteps()) {
      add(
          FormField.lines(
              Wording.text("field.steps"),
              form.steps(),
              text -> changed(() -> form.setSteps(text)),
              form::stepsProblem));
      fields.getChildren().add(price);
      shows.add(() -> price.show(draft.price()));
    }
    choice("field.sharing", PoolForm.sharings(), form.sharing(), form::setSharing);
    add(
        FormField.lines(
            Wording.text("field.members.long"),
            form.members(),
            text -> changed(() -> form.setMembers(text)),
            form::membersProblem));
    FormField loans =
        FormField.lines(
            Wording.text("field.loans"),
            form.loans(),
            text -> changed(() -> form.setLoans(text)),
            form::loansProblem);
    add(loans);
    shows.add(() -> Forms.show(loans, form.canLend()));
    field("field.borrowing", form.borrowing(), form::setBorrowing, form::borrowingProblem);
    field("field.thresholds.long", form.thresholds(), form::setThresholds, form::thresholdsProblem);
    choice("field.onConflict", LimitForm.strategies(), form.strategy(), form::setStrategy);
    focusFirst();
  }

  /// The number that matters most, with what it would leave.
  private void fill(dev.headroom.console.viewmodel.edit.AmountField amount) {
    filled = true;
    FormField field = field(amount.name(), amount.text(), amount.setter(), amount.problem());
    field
        .input()
        .setOnKeyPressed(event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
            stage();
            event.consume();
          }
        });
    fields.getChildren().add(outlook);
  }

  private FormField field(
      String key, String text, Consumer<String> typed, Supplier<String> problem) {
    FormField field =
        FormField.line(Wording.text(key), text, now -> changed(() -> typed.accept(now)), problem);
    add(field);
    return field;
  }

  private void choice(String key, List<String> choices, int chosen, IntConsumer told) {
    var box = new ComboBox<String>();
    box.getItems().setAll(choices);
    box.getSelectionModel().select(chosen);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(Wording.text(key));
    box.setOnAction(_ -> changed(() -> told.accept(box.getSelectionModel().getSelectedIndex())));
    Node caption = Forms.caption(Wording.text(key));
    var field = new VBox(caption, box);
    field.getStyleClass().add("form-field");
    fields.getChildren().add(field);
  }

  private void add(FormField field) {
    checked.add(field);
    fields.getChildren().add(field);
  }

  private void changed(Runnable change) {
    change.run();
    update();
  }

  private void focusFirst() {
    if (lock.isUnlocked() && !checked.isEmpty()) {
      checked.getFirst().input().requestFocus();
      checked.getFirst().input().selectAll();
    }
  }
}
