package dev.headroom.console.view.action;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Attempt;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What came of an action; takes no room before there was one. For the UI thread only.
public final class AttemptLine extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final Attempt attempt;
  private final Label text = new Label();
  private final Button again = new Button(Wording.text("attempt.again"));
  private final Button takeBack = new Button(Wording.text("attempt.takeBack"));

  /// @param attempt whose result is shown
  public AttemptLine(Attempt attempt) {
    this.attempt = attempt;
    getStyleClass().add("attempt-line");
    text.setWrapText(true);
    text.setAccessibleRole(AccessibleRole.TEXT);
    again.setOnAction(_ -> attempt.again());
    takeBack.setOnAction(_ -> attempt.takeBack());
    getChildren().setAll(text, again, takeBack);
    update();
  }

  /// Shows what there is to say now.
  public void update() {
    Attempt.State state = attempt.state();
    text.setText(attempt.text());
    boolean unanswered = state == Attempt.State.UNANSWERED;
    Forms.show(again, unanswered);
    Forms.show(takeBack, attempt.canBeTakenBack());
    pseudoClassStateChanged(FAILED, unanswered || state == Attempt.State.REFUSED);
    pseudoClassStateChanged(DONE, state == Attempt.State.DONE);
    setManaged(state != Attempt.State.IDLE);
    setVisible(state != Attempt.State.IDLE);
  }
}
