package dev.headroom.console.view.bulk;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many scopes are marked, and what is done with them; takes no room while none are and nothing
/// is looked for. For the UI thread only.
public final class MarkLine extends VBox {
  private final MarkedScopes marks;
  private final ScopeTree tree;
  private final Label count = new Label();
  private final Button change;
  private final Hyperlink clear = new Hyperlink(Wording.text("marks.clear"));
  private final Hyperlink matches = new Hyperlink(Wording.text("marks.matches"));
  private final Label problem = Forms.caption("");
  private final HBox line;

  /// @param changeMany is told that the marked scopes shall be changed
  /// @param hints by which keys something is done
  public MarkLine(MarkedScopes marks, ScopeTree tree, Runnable changeMany, KeyHints hints) {
    this.marks = marks;
    this.tree = tree;
    count.getStyleClass().add("heading");
    change =
        hints.described(
            new Button(Wording.text("marks.change")),
            Wording.text("marks.change.long"),
            "changeMany");
    change.getStyleClass().add("small");
    change.setOnAction(_ -> changeMany.run());
    Icons.described(clear, Wording.text("marks.clear.long"));
    clear.setOnAction(_ -> {
      clear.setVisited(false);
      marks.clear();
    });
    Icons.described(matches, Wording.text("marks.matches.long"));
    matches.setOnAction(_ -> {
      if (marks.isUnderway()) {
        marks.cancel();
      } else {
        marks.markMatches();
      }
    });
    problem.getStyleClass().add("problem");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    line = new HBox(count, change, clear, spacer, matches);
    line.getStyleClass().add("mark-line");
    getChildren().setAll(line, problem);
    marks.listen(this::update);
    update();
  }

  /// Shows how things stand now.
  public void update() {
    boolean any = marks.size() > 0;
    boolean underway = marks.isUnderway();
    boolean found = tree.hasMatches();
    count.setText(
        underway
            ? Wording.text("marks.underway", marks.progress()).strip()
            : Wording.text("marks.count", Figures.whole(marks.size())));
    Forms.show(count, any || underway);
    Forms.show(change, any && !underway);
    Forms.show(clear, any && !underway);
    matches.setText(Wording.text(underway ? "marks.stop" : "marks.matches"));
    Forms.show(matches, underway || found);
    problem.setText(marks.problem());
    Forms.show(problem, !marks.problem().isEmpty());
    Forms.show(line, any || underway || found);
  }
}
