package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.console.viewmodel.Wording;
import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says unmistakably that the past is shown, and moves through it: a slider, steps, playing, and
/// the way back. Takes no room while the present is shown. For the UI thread only.
final class PastBand extends HBox {
  private static final Duration PLAYED = Duration.ofSeconds(10);

  private final TimeMachine past;
  private final Label at = new Label();
  private final Slider slider = new Slider(0, 1, 1);
  private final Label range = new Label();
  private final Button play = new Button();
  private final Timeline playing;
  private boolean showing;

  PastBand(TimeMachine past) {
    this.past = past;
    playing = new Timeline(new KeyFrame(javafx.util.Duration.millis(700), _ -> playOn()));
    playing.setCycleCount(Animation.INDEFINITE);
    var word = new Label(Wording.text("past.word"));
    word.getStyleClass().add("past-word");
    at.getStyleClass().add("past-at");
    slider.setAccessibleText(Wording.text("past.slider"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.valueChangingProperty().addListener((_, _, changing) -> seek(changing));
    slider.valueProperty().addListener((_, _, _) -> seek(slider.isValueChanging()));
    play.setOnAction(_ -> toggle());
    var back = new Button(Wording.text("past.back"));
    back.setOnAction(_ -> past.leave());
    getStyleClass().add("past-band");
    getChildren()
        .setAll(
            word,
            at,
            step("past.step.back", Duration.ofMinutes(-1)),
            step("past.step.backLittle", Duration.ofSeconds(-10)),
            slider,
            step("past.step.onLittle", Duration.ofSeconds(10)),
            step("past.step.on", Duration.ofMinutes(1)),
            play,
            range,
            back);
    update();
  }

  private Button step(String key, Duration by) {
    var button = new Button(Wording.text(key));
    button.setAccessibleText(Wording.text("past.step.says", Wording.text(key)));
    button.setOnAction(_ -> past.step(by));
    return button;
  }

  private void seek(boolean changing) {
    if (!showing && !changing && past.isOn()) {
      past.goToPart(slider.getValue());
    }
  }

  private void toggle() {
    if (playing.getStatus() == Animation.Status.RUNNING) {
      playing.stop();
    } else {
      playing.play();
    }
    update();
  }

  private void playOn() {
    if (past.isAtEnd()) {
      playing.stop();
      update();
    } else if (!past.isUnderway()) {
      past.step(PLAYED);
    }
  }

  /// Shows which instant is shown now.
  void update() {
    boolean on = past.isOn();
    Forms.show(this, on);
    if (!on) {
      playing.stop();
    }
    showing = true;
    if (!slider.isValueChanging()) {
      slider.setValue(past.part());
    }
    showing = false;
    at.setText(past.text());
    range.setText(past.range());
    boolean plays = playing.getStatus() == Animation.Status.RUNNING;
    play.setText(Wording.text(plays ? "past.pause" : "past.play"));
  }
}
