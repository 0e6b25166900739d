package dev.headroom.console.view;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// What can be done with a simulated instance: which scenario, from which seed, how fast. For the
/// UI thread only.
final class SandboxBar extends HBox {
  private static final List<Double> SPEEDS = List.of(0.1, 1.0, 10.0, 100.0, 1000.0);
  private static final double SCENARIO_WIDTH = 148;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ConsoleModel model;
  private final ComboBox<String> scenario = new ComboBox<>();
  private final TextField seed = new TextField();

  private final ToggleButton pause = Icons.toggle("pause", Wording.text("sandbox.pause"));
  private final Button step = Icons.button("step", Wording.text("sandbox.step"));
  private final Button again = Icons.button("again", Wording.text("sandbox.again"));

  private final HBox run = new HBox();
  private final InjectMenu inject;
  private final List<Node> dispensable;
  private boolean showing;

  /// @param hints by which keys something is done
  SandboxBar(ConsoleModel model, KeyHints hints) {
    this.model = model;
    inject = new InjectMenu(model, hints);
    getStyleClass().add("sandbox-bar");
    scenario
        .getItems()
        .setAll(model.scenarios().stream().map(SandboxControl.Scenario::name).toList());
    scenario.setPrefWidth(SCENARIO_WIDTH); // A trace may have a long name; the rest needs its room.
    scenario.setValue(model.scenario());
    scenario.setTooltip(new Tooltip(Wording.text("sandbox.scenario")));
    scenario.setAccessibleText(Wording.text("sandbox.scenario"));
    scenario.setOnAction(_ -> play());
    seed.setText(Long.toString(model.seed()));
    seed.setPrefColumnCount(5);
    seed.setTooltip(new Tooltip(Wording.text("sandbox.seed.tooltip")));
    seed.setAccessibleText(Wording.text("sandbox.seed"));
    seed.setOnAction(_ -> play());
    seed.textProperty().subscribe(text -> seed.pseudoClassStateChanged(WRONG, !isSeed(text)));
    again.setOnAction(_ -> play());
    pause.setSelected(model.isSandboxPaused());
    pause.setOnAction(_ -> model.setSandboxPaused(pause.isSelected()));
    step.setOnAction(_ -> model.step());
    step.disableProperty().bind(pause.selectedProperty().not());
    var seedLabel = new Label(Wording.text("sandbox.seed"));
    seedLabel.getStyleClass().add("caption");
    seedLabel.setLabelFor(seed);
    run.getChildren().setAll(pause, step, again);
    run.getStyleClass().add("segments");
    HBox speeds = speeds();
    getChildren().addAll(scenario, seedLabel, seed, run, speeds, inject);
    dispensable = List.of(seedLabel, seed, speeds, scenario);
  }

  /// Shows what can be thrown in.
  void showInjections() {
    inject.show();
  }

  /// What can be left out where there is little room, the least needed first.
  List<Node> dispensable() {
    return dispensable;
  }

  /// Pauses, steps and plays again.
  Node run() {
    return run;
  }

  /// Shows what is played, and whether it stands still.
  void update() {
    if (model.isStarting()) {
      return;
    }
    pause.setSelected(model.isSandboxPaused());
    if (!scenario.isShowing() && !model.scenario().equals(scenario.getValue())) {
      showing = true;
      scenario.setValue(model.scenario());
      showing = false;
    }
  }

  private HBox speeds() {
    var group = new ToggleGroup();
    var speeds = new HBox();
    speeds.getStyleClass().add("segments");
    for (double speed : SPEEDS) {
      String text = "×" + Figures.factor(speed);
      var button = new ToggleButton(text);
      Icons.described(button, Wording.text("sandbox.speed", text));
      button.setToggleGroup(group);
      button.setSelected(speed == model.speed());
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.setSpeed(speed);
      });
      speeds.getChildren().add(button);
    }
    return speeds;
  }

  private void play() {
    if (!showing && isSeed(seed.getText()) && scenario.getValue() != null) {
      pause.setSelected(false);
      long from = Long.parseLong(seed.getText());
      if (scenario.getValue().equals(model.scenario()) && from == model.seed()) {
        model.playAgain();
      } else {
        model.play(scenario.getValue(), from);
      }
    }
  }

  private static boolean isSeed(String text) {
    return text.matches("\\d{1,18}");
  }
}
