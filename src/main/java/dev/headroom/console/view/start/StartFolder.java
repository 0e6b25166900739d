package dev.headroom.console.view.start;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// The way into a data folder: one that is named, or one of those that were opened before. For the
/// UI thread only.
final class StartFolder extends StartWay {
  private final StartModel model;
  private final TextField path = new TextField();
  private final Label before = new Label(Wording.text("start.folder.before"));
  private final VBox recent = new VBox();
  private List<Path> shown = List.of();

  StartFolder(StartModel model) {
    super("start.folder", "folder");
    this.model = model;
    path.setPromptText(Wording.text("start.folder.prompt"));
    path.setAccessibleText(Wording.text("start.folder.path"));
    path.setOnAction(_ -> open());
    HBox.setHgrow(path, Priority.ALWAYS);
    var browse = new Button(Wording.text("start.folder.browse"));
    browse.setOnAction(_ -> browse());
    browse.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(path, browse);
    line.getStyleClass().add("start-line");
    var open = new Button(Wording.text("start.folder.open"));
    open.getStyleClass().add("primary");
    open.setOnAction(_ -> open());
    open.disableProperty().bind(path.textProperty().map(String::isBlank));
    before.getStyleClass().addAll("caption-title", "start-before");
    recent.getStyleClass().add("start-recent");
    VBox.setVgrow(recent, Priority.ALWAYS);
    getChildren().addAll(line, open, before, recent);
    update();
  }

  /// Shows the folders that are remembered now.
  void update() {
    List<Path> folders = model.folders();
    before.setVisible(!folders.isEmpty());
    if (!folders.equals(shown)) {
      shown = folders;
      recent.getChildren().setAll(folders.stream().map(this::row).toList());
    }
  }

  private Node row(Path folder) {
    Path last = Optional.ofNullable(folder.getFileName()).orElse(folder);
    var name = new Label(last.toString());
    name.getStyleClass().add("heading");
    var where = new Label(folder.toString());
    where.getStyleClass().add("caption");
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    var open = new Button("", new VBox(name, where));
    open.getStyleClass().addAll("quiet", "start-row");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setMinWidth(0);
    open.setAccessibleText(Wording.text("start.folder.again", folder.toString()));
    open.setOnAction(_ -> model.open(new Place.Folder(folder, false)));
    HBox.setHgrow(open, Priority.ALWAYS);
    Button forget = Icons.button("close", Wording.text("start.folder.forget"));
    forget.getStyleClass().add("quiet");
    forget.setOnAction(_ -> model.forget(folder));
    var row = new HBox(open, forget);
    row.getStyleClass().add("start-line");
    return row;
  }

  private void open() {
    if (!path.getText().isBlank()) {
      model.openFolder(path.getText());
    }
  }

  private void browse() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Wording.text("start.folder.choose"));
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      path.setText(chosen.toString());
      open();
    }
  }
}
