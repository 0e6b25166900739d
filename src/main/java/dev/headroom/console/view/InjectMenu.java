package dev.headroom.console.view;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.InjectModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/// What can be thrown into the simulation. For the UI thread only.
final class InjectMenu extends MenuButton {
  private static final double ABOUT_WIDTH = 360;

  private final ConsoleModel model;

  InjectMenu(ConsoleModel model, KeyHints hints) {
    this.model = model;
    setText(Wording.text("inject"));
    setGraphic(Icons.icon("inject"));
    hints.described(this, Wording.text("inject.tooltip"), "inject");
    getStyleClass().add("inject-menu");
    fill();
    setOnShowing(_ -> fill());
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    items.add(heading(model.injections().aim()));
    model.injections().choices().forEach(choice -> items.add(item(choice)));
    items.add(new SeparatorMenuItem());
    int count = model.injections().count();
    var again = new MenuItem(Wording.text("inject.again", count));
    again.setOnAction(_ -> model.playAgain());
    var without = new MenuItem(Wording.text("inject.without"));
    without.setOnAction(_ -> model.play(model.scenario(), model.seed()));
    again.setDisable(count == 0);
    without.setDisable(count == 0);
    items.addAll(List.of(again, without));
    getItems().setAll(items);
  }

  private static MenuItem heading(String text) {
    var label = new Label(text);
    label.getStyleClass().add("caption");
    var heading = new CustomMenuItem(label, false);
    heading.setDisable(true);
    return heading;
  }

  private MenuItem item(InjectModel.Choice choice) {
    var about = new Label(choice.about());
    about.getStyleClass().add("caption");
    about.setWrapText(true);
    about.setPrefWidth(ABOUT_WIDTH);
    var item = new CustomMenuItem(new VBox(new Label(choice.name()), about));
    item.setId("inject-" + choice.kind());
    item.setOnAction(_ -> model.injections().inject(choice.kind()));
    return item;
  }
}
