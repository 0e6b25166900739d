package dev.headroom.console.view.edit;

import dev.headroom.console.view.action.AttemptLine;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.LoanCase;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What a scope lends and borrows, calling it back, and a form to lend more. For the UI thread
/// only.
public final class LoanCard extends VBox {
  private final LoanCase subject;
  private final VBox loans = new VBox();
  private final VBox running;
  private final ComboBox<String> pool = choice("loan.pool");
  private final ComboBox<String> lender = choice("loan.lender");
  private final ComboBox<String> borrower = choice("loan.borrower");
  private final TextField amount = Forms.field(Wording.text("loan.amount"));
  private final TextField length = Forms.field(Wording.text("loan.for"));
  private final TextField reason = Forms.field(Wording.text("action.reason"));
  private final Label unused = Forms.caption("");
  private final Label preview = Forms.caption("");
  private final Label whyNot = Forms.caption("");
  private final Button lend = new Button(Wording.text("loan.lend"));
  private final Label byTerms = Forms.caption("");
  private final VBox lending;
  private final Label none = Forms.caption(Wording.text("loan.noPool"));
  private final AttemptLine result;
  private List<String> shown = List.of();

  /// @param subject the scope's loans
  public LoanCard(LoanCase subject) {
    this.subject = subject;
    getStyleClass().add("loan-card");
    loans.getStyleClass().add("loan-card");
    result = new AttemptLine(subject.attempt());
    running = Forms.section(Wording.text("loan.now"), loans, byTerms);
    lend.getStyleClass().add("primary");
    lend.setOnAction(_ -> subject.lend(wish()));
    lending =
        Forms.section(
            Wording.text("loan.title"),
            pool,
            lender,
            borrower,
            amount,
            unused,
            length,
            reason,
            preview,
            lend,
            whyNot);
    pool.getSelectionModel().selectedIndexProperty().subscribe(_ -> choosePool());
    lender.getSelectionModel().selectedIndexProperty().subscribe(_ -> check());
    borrower.getSelectionModel().selectedIndexProperty().subscribe(_ -> check());
    for (TextField field : List.of(amount, length, reason)) {
      field.textProperty().subscribe(_ -> check());
      field.setOnAction(_ -> lend.fire());
    }
    getChildren().setAll(running, lending, none, result);
    subject.listen(this::update);
    update();
  }

  private static ComboBox<String> choice(String key) {
    var choice = new ComboBox<String>();
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setPromptText(Wording.text(key));
    choice.setAccessibleText(Wording.text(key));
    return choice;
  }

  /// Asks anew how things stand.
  public void refresh() {
    subject.refresh();
    update();
  }

  private void update() {
    List<String> now = subject.loans();
    if (!now.equals(shown)) {
      shown = now;
      List<VBox> rows = new ArrayList<>();
      for (int index = 0; index < now.size(); index++) {
        rows.add(row(index, now.get(index)));
      }
      loans.getChildren().setAll(rows);
    }
    byTerms.setText(subject.byTerms());
    Forms.show(byTerms, !byTerms.getText().isEmpty());
    Forms.show(running, !now.isEmpty() || byTerms.isManaged());
    if (!subject.pools().equals(pool.getItems())) {
      pool.getItems().setAll(subject.pools());
      pool.getSelectionModel().select(0);
    }
    Forms.show(lending, !subject.pools().isEmpty());
    Forms.show(none, subject.isKnown() && subject.pools().isEmpty());
    check();
    result.update();
  }

  /// One loan: what it is, and below it what calls it back or hands it back, once that is wanted.
  private VBox row(int index, String sentence) {
    var says = new Label(sentence);
    says.setWrapText(true);
    var why = Forms.field(Wording.text("action.reason"));
    String end = subject.isBorrowed(index) ? "loan.return" : "loan.recall";
    var recall = new Button(Wording.text(end));
    var begin = new Button(Wording.text(end + ".begin"));
    begin.setAccessibleText(Wording.text(end + ".accessible", sentence));
    begin.getStyleClass().add("small");
    var cannot = Forms.caption("");
    var asks = new VBox(Forms.caption(subject.recallPreview(index)), why, recall, cannot);
    asks.getStyleClass().add("loan-card");
    Forms.show(asks, false);
    begin.setOnAction(_ -> {
      Forms.show(begin, false);
      Forms.show(asks, true);
      why.requestFocus();
    });
    why.textProperty().subscribe(_ -> Forms.enable(recall, cannot, whyNot(why.getText())));
    why.setOnAction(_ -> recall.fire());
    recall.setOnAction(_ -> subject.recall(index, why.getText()));
    return new VBox(says, begin, asks);
  }

  private String whyNot(String given) {
    if (!subject.whyNot().isEmpty()) {
      return subject.whyNot();
    }
    return given.isBlank() ? Wording.text("action.reason.missing") : "";
  }

  private void choosePool() {
    int chosen = pool.getSelectionModel().getSelectedIndex();
    lender.getItems().setAll(subject.members(chosen));
    borrower.getItems().setAll(subject.members(chosen));
    lender.getSelectionModel().select(subject.usualLender(chosen));
    check();
  }

  private LoanCase.Wish wish() {
    return new LoanCase.Wish(
        pool.getSelectionModel().getSelectedIndex(),
        lender.getSelectionModel().getSelectedIndex(),
        borrower.getSelectionModel().getSelectedIndex(),
        amount.getText(),
        length.getText(),
        reason.getText());
  }

  private void check() {
    LoanCase.Wish wish = wish();
    unused.setText(subject.unused(wish));
    preview.setText(subject.preview(wish));
    Forms.show(preview, !preview.getText().isEmpty());
    String problem = subject.problem(wish);
    Forms.enable(lend, whyNot, problem.isEmpty() ? whyNot(reason.getText()) : problem);
  }
}
