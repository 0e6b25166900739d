package dev.headroom.console.view.bulk;

import dev.headroom.console.view.control.FormField;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.bulk.BulkEdit;
import dev.headroom.console.viewmodel.bulk.BulkForm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is done to which limits: one choice each, and the number that belongs to it. For the UI
/// thread only.
final class BulkFields extends VBox {
  private static final List<BulkForm.Deed> DEEDS = List.of(BulkForm.Deed.values());

  private final BulkEdit bulk;
  private final ComboBox<String> limits = new ComboBox<>();
  private final Map<BulkForm.Deed, FormField> fields = new EnumMap<>(BulkForm.Deed.class);
  private final CheckBox alsoNew = new CheckBox(Wording.text("bulk.alsoNew"));
  private final Label rule = Forms.caption("");
  private boolean showing;

  BulkFields(BulkEdit bulk) {
    this.bulk = bulk;
    BulkForm form = bulk.form();
    limits.setAccessibleText(Wording.text("bulk.key.label"));
    limits.setVisibleRowCount(14);
    limits.setOnAction(_ -> {
      if (!showing) {
        bulk.choose(limits.getSelectionModel().getSelectedIndex());
      }
    });
    var deeds =
        new Segments(
            Wording.text("bulk.deed"),
            DEEDS.stream().map(deed -> Wording.text("bulk.deed." + deed.name())).toList(),
            index -> change(() -> form.setDeed(DEEDS.get(index))));
    deeds.choose(DEEDS.indexOf(form.deed()));
    add(BulkForm.Deed.SET, "bulk.amount", form.amount(), form::setAmount);
    add(BulkForm.Deed.SCALE, "bulk.factor", form.factor(), form::setFactor);
    add(BulkForm.Deed.ADD, "bulk.difference", form.difference(), form::setDifference);
    add(BulkForm.Deed.COPY, "bulk.source", form.source(), form::setSource);
    alsoNew.setOnAction(_ -> change(() -> form.setAlsoNew(alsoNew.isSelected())));
    var limitField = new VBox(Forms.caption(Wording.text("bulk.key.label")), limits);
    limitField.getStyleClass().add("form-field");
    var deedField = new VBox(Forms.caption(Wording.text("bulk.deed")), deeds);
    deedField.getStyleClass().add("form-field");
    var choices = new FlowPane(limitField, deedField);
    choices.getStyleClass().add("bulk-choices");
    var numbers = new HBox();
    numbers.getStyleClass().add("bulk-numbers");
    numbers.getChildren().addAll(fields.values());
    getStyleClass().add("form-fields");
    getChildren().setAll(choices, numbers, alsoNew, rule);
    update();
  }

  /// Shows what can be chosen now, and what is wrong.
  void update() {
    showing = true;
    if (!limits.getItems().equals(bulk.choices())) {
      limits.getItems().setAll(bulk.choices());
    }
    if (limits.getSelectionModel().getSelectedIndex() != bulk.chosen()) {
      limits.getSelectionModel().select(bulk.chosen());
    }
    showing = false;
    BulkForm.Deed deed = bulk.form().deed();
    fields.forEach((of, field) -> {
      Forms.show(field, of == deed);
      field.update();
    });
    Forms.show(alsoNew, deed == BulkForm.Deed.SET);
    rule.setText(bulk.form().rule());
  }

  /// Puts the cursor to where the number is typed.
  void focusNumber() {
    Stream.ofNullable(fields.get(bulk.form().deed()))
        .forEach(field -> {
          field.input().requestFocus();
          field.input().selectAll();
        });
  }

  private void add(BulkForm.Deed deed, String name, String text, Consumer<String> typed) {
    fields.put(
        deed,
        FormField.line(
            Wording.text(name),
            text,
            now -> change(() -> typed.accept(now)),
            () -> bulk.form().deed() == deed ? bulk.typedProblem() : ""));
  }

  private void change(Runnable edit) {
    edit.run();
    bulk.changed();
  }
}
