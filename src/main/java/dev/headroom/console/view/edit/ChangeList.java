package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Batch;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The staged changes, old and new: those that were staged together as one, which can be opened.
/// Never more rows than people read. For the UI thread only.
final class ChangeList extends VBox {
  private static final int ROWS_MAX = 40;
  private static final int SAMPLES_MAX = 3;

  private final ChangeSet changes;
  private final Consumer<Subject> edit;
  private final Set<Batch> opened = new HashSet<>();
  private List<Edit> shown = List.of();
  private boolean empty;
  private boolean staging;

  /// @param edit is told what is to be edited again
  ChangeList(ChangeSet changes, Consumer<Subject> edit) {
    this.changes = changes;
    this.edit = edit;
    getStyleClass().add("change-list");
  }

  /// Shows what is staged now.
  void update() {
    List<Edit> edits = changes.edits();
    boolean none = edits.isEmpty() && changes.merges().isEmpty();
    if (!edits.equals(shown) || none != empty || changes.isStaging() != staging) {
      shown = edits;
      empty = none;
      staging = changes.isStaging();
      rebuild();
    }
  }

  private void rebuild() {
    List<Node> rows = new ArrayList<>();
    if (staging) {
      rows.add(Forms.caption(Wording.text("changes.staging")));
    } else if (empty) {
      rows.add(Forms.caption(Wording.text("changes.empty")));
    }
    List<Edit> single = new ArrayList<>();
    Map<Batch, List<Edit>> batches = new LinkedHashMap<>();
    for (Edit each : shown) {
      Optional<Batch> batch = changes.batch(each.subject());
      batch
          .map(known -> batches.computeIfAbsent(known, _ -> new ArrayList<>()))
          .orElse(single)
          .add(each);
    }
    batches.forEach((batch, edits) -> rows.add(row(batch, edits)));
    rows.addAll(rows(single));
    getChildren().setAll(rows);
  }

  private List<Node> rows(List<Edit> edits) {
    List<Node> rows = new ArrayList<>();
    edits.stream().limit(ROWS_MAX).forEach(each -> rows.add(row(each)));
    if (edits.size() > ROWS_MAX) {
      rows.add(more(edits.size() - ROWS_MAX));
    }
    return rows;
  }

  private Node row(Batch batch, List<Edit> edits) {
    var name = new Label(batch.name());
    name.getStyleClass().add("heading");
    name.setWrapText(true);
    String size = edits.size() == 1 ? "changes.batch.one" : "changes.batch";
    var row = new VBox(name, Forms.caption(Wording.text(size, count(edits.size()))));
    row.getStyleClass().addAll("change", "batch");
    boolean open = opened.contains(batch);
    if (open) {
      row.getChildren().addAll(rows(edits));
    } else {
      edits.stream().limit(SAMPLES_MAX).forEach(each -> row.getChildren().add(sample(each)));
      if (edits.size() > SAMPLES_MAX) {
        row.getChildren().add(more(edits.size() - SAMPLES_MAX));
      }
    }
    var toggle = new Hyperlink(Wording.text(open ? "changes.batch.hide" : "changes.batch.show"));
    toggle.setOnAction(_ -> {
      if (!opened.remove(batch)) {
        opened.add(batch);
      }
      rebuild();
    });
    var revert = new Hyperlink(Wording.text("changes.batch.revert"));
    revert.setAccessibleText(Wording.text("changes.batch.revert.what", batch.name()));
    revert.setOnAction(_ -> changes.revert(batch));
    row.getChildren().add(links(toggle, revert));
    return row;
  }

  private Node row(Edit each) {
    var name = new Label(each.subject().name());
    name.getStyleClass().add("heading");
    name.setWrapText(true);
    var row = new VBox(name);
    row.getStyleClass().add("change");
    for (Edit.FieldChange change : each.changes()) {
      row.getChildren().add(difference(change.field(), change));
    }
    var again = new Hyperlink(Wording.text("changes.edit"));
    again.setOnAction(_ -> edit.accept(each.subject()));
    again.setAccessibleText(Wording.text("changes.edit.what", each.subject().name()));
    var revert = new Hyperlink(Wording.text("changes.revert"));
    revert.setOnAction(_ -> changes.revert(each.subject()));
    revert.setAccessibleText(Wording.text("changes.revert.what", each.subject().name()));
    boolean hasForm = !(each.subject() instanceof Subject.OfSettings);
    row.getChildren().add(hasForm ? links(again, revert) : links(revert));
    return row;
  }

  private static Node sample(Edit each) {
    var scope = new Label(each.subject().name());
    scope.getStyleClass().add("caption");
    scope.setWrapText(true);
    var row = new VBox(scope);
    each.changes().stream().limit(1).forEach(change -> row.getChildren().add(line(change)));
    return row;
  }

  private static Node difference(String name, Edit.FieldChange change) {
    var field = new Label(name);
    field.getStyleClass().addAll("caption", "fact-name");
    var before = new Label(change.before());
    before.getStyleClass().add("before");
    before.setWrapText(true);
    var after = new Label("→ " + change.after());
    after.getStyleClass().add("after");
    after.setWrapText(true);
    var row = new HBox(field, new VBox(before, after));
    row.getStyleClass().add("fact-row");
    return row;
  }

  private static Node line(Edit.FieldChange change) {
    var before = new Label(change.before());
    before.getStyleClass().add("before");
    var after = new Label("→ " + change.after());
    after.getStyleClass().add("after");
    return links(before, after);
  }

  private static Node links(Node... links) {
    var line = new HBox(links);
    line.getStyleClass().add("form-buttons");
    return line;
  }

  private static Node more(int rest) {
    return Forms.caption(Wording.text("changes.more", count(rest)));
  }

  private static String count(int count) {
    return Figures.whole(count);
  }
}
