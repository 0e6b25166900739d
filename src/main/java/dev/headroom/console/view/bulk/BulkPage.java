package dev.headroom.console.view.bulk;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.PageHead;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.bulk.BulkEdit;
import dev.headroom.console.viewmodel.bulk.BulkPlan;
import dev.headroom.console.viewmodel.bulk.BulkRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page on which many limits are changed at once: which scopes, what is done, and what would
/// become of each limit. For the UI thread only.
public final class BulkPage extends VBox {
  private final BulkEdit bulk;
  private final Runnable close;
  private final Runnable staged;
  private final Segments which;
  private final Label query = Forms.caption("");
  private final BulkFields fields;
  private final Label summary = Forms.caption("");
  private final Hyperlink stop = new Hyperlink(Wording.text("bulk.cancel"));
  private final KeyedTable<BulkRow> table;
  private final Button stage = new Button();
  private final Button unlock = new Button(Wording.text("lock.unlock"));
  private final Label whyNot = Forms.caption("");

  /// @param close is told that the page is done with
  /// @param staged is told when all of it was put into the change set
  public BulkPage(BulkEdit bulk, Palette palette, Runnable close, Runnable staged) {
    this.bulk = bulk;
    this.close = close;
    this.staged = staged;
    table = table(palette);
    which =
        new Segments(
            Wording.text("bulk.which"),
            List.of(
                Wording.text("bulk.which.marked", Figures.whole(bulk.markedCount())),
                Wording.text("bulk.which.query")),
            index -> bulk.setByQuery(index == 1));
    which.choose(bulk.isByQuery() ? 1 : 0);
    fields = new BulkFields(bulk);
    stop.setOnAction(_ -> bulk.cancel());
    stage.getStyleClass().add("primary");
    stage.setOnAction(_ -> stage());
    stage.setMinWidth(USE_PREF_SIZE);
    unlock.setMinWidth(USE_PREF_SIZE);
    unlock.setOnAction(_ -> bulk.unlock());
    getStyleClass().addAll("scope-pane", "bulk-page");
    getChildren()
        .setAll(
            new PageHead(Wording.text("bulk.title"), Wording.text("bulk.close"), close),
            choices(),
            preview(),
            buttons());
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
        event.consume();
      }
    });
    bulk.listen(this::update);
    bulk.lookUp();
  }

  /// Puts the cursor to where the number is typed.
  public void focusNumber() {
    fields.focusNumber();
  }

  /// Shows how things stand now.
  public void update() {
    boolean byQuery = bulk.isByQuery();
    query.setText(bulk.query().isEmpty() ? Wording.text("bulk.query.none") : bulk.query());
    Forms.show(query, byQuery);
    fields.update();
    summary.setText(bulk.summary());
    summary.getStyleClass().removeAll("problem");
    if (bulk.isTooMany()) {
      summary.getStyleClass().add("problem");
    }
    Forms.show(stop, bulk.isBusy());
    BulkPlan plan = bulk.plan();
    table.show(plan.rows(), bulk.isBusy() ? bulk.summary() : Wording.text("bulk.none"));
    table.node().getColumns().get(1).setVisible(bulk.chosen() <= 0);
    stage.setText(
        plan.changed() == 1
            ? Wording.text("bulk.stage.one")
            : Wording.text("bulk.stage", Figures.whole(plan.changed())));
    Forms.show(unlock, !bulk.isUnlocked());
    Forms.enable(stage, whyNot, bulk.whyNotStage());
  }

  private VBox choices() {
    Button again = Icons.button("again", Wording.text("bulk.again"));
    again.getStyleClass().add("quiet");
    again.setOnAction(_ -> bulk.lookUp());
    var scopes = new HBox(which, query, again);
    scopes.getStyleClass().add("form-buttons");
    query.getStyleClass().add("bulk-query");
    var card = new VBox(scopes, fields);
    card.getStyleClass().addAll("card", "form-fields");
    return card;
  }

  private VBox preview() {
    var title = new Label(Wording.text("bulk.preview"));
    title.getStyleClass().add("caption-title");
    var head = new HBox(title, summary, stop);
    head.getStyleClass().add("bulk-summary");
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    var card = new VBox(head, table.node());
    card.getStyleClass().addAll("card", "bulk-preview");
    card.setMinHeight(160);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private HBox buttons() {
    var line = new HBox(stage, unlock, whyNot);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  private void stage() {
    if (bulk.whyNotStage().isEmpty()) {
      bulk.stage();
      close.run();
      staged.run();
    }
  }

  private static KeyedTable<BulkRow> table(Palette palette) {
    return new KeyedTable<BulkRow>("bulk.preview", row -> List.of(row.scope(), row.key()))
        .column("column.scope", 150, BulkRow::address)
        .quiet("column.limit", 136, BulkRow::limit)
        .column("column.now", 108, BulkRow::beforeText, BulkRow::beforeExact)
        .column("column.new", 112, BulkRow::afterText, BulkRow::afterExact)
        .quiet("column.inUse", 104, BulkRow::usedText)
        .level("column.note", 110, palette, BulkRow::level, BulkRow::note);
  }
}
