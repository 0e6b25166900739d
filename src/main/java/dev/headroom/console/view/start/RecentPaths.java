package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was opened before: each is opened again by its row, or taken off the list. For the UI
/// thread only.
final class RecentPaths extends VBox {
  private final Label heading = new Label(Wording.text("start.before"));
  private final VBox rows = new VBox();
  private final Consumer<Path> open;
  private final Consumer<Path> forget;
  private final String forgetText;
  private List<Path> shown = List.of();

  /// @param forgetText what taking one off the list does not do
  RecentPaths(Consumer<Path> open, Consumer<Path> forget, String forgetText) {
    this.open = open;
    this.forget = forget;
    this.forgetText = forgetText;
    heading.getStyleClass().addAll("caption-title", "start-before");
    getStyleClass().add("start-recent-paths");
    getChildren().setAll(heading, rows);
    Forms.show(this, false);
  }

  /// Shows those that are remembered now.
  void show(List<Path> paths) {
    Forms.show(this, !paths.isEmpty());
    if (!paths.equals(shown)) {
      shown = paths;
      rows.getChildren().setAll(paths.stream().map(this::row).toList());
    }
  }

  private Node row(Path path) {
    Path last = Optional.ofNullable(path.getFileName()).orElse(path);
    var name = new Label(last.toString());
    name.getStyleClass().add("heading");
    var where = new Label(path.toString());
    where.getStyleClass().add("caption");
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    var button = new Button("", new VBox(name, where));
    button.getStyleClass().addAll("quiet", "start-row");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.setAccessibleText(Wording.text("start.again", path.toString()));
    button.setOnAction(_ -> open.accept(path));
    HBox.setHgrow(button, Priority.ALWAYS);
    Button off = Icons.button("close", forgetText);
    off.getStyleClass().add("quiet");
    off.setOnAction(_ -> forget.accept(path));
    var row = new HBox(button, off);
    row.getStyleClass().add("start-line");
    return row;
  }
}
