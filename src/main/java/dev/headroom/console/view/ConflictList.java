package dev.headroom.console.view;

import dev.headroom.console.view.action.WaitCard;
import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.ListingPane;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.WaitRow;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.action.WaitCase;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who waits where and behind whom, or how waits ended lately. For the UI thread only.
final class ConflictList extends VBox {
  private final Desk desk;
  private final KeyedTable<WaitRow> table;
  private final Node waiting;
  private final KeyedTable<EventRow> decided;
  private boolean showsDecided;
  private long shownVersion = -1;

  /// @param drawer where one who waits is shown in full
  /// @param visit is told the address of a scope to go to
  ConflictList(
      Desk desk, Operator operator, Palette palette, Drawer drawer, Consumer<String> visit) {
    this.desk = desk;
    table = waiting(visit);
    table.onAct(row -> {
      var subject = new WaitCase(operator, row);
      drawer.show(
          Wording.text("wait.title", subject.title()),
          new WaitCard(subject, visit),
          subject::refresh,
          () -> table.node().requestFocus());
    });
    waiting = new ListingPane<>(table, desk.waiting(), () -> Wording.text("waiting.none"), _ -> {});
    decided = decided(palette, visit);
    VBox.setVgrow(waiting, Priority.ALWAYS);
    VBox.setVgrow(decided.node(), Priority.ALWAYS);
    var group = new ToggleGroup();
    var segments =
        new HBox(
            choice(group, "conflicts.waiting", false), choice(group, "conflicts.decided", true));
    segments.getStyleClass().add("segments");
    var line = new HBox(segments);
    line.getStyleClass().add("events-line");
    getChildren().setAll(line, waiting, decided.node());
    choose(false);
  }

  /// A table of those who wait.
  private static KeyedTable<WaitRow> waiting(Consumer<String> visit) {
    return new KeyedTable<WaitRow>("conflicts.waiting", WaitRow::key)
        .column("column.scope", 112, WaitRow::scope)
        .quiet("column.priority", 62, WaitRow::priority)
        .column("column.at.constraint", 124, WaitRow::at)
        .column("column.needs", 116, WaitRow::needs)
        .column("column.place", 66, WaitRow::place)
        .quiet("column.behind", 92, WaitRow::behind)
        .column("column.outlook", 110, WaitRow::outlook)
        .quiet("column.waited", 92, WaitRow::waited)
        .onOpen(row -> visit.accept(row.address()));
  }

  /// Fetches what is on show.
  void update() {
    desk.decisions().listen(true);
    if (!showsDecided) {
      desk.waiting().refresh();
    } else if (desk.decisions().version() != shownVersion) {
      shownVersion = desk.decisions().version();
      decided.show(desk.decisionRows(), Wording.text("conflicts.decided.none"));
    }
  }

  /// Shows in full what can be done about the first.
  void actOnFirst() {
    table.actOnFirst(_ -> true);
  }

  private void choose(boolean toDecided) {
    showsDecided = toDecided;
    show(waiting, !toDecided);
    show(decided.node(), toDecided);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private ToggleButton choice(ToggleGroup group, String text, boolean toDecided) {
    var button = new ToggleButton(Wording.text(text));
    button.setToggleGroup(group);
    button.setSelected(!toDecided);
    button.setOnAction(_ -> {
      button.setSelected(true);
      choose(toDecided);
      update();
    });
    return button;
  }

  private static KeyedTable<EventRow> decided(Palette palette, Consumer<String> visit) {
    return new KeyedTable<EventRow>("conflicts.decided", EventRow::sequence)
        .level("column.scope", 150, palette, EventRow::level, EventRow::scope)
        .quiet("column.at", 90, EventRow::at)
        .column("column.how", 560, EventRow::sentence)
        .onOpen(row -> visit.accept(row.address()));
  }
}
