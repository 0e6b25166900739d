package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.AttachForm;
import dev.headroom.console.viewmodel.AttachModel;
import dev.headroom.console.viewmodel.StartModel;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The form of a connection, and beside it how far each step on the way came. For the UI thread
/// only.
final class AttachPage extends HBox {
  private final StartModel start;
  private final AttachModel model;
  private final AttachSteps steps;
  private Optional<AttachFields> fields = Optional.empty();
  private Optional<AttachForm> shown = Optional.empty();

  AttachPage(StartModel start) {
    this.start = start;
    this.model = start.attach();
    steps = new AttachSteps(model);
    getStyleClass().add("start-ways");
  }

  /// Shows how things stand.
  void update() {
    if (!shown.equals(Optional.of(model.form()))) {
      shown = Optional.of(model.form());
      var made = new AttachFields(start);
      HBox.setHgrow(made, Priority.ALWAYS);
      HBox.setHgrow(steps, Priority.ALWAYS);
      fields = Optional.of(made);
      getChildren().setAll(made, steps);
      made.focusFirst();
    }
    fields.ifPresent(AttachFields::update);
    steps.update();
  }
}
