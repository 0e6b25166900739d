package dev.headroom.console.view.start;

import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The way into a sandbox: which scenario, and its story. For the UI thread only.
final class StartSandbox extends StartWay {
  private static final double ROW_HEIGHT = 28;
  private static final double STORY_HEIGHT = 64;

  private final StartModel model;
  private final ListView<SandboxControl.Scenario> list = new ListView<>();
  private final Label story = new Label();

  StartSandbox(StartModel model) {
    super("start.sandbox", "step");
    this.model = model;
    list.getItems().setAll(model.scenarios());
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new ScenarioCell());
    list.setAccessibleText(Wording.text("start.sandbox.list"));
    list.getStyleClass().add("start-list");
    list.setPrefHeight(9 * ROW_HEIGHT + 2);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel().selectedItemProperty().subscribe(this::tell);
    list.getSelectionModel().selectFirst();
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        play();
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        play();
        event.consume();
      }
    });
    story.getStyleClass().add("start-story");
    story.setWrapText(true);
    story.setMinHeight(STORY_HEIGHT);
    story.setPrefHeight(STORY_HEIGHT);
    var play = new Button(Wording.text("start.sandbox.play"));
    play.getStyleClass().add("primary");
    play.setOnAction(_ -> play());
    getChildren().addAll(list, story, play);
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void tell(SandboxControl.Scenario scenario) {
    story.setText(scenario == null ? "" : scenario.description());
  }

  private void play() {
    SandboxControl.Scenario scenario = list.getSelectionModel().getSelectedItem();
    if (scenario != null) {
      model.open(new Place.Sandbox(scenario.name(), 1));
    }
  }

  private static final class ScenarioCell extends ListCell<SandboxControl.Scenario> {
    @Override
    protected void updateItem(SandboxControl.Scenario scenario, boolean empty) {
      super.updateItem(scenario, empty);
      setText(empty || scenario == null ? "" : scenario.name());
    }
  }
}
