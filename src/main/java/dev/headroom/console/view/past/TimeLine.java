package dev.headroom.console.view.past;

import dev.headroom.console.view.control.Dispensables;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Stay;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.past.Chronicle;
import dev.headroom.console.viewmodel.past.Moment;
import dev.headroom.console.viewmodel.past.Stride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Moves through time: a slider between the marks of what happened, steps, the way from mark to
/// mark, and playing. For the UI thread only.
final class TimeLine extends HBox {
  private static final Duration FRAME = Duration.millis(700);

  /// Half of the slider's thumb.
  private static final double INSET = 8;

  /// Where the line would be shorter, what can be done without is left out.
  private static final double LINE_WIDTH = 300;

  private static final double ARROW_KEY_PART = 0.01;

  private final TimeMachine past;
  private final Chronicle chronicle;
  private final Slider slider = new Slider(0, 1, 1);
  private final Label range = new Label();
  private final Button play = new Button();
  private final Button earlier = Icons.button("earlier", Wording.text("moments.previous"));
  private final Button later = Icons.button("later", Wording.text("moments.next"));
  private final Button back = new Button();
  private final Button on = new Button();
  private final ComboBox<String> strides = new ComboBox<>();
  private final ComboBox<String> kinds = new ComboBox<>();
  private final MomentStrip alerts;
  private final MomentStrip others;
  private final Timeline playing = new Timeline(new KeyFrame(FRAME, _ -> playOn()));
  private Optional<Stay> shown = Optional.empty();
  private boolean showing;

  TimeLine(TimeMachine past, Chronicle chronicle, Palette palette) {
    this.past = past;
    this.chronicle = chronicle;
    playing.setCycleCount(Animation.INDEFINITE);
    alerts = new MomentStrip(palette, chronicle, true, INSET);
    others = new MomentStrip(palette, chronicle, false, INSET);
    slider.setAccessibleText(Wording.text("past.slider"));
    slider.setBlockIncrement(ARROW_KEY_PART);
    slider.valueChangingProperty().addListener((_, _, changing) -> seek(changing));
    slider.valueProperty().addListener((_, _, _) -> seek(slider.isValueChanging()));
    var line = new VBox(alerts, slider, others);
    line.getStyleClass().add("past-slider");
    HBox.setHgrow(line, Priority.ALWAYS);
    earlier.setOnAction(_ -> chronicle.goBack());
    later.setOnAction(_ -> chronicle.goOn());
    back.setOnAction(_ -> past.step(stride().span().negated()));
    on.setOnAction(_ -> past.step(stride().span()));
    play.setOnAction(_ -> toggle());
    chooseStrides();
    chooseKinds();
    range.getStyleClass().add("caption");
    getStyleClass().add("past-line");
    getChildren().setAll(earlier, back, line, on, later, play, strides, kinds, range);
    for (Region part : List.of(earlier, back, on, later, play, strides, kinds, range)) {
      part.setMinWidth(USE_PREF_SIZE);
    }
    line.setPrefWidth(LINE_WIDTH);
    line.setMinWidth(0);
    var dispensables = new Dispensables(this);
    List.of(range, kinds, strides, back, on).forEach(dispensables::add);
  }

  private void chooseStrides() {
    strides.getItems().setAll(Stride.ALL.stream().map(Stride::text).toList());
    strides.setAccessibleText(Wording.text("past.stride"));
    strides.setTooltip(new Tooltip(Wording.text("past.stride")));
    strides.setOnAction(_ -> showStride());
    strides.getSelectionModel().select(Stride.TEN_SECONDS.ordinal());
    showStride();
  }

  private void chooseKinds() {
    List<String> words = new ArrayList<>(List.of(Wording.text("moments.all")));
    for (Moment.Kind kind : Moment.Kind.values()) {
      words.add(Wording.text("moments.only." + kind.name()));
    }
    kinds.getItems().setAll(words);
    kinds.getSelectionModel().select(0);
    kinds.setAccessibleText(Wording.text("moments.which"));
    kinds.setTooltip(new Tooltip(Wording.text("moments.which")));
    kinds.setOnAction(_ -> {
      int chosen = kinds.getSelectionModel().getSelectedIndex() - 1;
      chronicle.choose(chosen < 0 ? Optional.empty() : Optional.of(Moment.Kind.values()[chosen]));
    });
  }

  private Stride stride() {
    return Stride.ALL.get(Math.max(0, strides.getSelectionModel().getSelectedIndex()));
  }

  private void showStride() {
    name(back, "past.step.back");
    name(on, "past.step.on");
  }

  private void name(Button button, String key) {
    String text = Wording.text(key, stride().text());
    button.setText(text);
    button.setAccessibleText(Wording.text("past.step.says", text));
  }

  private void seek(boolean changing) {
    if (!showing && !changing && past.isOn()) {
      past.goToPart(slider.getValue());
    }
  }

  private void toggle() {
    if (isPlaying()) {
      playing.stop();
    } else {
      playing.play();
    }
    update();
  }

  private boolean isPlaying() {
    return playing.getStatus() == Animation.Status.RUNNING;
  }

  private void playOn() {
    if (past.isAtEnd()) {
      playing.stop();
      update();
    } else if (!past.isUnderway()) {
      past.step(stride().span());
    }
  }

  /// Shows which instant is shown now, and what happened when.
  void update() {
    if (!past.isOn()) {
      playing.stop();
    }
    past.visit().filter(now -> shown.filter(now::isSameStay).isEmpty()).ifPresent(this::begin);
    shown = past.visit();
    showing = true;
    if (!slider.isValueChanging()) {
      slider.setValue(past.part());
    }
    showing = false;
    range.setText(past.range());
    earlier.setDisable(!chronicle.hasPrevious());
    later.setDisable(!chronicle.hasNext());
    alerts.update();
    others.update();
    play.setText(Wording.text(isPlaying() ? "past.pause" : "past.play"));
  }

  private void begin(Stay stay) {
    strides.getSelectionModel().select(Stride.of(stay.length()).ordinal());
  }
}
