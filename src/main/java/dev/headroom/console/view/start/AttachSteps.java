package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.AttachModel;
import dev.headroom.console.viewmodel.AttachStep;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps on the way to a server, how each went, and what to do where one fails. For the UI
/// thread only.
final class AttachSteps extends VBox {
  private final AttachModel model;
  private final List<Row> rows = new ArrayList<>();
  private final Label done = new Label(Wording.text("attach.tried"));

  AttachSteps(AttachModel model) {
    this.model = model;
    getStyleClass().addAll("card", "start-way", "attach-steps");
    setPrefWidth(480);
    setMinWidth(0);
    var title = new Label(Wording.text("attach.steps"));
    title.getStyleClass().add("caption-title");
    getChildren().add(title);
    for (AttachStep step : model.steps()) {
      rows.add(new Row(step.name()));
    }
    getChildren().addAll(rows);
    done.getStyleClass().addAll("heading", "attach-done");
    getChildren().add(done);
    update();
  }

  /// Shows how far it is.
  void update() {
    List<AttachStep> steps = model.steps();
    for (int at = 0; at < rows.size(); at++) {
      rows.get(at).show(steps.get(at));
    }
    Forms.show(done, model.isTried());
  }

  /// One step.
  private static final class Row extends HBox {
    private final StackPane sign = new StackPane();
    private final Label text = new Label();
    private final Label remedy = new Label();

    Row(String called) {
      getStyleClass().add("attach-step");
      var name = new Label(called);
      name.getStyleClass().add("heading");
      text.setWrapText(true);
      text.getStyleClass().add("step-text");
      remedy.setWrapText(true);
      remedy.getStyleClass().add("step-remedy");
      sign.getStyleClass().add("step-sign");
      var words = new VBox(name, text, remedy);
      words.getStyleClass().add("step-words");
      HBox.setHgrow(words, Priority.ALWAYS);
      setAccessibleRole(AccessibleRole.TEXT);
      getChildren().setAll(sign, words);
    }

    void show(AttachStep step) {
      text.setText(step.text());
      remedy.setText(step.remedy());
      Forms.show(remedy, !step.remedy().isEmpty());
      setAccessibleText(step.name() + ": " + step.text() + ". " + step.remedy());
      for (AttachStep.State each : AttachStep.State.values()) {
        String pseudo = each.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(pseudo), each == step.state());
      }
      sign.getChildren().setAll(sign(step.state()));
    }

    private static Region sign(AttachStep.State state) {
      return Icons.icon(
          switch (state) {
            case PENDING, UNDERWAY -> "dot";
            case GOOD -> "check";
            case CAUTION -> "production";
            case FAILED -> "close";
          });
    }
  }
}
