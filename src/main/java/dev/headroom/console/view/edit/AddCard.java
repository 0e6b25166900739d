package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.FormField;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Draft;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.Typed;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Asks what is to be added to a scope: a limit of a type and period, or a pool. For the UI thread
/// only.
final class AddCard extends VBox {
  private final Editing editing;
  private final String address;
  private final Consumer<Draft> next;
  private final ComboBox<String> type = choice(Editing.types(), "add.type");
  private final ComboBox<String> period = choice(Editing.periods(), "fact.window");
  private final Node windows;
  private final FormField name;
  private final Segments kind;
  private final Button go = new Button(Wording.text("add.next"));
  private final Label whyNot = Forms.caption("");
  private String poolName = "";

  /// @param address of the scope
  /// @param next is told what was chosen
  AddCard(Editing editing, String address, Consumer<Draft> next) {
    this.editing = editing;
    this.address = address;
    this.next = next;
    kind =
        new Segments(
            Wording.text("add.kind"),
            List.of(Wording.text("add.limit"), Wording.text("add.pool")),
            _ -> update());
    name =
        FormField.line(
            Wording.text("add.name"),
            "",
            text -> {
              poolName = text.strip();
              update();
            },
            () -> "");
    name.input()
        .setOnKeyPressed(event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
            go.fire();
          }
        });
    windows = field("fact.window", period);
    go.getStyleClass().add("primary");
    go.setOnAction(_ -> go());
    getChildren()
        .setAll(new Label(address), kind, field("add.type", type), windows, name, go, whyNot);
    update();
  }

  private void go() {
    draft().meaning().ifPresent(next);
  }

  private Typed<Draft> draft() {
    int chosen = type.getSelectionModel().getSelectedIndex();
    return isPool()
        ? editing.pool(address, poolName, chosen)
        : new Typed.Right<>(
            editing.limit(address, chosen, period.getSelectionModel().getSelectedIndex()));
  }

  private boolean isPool() {
    return kind.chosen() == 1;
  }

  private void update() {
    Forms.show(name, isPool());
    Forms.show(windows, !isPool());
    Forms.enable(go, whyNot, draft().problem());
  }

  private static ComboBox<String> choice(List<String> choices, String key) {
    var box = new ComboBox<String>();
    box.getItems().setAll(choices);
    box.getSelectionModel().select(0);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(Wording.text(key));
    return box;
  }

  private static Node field(String key, ComboBox<String> choice) {
    var field = new VBox(Forms.caption(Wording.text(key)), choice);
    field.getStyleClass().add("form-field");
    return field;
  }
}
