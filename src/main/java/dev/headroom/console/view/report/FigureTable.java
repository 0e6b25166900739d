package dev.headroom.console.view.report;

import dev.headroom.console.viewmodel.report.ReportReading;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Figures in rows, with how they come about. For the UI thread only.
final class FigureTable extends VBox {
  FigureTable(ReportReading.Table table) {
    getStyleClass().addAll("card", "report-card");
    var title = new Label(table.title());
    title.getStyleClass().add("caption-title");
    var help = new Label(table.help());
    help.getStyleClass().addAll("caption", "muted");
    help.setWrapText(true);
    getChildren().setAll(title, scrolled(grid(table)), help);
  }

  /// Where there is too little room for a table, it moves and not the page.
  private static ScrollPane scrolled(GridPane grid) {
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(USE_PREF_SIZE);
    return scroll;
  }

  private static GridPane grid(ReportReading.Table table) {
    var grid = new GridPane();
    grid.getStyleClass().add("figure-table");
    for (int column = 0; column < table.heads().size(); column++) {
      var constraints = new ColumnConstraints();
      constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
      constraints.setHgrow(Priority.ALWAYS);
      constraints.setMinWidth(Region.USE_PREF_SIZE);
      grid.getColumnConstraints().add(constraints);
      var head = new Label(table.heads().get(column));
      head.getStyleClass().addAll("caption", "muted");
      grid.add(head, column, 0);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      List<String> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        grid.add(new Label(cells.get(column)), column, row + 1);
      }
    }
    return grid;
  }
}
