package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/// The way into a data folder: one that is named, or one of those that were opened before. For the
/// UI thread only.
final class StartFolder extends StartWay {
  private final StartModel model;
  private final RecentPaths recent;

  StartFolder(StartModel model) {
    super("start.folder", "folder");
    this.model = model;
    var form = new PathForm("start.folder", StartFolder::choose, model::openFolder);
    recent =
        new RecentPaths(
            folder -> model.open(new Place.Folder(folder, false)),
            model::forget,
            Wording.text("start.folder.forget"));
    VBox.setVgrow(recent, Priority.ALWAYS);
    getChildren().addAll(form.parts());
    getChildren().add(recent);
    update();
  }

  /// Shows the folders that are remembered now.
  void update() {
    recent.show(model.folders());
  }

  private static Optional<File> choose(Window window) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(Wording.text("start.folder.choose"));
    return Optional.ofNullable(chooser.showDialog(window));
  }
}
