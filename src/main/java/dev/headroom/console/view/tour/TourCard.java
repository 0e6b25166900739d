package dev.headroom.console.view.tour;

import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is said about one part of the window. For the UI thread only.
final class TourCard extends VBox {
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label place = new Label();
  private final Button next = new Button();
  private final Button back = new Button(Wording.text("tour.back"));

  TourCard(Runnable onward, Runnable backward, Runnable skipped) {
    getStyleClass().addAll("card", "tour-card");
    setAccessibleRole(AccessibleRole.TEXT);
    title.getStyleClass().add("heading");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    place.getStyleClass().add("caption");
    place.setMinWidth(USE_PREF_SIZE);
    next.getStyleClass().add("primary");
    next.setDefaultButton(true);
    next.setOnAction(_ -> onward.run());
    back.setOnAction(_ -> backward.run());
    var skip = new Button(Wording.text("tour.skip"));
    skip.getStyleClass().add("quiet");
    skip.setOnAction(_ -> skipped.run());
    for (Button button : List.of(next, back, skip)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    var line = new HBox(place, spacer, skip, back, next);
    line.getStyleClass().add("form-buttons");
    getChildren().setAll(title, text, line);
  }

  void show(Tour.Step step, int at) {
    int all = Tour.Step.values().length;
    title.setText(Wording.text("tour.title." + step.name()));
    text.setText(Wording.text("tour.text." + step.name()));
    place.setText(Wording.text("tour.place", at + 1, all));
    next.setText(Wording.text(at + 1 == all ? "tour.done" : "tour.next"));
    back.setDisable(at == 0);
    setAccessibleText(title.getText() + ". " + text.getText());
    next.setAccessibleText(next.getText() + ". " + getAccessibleText());
  }

  void focusNext() {
    next.requestFocus();
  }
}
