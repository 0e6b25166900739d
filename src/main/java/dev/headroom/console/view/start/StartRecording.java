package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/// The way to a recording. For the UI thread only.
final class StartRecording extends StartWay {
  private final StartModel model;
  private final TextField path = new TextField();
  private final RecentPaths recent;

  StartRecording(StartModel model) {
    super("start.recording", "past");
    getStyleClass().add("start-recording");
    this.model = model;
    path.setPromptText(Wording.text("start.recording.prompt"));
    path.setAccessibleText(Wording.text("start.recording.path"));
    path.setOnAction(_ -> open());
    HBox.setHgrow(path, Priority.ALWAYS);
    var browse = new Button(Wording.text("start.folder.browse"));
    browse.setOnAction(_ -> browse());
    browse.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(path, browse);
    line.getStyleClass().add("start-line");
    var open = new Button(Wording.text("start.recording.open"));
    open.getStyleClass().add("primary");
    open.setOnAction(_ -> open());
    open.disableProperty().bind(path.textProperty().map(String::isBlank));
    recent =
        new RecentPaths(
            file -> model.open(new Place.Recording(file)),
            model::forgetRecording,
            Wording.text("start.recording.forget"));
    getChildren().addAll(line, open, recent);
    update();
  }

  /// Shows the recordings that are remembered now.
  void update() {
    recent.show(model.recentRecordings());
  }

  private void open() {
    if (!path.getText().isBlank()) {
      model.openRecording(path.getText());
    }
  }

  private void browse() {
    var chooser = new FileChooser();
    chooser.setTitle(Wording.text("start.recording.choose"));
    String kind = Wording.text("start.recording.kind");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(kind, StartModel.recordings()));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      path.setText(chosen.toString());
      open();
    }
  }
}
