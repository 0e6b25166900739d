package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What came of a choice: how far opening is, or why it cannot be, and what to do then. Takes no
/// room where there is nothing to say. For the UI thread only.
final class StartOutcome extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Label title = new Label();
  private final Label detail = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button confirm = new Button();
  private final Button end = new Button();

  StartOutcome(StartModel model) {
    getStyleClass().addAll("card", "start-outcome");
    title.getStyleClass().add("heading");
    detail.setWrapText(true);
    progress.setMaxWidth(Double.MAX_VALUE);
    confirm.getStyleClass().add("primary");
    confirm.setOnAction(_ -> model.confirm());
    confirm.setMinWidth(USE_PREF_SIZE);
    end.setMinWidth(USE_PREF_SIZE);
    end.setOnAction(_ -> {
      model.cancel();
      model.dismiss();
    });
    setAccessibleRole(AccessibleRole.TEXT);
    var words = new VBox(title, progress, detail);
    words.getStyleClass().add("start-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, confirm, end);
  }

  /// Shows how it stands.
  void show(StartModel.State state) {
    boolean quiet = state instanceof StartModel.State.Choosing;
    set(this, !quiet);
    switch (state) {
      case StartModel.State.Choosing _ -> {}
      case StartModel.State.Opening(_, double share, String text) -> {
        progress.setProgress(share);
        say(Wording.text("start.opening.title"), text);
        end.setText(Wording.text("start.cancel"));
      }
      case StartModel.State.Unusable(_, Places.Trouble trouble, String what, String why) -> {
        say(what, why);
        set(confirm, trouble.canBeConfirmed());
        confirm.setText(Wording.text("start.confirm"));
        end.setText(Wording.text("notice.dismiss"));
      }
    }
    boolean wrong = state instanceof StartModel.State.Unusable;
    set(progress, !wrong);
    if (!wrong) {
      set(confirm, false);
    }
    pseudoClassStateChanged(WRONG, wrong);
  }

  private void say(String what, String why) {
    title.setText(what);
    detail.setText(why);
    setAccessibleText(what + ". " + why);
  }

  private static void set(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
