package dev.headroom.console.view.edit;

import dev.headroom.console.view.control.FactRows;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.viewmodel.Fact;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Merge;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What somebody else has changed meanwhile, field by field: how it was, mine and theirs, and which
/// to take. For the UI thread only.
final class MergeList extends VBox {
  private final ChangeSet changes;
  private List<Merge> shown = List.of();

  MergeList(ChangeSet changes) {
    this.changes = changes;
    getStyleClass().add("form-section");
    Forms.show(this, false);
  }

  /// Shows what is to be chosen now.
  void update() {
    if (changes.merges().equals(shown)) {
      return;
    }
    shown = changes.merges();
    getChildren().setAll(Forms.caption(Wording.text("merge.about")));
    shown.forEach(merge -> getChildren().add(row(merge)));
    var settle = new Button(Wording.text("merge.settle"));
    settle.getStyleClass().add("primary");
    settle.setOnAction(_ -> changes.settle());
    getChildren().add(settle);
    Forms.show(this, !shown.isEmpty());
  }

  private static Node row(Merge merge) {
    var name = new Label(merge.subject().name());
    name.getStyleClass().add("heading");
    var row = new VBox(name);
    row.getStyleClass().add("change");
    List<Merge.Clash> clashes = merge.clashes();
    for (int at = 0; at < clashes.size(); at++) {
      int index = at;
      Merge.Clash clash = clashes.get(at);
      var versions = new FactRows();
      versions.show(
          List.of(
              new Fact(Wording.text("merge.base"), clash.base()),
              new Fact(Wording.text("merge.mine"), clash.mine()),
              new Fact(Wording.text("merge.theirs"), clash.theirs())));
      var choice =
          new Segments(
              clash.name(),
              List.of(Wording.text("merge.take.mine"), Wording.text("merge.take.theirs")),
              chosen -> merge.choose(index, chosen == 1));
      choice.choose(merge.takesTheirs(at) ? 1 : 0);
      row.getChildren().addAll(Forms.caption(clash.name()), versions, choice);
    }
    return row;
  }
}
