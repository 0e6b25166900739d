package dev.headroom.console.view.action;

import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.ListingPane;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.view.control.TwoEnds;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.AlertBoard;
import dev.headroom.console.viewmodel.action.AlertLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The alerts by where they are in their life, and what is done about the selected one. For the UI
/// thread only.
public final class AlertPane extends VBox {
  private final AlertBoard board;
  private final Palette palette;
  private final Drawer drawer;
  private final KeyHints hints;
  private final Consumer<String> visit;
  private final KeyedTable<AlertLine> table;
  private final Label hint = new Label();
  private final Button fold = new Button(Wording.text("alerts.fold"));
  private final Button acknowledge = new Button();
  private final Button shelve = new Button();

  /// @param hints by which keys something is done
  /// @param visit is told the address of a scope to go to
  public AlertPane(
      AlertBoard board, Palette palette, Drawer drawer, KeyHints hints, Consumer<String> visit) {
    this.board = board;
    this.palette = palette;
    this.drawer = drawer;
    this.hints = hints;
    this.visit = visit;
    table =
        new KeyedTable<AlertLine>("dock.alerts", AlertLine::key)
            .level("column.severity", 96, palette, AlertLine::level, AlertLine::severity)
            .column("column.scope", 100, AlertLine::scope)
            .quiet("column.constraint", 170, AlertLine::constraint)
            .column("column.used", 200, AlertLine::used)
            .quiet("column.state", 138, AlertLine::state)
            .quiet("column.since", 104, AlertLine::since)
            .onOpen(line -> visit.accept(line.address()))
            .onAct(this::act)
            .onKey(hints.pressed("alerts.acknowledge"), line -> open(line).focusAcknowledge())
            .onKey(hints.pressed("alerts.shelve"), line -> open(line).focusShelve());
    var list = new ListingPane<>(table, board.lines(), board::nothing, _ -> updateHint());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().setAll(line(), list);
    updateHint();
    updateKeys();
  }

  /// Fetches the list.
  public void update() {
    board.lines().refresh();
    updateKeys();
  }

  /// Says what is known of the selected alert.
  public void acknowledge() {
    withSelected(line -> open(line).focusAcknowledge());
  }

  /// Keeps the selected alert out of sight.
  public void shelve() {
    withSelected(line -> open(line).focusShelve());
  }

  private void updateKeys() {
    acknowledge.setText(hints.named(Wording.text("alerts.acknowledge"), "alerts.acknowledge"));
    shelve.setText(hints.named(Wording.text("alerts.shelve"), "alerts.shelve"));
  }

  /// Puts the focus onto the list.
  public void focusList() {
    table.node().requestFocus();
  }

  /// Shows in full what can be done about the first that is no flood.
  public void actOnFirst() {
    table.actOnFirst(line -> !line.isFlood());
  }

  private TwoEnds line() {
    List<String> words =
        Stream.of(AlertBoard.Show.values())
            .map(show -> Wording.text("alerts.show." + show.name()))
            .toList();
    var box = new ComboBox<String>();
    var shows =
        new Segments(
            Wording.text("alerts.show"), words, index -> box.getSelectionModel().select(index));
    box.getItems().setAll(words);
    box.setAccessibleText(Wording.text("alerts.show"));
    box.setMinWidth(USE_PREF_SIZE);
    box.getSelectionModel().select(0);
    box.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> {
          shows.choose(index.intValue());
          show(AlertBoard.Show.values()[index.intValue()]);
        });
    hint.getStyleClass().add("caption");
    hint.textProperty().subscribe(text -> Forms.show(hint, !text.isEmpty()));
    fold.setOnAction(_ -> {
      board.fold();
      updateHint();
    });
    acknowledge.setOnAction(_ -> acknowledge());
    shelve.setOnAction(_ -> shelve());
    for (Button button : List.of(fold, acknowledge, shelve)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    hint.setMinWidth(0);
    var line = new TwoEnds(List.of(shows, box, hint, fold), List.of(acknowledge, shelve));
    line.fold(shows, box);
    line.getStyleClass().addAll("events-line", "compact");
    return line;
  }

  private void show(AlertBoard.Show chosen) {
    board.show(chosen);
    updateHint();
  }

  private void withSelected(Consumer<AlertLine> action) {
    Optional<AlertLine> line = table.selected();
    if (line.isEmpty()) {
      hint.setText(Wording.text("alerts.select"));
      return;
    }
    action.accept(line.get());
  }

  private void act(AlertLine line) {
    if (line.isFlood() && board.show() == AlertBoard.Show.OPEN) {
      board.unfold(line);
      updateHint();
    } else {
      open(line).focusAcknowledge();
    }
  }

  private AlertCard open(AlertLine line) {
    var card = new AlertCard(board.open(line), palette, visit);
    drawer.show(Wording.text("alert.title"), card, () -> {}, () -> table.node().requestFocus());
    return card;
  }

  private void updateHint() {
    hint.setText(board.unfoldedText());
    Forms.show(fold, !board.unfoldedText().isEmpty());
  }
}
