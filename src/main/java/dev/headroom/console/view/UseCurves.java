package dev.headroom.console.view;

import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.view.forecast.ForecastPlot;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.forecast.ForecastModel;
import dev.headroom.console.viewmodel.forecast.ForecastReading;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is used over time of the chosen type: as it goes on, or since the window began with what is
/// expected, as is chosen. For the UI thread only.
final class UseCurves extends StackPane {
  /// How many times the curves are drawn before a forecast is asked for again.
  private static final int DRAWN_MAX = 30;

  private final Desk desk;
  private final StripChart live;
  private final ForecastPlot plot;
  private final ForecastModel model;
  private final Label sentence = new Label();
  private final Tooltip basis = new Tooltip();
  private final Segments choice =
      new Segments(
          Wording.text("curves.choice"),
          List.of(Wording.text("curves.live"), Wording.text("curves.forecast")),
          index -> foresee(index == 1));
  private boolean foreseeing;
  private int drawn;

  UseCurves(Desk desk, Palette palette) {
    this.desk = desk;
    live =
        new StripChart(
            palette, () -> Wording.text(desk.freshness().isPast() ? "chart.past" : "chart.empty"));
    plot = new ForecastPlot(palette, sentence::getFont);
    model = new ForecastModel(desk);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    Tooltip.install(plot, basis);
    Tooltip.install(sentence, basis);
    var forecast = new VBox(sentence, plot);
    forecast.getStyleClass().add("forecast");
    VBox.setVgrow(plot, Priority.ALWAYS);
    getChildren().setAll(live, forecast);
    forecast.setVisible(false);
    model.listen(this::show);
  }

  /// What chooses between them.
  Segments choice() {
    return choice;
  }

  /// Shows what is expected, or what goes on.
  void toggle() {
    choice.choose(foreseeing ? 0 : 1);
    foresee(!foreseeing);
  }

  private void foresee(boolean now) {
    foreseeing = now;
    live.setVisible(!now);
    getChildren().getLast().setVisible(now);
    drawn = 0;
    update();
  }

  /// Draws the curve anew; what is expected is asked for now and then, and of another scope or type
  /// at once.
  void update() {
    if (!foreseeing) {
      desk.selection().chart().ifPresent(live::show);
    } else if (drawn % DRAWN_MAX == 0 || !model.isCurrent()) {
      model.ask();
    }
    drawn++;
  }

  private void show(ForecastModel.State state) {
    switch (state) {
      case ForecastModel.State.Asking _ -> say(Wording.text("forecast.asking"));
      case ForecastModel.State.Nothing(var why) -> say(why);
      case ForecastModel.State.Shown(var reading) -> show(reading);
    }
  }

  private void say(String text) {
    sentence.setText(text);
    basis.setText("");
    plot.clear();
  }

  private void show(ForecastReading reading) {
    sentence.setText(Wording.text("forecast.line", reading.title(), reading.sentence()));
    basis.setText(reading.basis());
    plot.show(reading);
  }
}
