package dev.headroom.console.view;

import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Examples of queries, each of which can be taken over, and the words that there are. For the UI
/// thread only.
final class QueryHelp extends MenuButton {
  /// Each shows one kind of condition.
  private enum Example {
    WORD,
    NAME,
    NOT,
    PERCENT,
    USED,
    LEFT,
    LIMIT,
    PRESSURE,
    WAITING,
    ALERTS,
    CHILDREN,
    COST,
    CHANGED,
    FULL
  }

  /// @param taken is told which example was taken
  QueryHelp(Consumer<String> taken) {
    setGraphic(Icons.icon("help"));
    setTooltip(new javafx.scene.control.Tooltip(Wording.text("query.help")));
    setAccessibleText(Wording.text("query.help"));
    getStyleClass().addAll("quiet", "view-menu");
    setMinWidth(USE_PREF_SIZE);
    var grid = new GridPane();
    grid.getStyleClass().add("sheet-grid");
    for (Example each : Example.values()) {
      String example = Wording.text("query.sample." + each.name());
      var take = new Button(example);
      take.getStyleClass().addAll("small", "code-sample");
      take.setMaxWidth(Double.MAX_VALUE);
      take.setOnAction(_ -> {
        hide();
        taken.accept(example);
      });
      grid.add(take, 0, each.ordinal());
      grid.add(new Label(Wording.text("query.example." + each.name())), 1, each.ordinal());
    }
    Label words = Forms.caption(Wording.text("query.words"));
    words.setMaxWidth(440);
    var sheet = new VBox(grid, words);
    sheet.getStyleClass().add("query-help");
    var item = new CustomMenuItem(sheet, false);
    getItems().setAll(List.of(item));
  }
}
