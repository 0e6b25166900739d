package dev.headroom.console.view.command;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Actions;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Lists every shortcut: those of the window, and those of lists and drawings. For the UI thread
/// only.
public final class ShortcutSheet extends VBox {
  /// Keys that do much the same everywhere and stay as they are; under `keys.` in the texts.
  private static final List<String> LOCAL = List.of("Enter", "Arrows", "Escape", "Tab");

  private static final int COLUMNS = 2;

  /// Below this width there is one column.
  private static final double WIDTH_MIN = 700;

  private int shownColumns;

  /// @param actions everything that can be done
  public ShortcutSheet(Actions actions) {
    getStyleClass().addAll("finder", "shortcut-sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setFocusTraversable(true);
    var title = new Label(Wording.text("shortcuts.title"));
    title.getStyleClass().add("heading");
    List<List<String>> rows =
        Stream.concat(
                actions.all().stream()
                    .filter(action -> !action.keys().isEmpty())
                    .map(action -> List.of(Keys.text(action.keys()), action.name())),
                LOCAL.stream()
                    .map(key -> List.of(Wording.text("key." + key), Wording.text("keys." + key))))
            .toList();
    GridPane all = new GridPane();
    all.getStyleClass().add("sheet-grid");
    var scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(title, scroll);
    fill(all, rows, COLUMNS);
    widthProperty()
        .subscribe(width -> {
          int columns = width.doubleValue() > 0 && width.doubleValue() < WIDTH_MIN ? 1 : COLUMNS;
          if (columns != shownColumns) {
            fill(all, rows, columns);
          }
        });
  }

  private void fill(GridPane grid, List<List<String>> rows, int columns) {
    shownColumns = columns;
    grid.getChildren().clear();
    int half = Math.ceilDiv(rows.size(), columns);
    for (int at = 0; at < rows.size(); at++) {
      var keys = new Label(rows.get(at).getFirst());
      keys.getStyleClass().addAll("caption", "keys");
      keys.setMinWidth(USE_PREF_SIZE);
      var does = new Label(rows.get(at).getLast());
      does.getStyleClass().add("shortcut-does");
      int column = at / half * 2;
      grid.add(keys, column, at % half);
      grid.add(does, column + 1, at % half);
    }
  }
}
