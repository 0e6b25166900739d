package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.PastOrigin;
import dev.headroom.console.viewmodel.RecordingModel;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/// Fetches the past where it is not at hand, with how far that is, or why it cannot be; and says
/// how far the saving of a span is. Takes no room where there is nothing of that. For the UI thread
/// only.
final class PastTools extends HBox {
  private static final List<Duration> BACK =
      List.of(
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private final TimeMachine past;
  private final RecordingModel recording;
  private final Label text = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button end = new Button();
  private final Label backCaption = new Label(Wording.text("past.fetched"));
  private final ComboBox<Duration> back = new ComboBox<>();
  private final MenuButton save = new MenuButton(Wording.text("record.save"));

  PastTools(TimeMachine past, RecordingModel recording) {
    this.past = past;
    this.recording = recording;
    getStyleClass().add("past-tools");
    text.setMinWidth(0);
    progress.getStyleClass().add("past-progress");
    end.setMinWidth(USE_PREF_SIZE);
    end.setOnAction(_ -> end());
    backCaption.setLabelFor(back);
    back.getItems().setAll(BACK);
    back.setValue(past.back());
    back.setConverter(new Spans());
    back.setAccessibleText(Wording.text("past.fetched.says"));
    back.valueProperty().addListener((_, _, wanted) -> choose(wanted));
    for (RecordingModel.Span span : RecordingModel.Span.values()) {
      var item = new MenuItem(Wording.text("record.span." + span.name()));
      item.setOnAction(_ -> save(span));
      save.getItems().add(item);
    }
    save.setTooltip(new Tooltip(Wording.text("record.span.says")));
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    getChildren().setAll(text, progress, end, spacer, backCaption, back);
    update();
  }

  /// Lets one choose which span of it is saved.
  MenuButton saving() {
    return save;
  }

  private static final class Spans extends StringConverter<Duration> {
    @Override
    public String toString(Duration span) {
      return span == null ? "" : Times.span(span);
    }

    @Override
    public Duration fromString(String never) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }

  private void choose(Duration wanted) {
    if (!wanted.equals(past.back())) {
      past.setBack(wanted);
    }
  }

  private void save(RecordingModel.Span span) {
    var chooser = new FileChooser();
    chooser.setTitle(Wording.text("record.save"));
    chooser.setInitialFileName(RecordingModel.fileName());
    File chosen = chooser.showSaveDialog(save.getScene().getWindow());
    if (chosen != null) {
      recording.save(span, chosen.toPath());
    }
  }

  private void end() {
    if (past.comingText().isEmpty()) {
      recording.cancel();
      recording.dismiss();
    } else {
      past.dismiss();
    }
  }

  /// Shows how it stands now.
  void update() {
    boolean on = past.isOn();
    String coming = past.comingText();
    boolean fetched = past.origin().equals(Optional.of(PastOrigin.FETCHED));
    String said = coming.isEmpty() ? saying() : coming;
    text.setText(said);
    Forms.show(text, !said.isEmpty());
    double share = share();
    progress.setProgress(share == 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
    Forms.show(progress, share >= 0);
    end.setText(Wording.text(share >= 0 ? "start.cancel" : "notice.dismiss"));
    Forms.show(end, !said.isEmpty());
    Forms.show(backCaption, fetched);
    Forms.show(back, fetched);
    Forms.show(save, on);
    save.setDisable(recording.state() instanceof RecordingModel.State.Saving);
    Forms.show(this, (on && fetched) || !said.isEmpty());
  }

  private String saying() {
    return switch (recording.state()) {
      case RecordingModel.State.Quiet _ -> "";
      case RecordingModel.State.Saving _ -> Wording.text("record.saving");
      case RecordingModel.State.Done(String what) -> what;
    };
  }

  /// How far it is, from 0 to 1; negative where nothing is under way.
  private double share() {
    if (past.coming().isPresent()) {
      return past.coming().getAsDouble();
    }
    return past.comingText().isEmpty()
            && recording.state() instanceof RecordingModel.State.Saving(double share)
        ? share
        : -1;
  }
}
