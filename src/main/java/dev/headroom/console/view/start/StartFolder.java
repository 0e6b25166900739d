package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import javafx.scene.control.Button;
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
  private final RecentPaths recent;

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
    recent =
        new RecentPaths(
            folder -> model.open(new Place.Folder(folder, false)),
            model::forget,
            Wording.text("start.folder.forget"));
    VBox.setVgrow(recent, Priority.ALWAYS);
    getChildren().addAll(line, open, recent);
    update();
  }

  /// Shows the folders that are remembered now.
  void update() {
    recent.show(model.folders());
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
