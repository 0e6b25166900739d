package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A table of rows that have keys: when the rows are fetched anew, the selection stays with its row
/// and nothing scrolls. For the UI thread only.
///
/// @param <T> a row
public final class KeyedTable<T> {
  private static final double ROW_HEIGHT = 30;

  /// With more rows, they are all exchanged at once: that is one change, and not one each.
  private static final int SINGLE_CHANGES_MAX = 500;

  /// To which part of the width that they want columns may be squeezed.
  private static final double SQUEEZED_MIN = 0.88;

  private final TableView<T> table = new TableView<>();
  private final Function<T, Object> key;
  private final Label placeholder;
  private final List<Keyed<T>> keys = new ArrayList<>();

  /// Those that go first where there is little room, with the width that each wants.
  private final Map<TableColumn<T, T>, Double> dispensable = new LinkedHashMap<>();

  private final Set<TableColumn<T, T>> left = new HashSet<>();
  private double wanted;
  private Consumer<T> opened = _ -> {};
  private Optional<Consumer<T>> acted = Optional.empty();
  private boolean showing;

  /// @param key tells a row from all others
  public KeyedTable(String name, Function<T, Object> key) {
    this.key = key;
    placeholder = new Placeholder("");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setPlaceholder(placeholder);
    table.setAccessibleText(Wording.text(name));
    table.setColumnResizePolicy(new ProportionalColumns());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !showing && table.isFocused()) {
            opened.accept(row);
          }
        });
    table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    onKey(Keyed::isEnter, this::act);
    table.setOnKeyPressed(event -> {
      Optional<Keyed<T>> action = keys.stream().filter(each -> each.is().test(event)).findFirst();
      if (action.isPresent() && selected().isPresent()) {
        action.get().does().accept(selected().get());
        event.consume();
      }
    });
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        selected().ifPresent(this::act);
      }
    });
  }

  /// Adds a column of words.
  public KeyedTable<T> column(String title, double width, Function<T, String> text) {
    return add(title, width, text, text, "plain");
  }

  /// Adds a column of words that say more while one points at them.
  public KeyedTable<T> column(
      String title, double width, Function<T, String> text, Function<T, String> more) {
    return add(title, width, text, more, "plain");
  }

  /// Adds a column of sentences, which may be squeezed further than words before anything is left
  /// out.
  ///
  /// @param least the width that they cannot do without
  public KeyedTable<T> sentences(
      String title, double width, double least, Function<T, String> text) {
    wanted -= width - least;
    return add(title, width, text, text, "plain");
  }

  /// Adds a column of words of less weight. Where there is little room, the last of these goes
  /// first.
  public KeyedTable<T> quiet(String title, double width, Function<T, String> text) {
    add(title, width, text, text, "muted");
    dispensable.put(lastColumn(), width);
    return this;
  }

  @SuppressWarnings("unchecked") // All columns are made here.
  private TableColumn<T, T> lastColumn() {
    return (TableColumn<T, T>) table.getColumns().getLast();
  }

  /// Leaves out what there is no room for, rather than cut everything; all of it can be seen in
  /// full where the row leads.
  private void fit(double width) {
    if (width <= 0) {
      return;
    }
    double needed = wanted;
    Set<TableColumn<T, T>> now = new HashSet<>();
    for (TableColumn<T, T> column : List.copyOf(dispensable.keySet()).reversed()) {
      if (needed * SQUEEZED_MIN > width) {
        needed -= dispensable.getOrDefault(column, 0.0);
        now.add(column);
      }
    }
    for (TableColumn<T, T> column : dispensable.keySet()) {
      if (now.contains(column) != left.contains(column)) {
        column.setVisible(!now.contains(column));
      }
    }
    left.clear();
    left.addAll(now);
  }

  /// Adds a column of words with the sign of their level.
  public KeyedTable<T> level(
      String title,
      double width,
      Palette palette,
      Function<T, Level> level,
      Function<T, String> text) {
    TableColumn<T, T> column = shell(title, width);
    column.setCellFactory(_ -> new LevelCell<>(palette, level, text));
    return this;
  }

  /// What happens when a row is selected, and by Enter unless [#onAct] says otherwise.
  public KeyedTable<T> onOpen(Consumer<T> action) {
    opened = action;
    return this;
  }

  /// What Enter or a double click does to a row.
  public KeyedTable<T> onAct(Consumer<T> action) {
    acted = Optional.of(action);
    return this;
  }

  /// What keys do to the selected row.
  ///
  /// @param is whether they are those that were pressed
  public KeyedTable<T> onKey(Predicate<KeyEvent> is, Consumer<T> action) {
    keys.add(new Keyed<>(is, action));
    return this;
  }

  private void act(T row) {
    acted.orElse(opened).accept(row);
  }

  public TableView<T> node() {
    return table;
  }

  /// Shows these rows.
  ///
  /// @param otherwise what to say where there are none
  public void show(List<T> rows, String otherwise) {
    placeholder.setText(otherwise);
    Optional<Object> selected = selected().map(key);
    if (rows.equals(table.getItems())) {
      return;
    }
    showing = true;
    if (rows.size() > SINGLE_CHANGES_MAX) {
      table.getItems().setAll(rows);
    } else {
      merge(rows);
    }
    selected.ifPresent(this::select);
    showing = false;
  }

  private void merge(List<T> rows) {
    int common = Math.min(rows.size(), table.getItems().size());
    for (int at = 0; at < common; at++) {
      if (!rows.get(at).equals(table.getItems().get(at))) {
        table.getItems().set(at, rows.get(at));
      }
    }
    if (common < table.getItems().size()) {
      table.getItems().remove(common, table.getItems().size());
    } else {
      table.getItems().addAll(rows.subList(common, rows.size()));
    }
  }

  private void select(Object wanted) {
    for (int at = 0; at < table.getItems().size(); at++) {
      if (key.apply(table.getItems().get(at)).equals(wanted)) {
        if (table.getSelectionModel().getSelectedIndex() != at) {
          table.getSelectionModel().clearAndSelect(at);
        }
        return;
      }
    }
    table.getSelectionModel().clearSelection();
  }

  /// Does to the first row of a kind what Enter does.
  public void actOnFirst(Predicate<T> wanted) {
    table.getItems().stream()
        .filter(wanted)
        .findFirst()
        .ifPresent(row -> {
          table.getSelectionModel().select(row);
          act(row);
        });
  }

  /// The selected row.
  public Optional<T> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private KeyedTable<T> add(
      String title,
      double width,
      Function<T, String> text,
      Function<T, String> more,
      String styleClass) {
    TableColumn<T, T> column = shell(title, width);
    column.setCellFactory(_ -> new TextCell<>(text, more, styleClass));
    return this;
  }

  private TableColumn<T, T> shell(String title, double width) {
    var column = new TableColumn<T, T>(Wording.text(title));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 64));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    table.getColumns().add(column);
    wanted += width;
    return column;
  }

  private record Keyed<T>(Predicate<KeyEvent> is, Consumer<T> does) {
    static boolean isEnter(KeyEvent event) {
      return event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown();
    }
  }

  private static final class TextCell<T> extends TableCell<T, T> {
    private final Function<T, String> text;
    private final Function<T, String> more;
    private final Tooltip whole = new Tooltip();

    TextCell(Function<T, String> text, Function<T, String> more, String styleClass) {
      this.text = text;
      this.more = more;
      getStyleClass().add(styleClass);
    }

    @Override
    protected void updateItem(T row, boolean empty) {
      super.updateItem(row, empty);
      String now = empty || row == null ? "" : text.apply(row);
      setText(now);
      whole.setText(empty || row == null ? "" : more.apply(row));
      setTooltip(now.isEmpty() ? null : whole);
    }
  }

  private static final class LevelCell<T> extends TableCell<T, T> {
    private final Function<T, Level> level;
    private final Function<T, String> text;
    private final LevelMark mark;

    LevelCell(Palette palette, Function<T, Level> level, Function<T, String> text) {
      this.level = level;
      this.text = text;
      mark = new LevelMark(palette);
    }

    @Override
    protected void updateItem(T row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeIf(name -> name.startsWith("level-"));
      if (empty || row == null) {
        setText("");
        setGraphic(null);
        return;
      }
      String now = text.apply(row);
      mark.show(level.apply(row));
      setGraphic(now.isEmpty() ? null : mark);
      setText(now);
      getStyleClass().add(LevelTones.styleClass(level.apply(row)));
    }
  }
}
