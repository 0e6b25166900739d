package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The way to a recording. For the UI thread only.
final class StartRecording extends StartWay {
  private final StartModel model;
  private final RecentPaths recent;

  StartRecording(StartModel model) {
    super("start.recording", "past");
    getStyleClass().add("start-recording");
    this.model = model;
    var form = new PathForm("start.recording", StartRecording::choose, model::openRecording);
    recent =
        new RecentPaths(
            file -> model.open(new Place.Recording(file)),
            model::forgetRecording,
            Wording.text("start.recording.forget"));
    getChildren().addAll(form.parts());
    getChildren().add(recent);
    update();
  }

  /// Shows the recordings that are remembered now.
  void update() {
    recent.show(model.recentRecordings());
  }

  private static Optional<File> choose(Window window) {
    var chooser = new FileChooser();
    chooser.setTitle(Wording.text("start.recording.choose"));
    String kind = Wording.text("start.recording.kind");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(kind, StartModel.recordings()));
    return Optional.ofNullable(chooser.showOpenDialog(window));
  }
}
