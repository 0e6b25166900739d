package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Names something on this machine that is to be opened: typed, or chosen. For the UI thread only.
final class PathForm {
  private final TextField path = new TextField();
  private final Button browse = new Button(Wording.text("start.folder.browse"));
  private final Button open;
  private final Consumer<String> opened;

  /// @param way which its texts are called by
  /// @param choose asks for a path; empty where none was chosen
  /// @param opened is told what is to be opened
  PathForm(String way, Function<Window, Optional<File>> choose, Consumer<String> opened) {
    this.opened = opened;
    path.setPromptText(Wording.text(way + ".prompt"));
    path.setAccessibleText(Wording.text(way + ".path"));
    path.setOnAction(_ -> open());
    HBox.setHgrow(path, Priority.ALWAYS);
    browse.setOnAction(_ -> choose.apply(browse.getScene().getWindow()).ifPresent(this::take));
    browse.setMinWidth(Region.USE_PREF_SIZE);
    open = new Button(Wording.text(way + ".open"));
    open.getStyleClass().add("primary");
    open.setOnAction(_ -> open());
    open.disableProperty().bind(path.textProperty().map(String::isBlank));
  }

  /// What it is made of, from top to bottom.
  List<Node> parts() {
    var line = new HBox(path, browse);
    line.getStyleClass().add("start-line");
    return List.of(line, open);
  }

  private void take(File chosen) {
    path.setText(chosen.toString());
    open();
  }

  private void open() {
    if (!path.getText().isBlank()) {
      opened.accept(path.getText());
    }
  }
}
