package dev.headroom.console.view;

import dev.headroom.console.view.action.WaitCard;
import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.Forms;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.ListEnd;
import dev.headroom.console.view.control.ListingPane;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Segments;
import dev.headroom.console.view.graph.WaitGraphPane;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.WaitRow;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.action.WaitCase;
import dev.headroom.console.viewmodel.graph.WaitGraphModel;
import dev.headroom.console.viewmodel.graph.WaitNode;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who waits where and behind whom, as a list or as a graph, or how waits ended lately. For the UI
/// thread only.
final class ConflictList extends VBox {
  private static final int GRAPH = 1;
  private static final int DECIDED = 2;

  private final Desk desk;
  private final KeyedTable<WaitRow> table;
  private final KeyedTable<EventRow> decided;
  private final ListEnd decidedEnd;
  private final WaitGraphPane graph;
  private final Segments choice;
  private final List<Node> shown;
  private long shownVersion = -1;

  /// @param drawer where one who waits is shown in full
  /// @param visit is told the address of a scope to go to
  ConflictList(
      Desk desk, Operator operator, Palette palette, Drawer drawer, Consumer<String> visit) {
    this.desk = desk;
    table = waiting(visit);
    graph =
        new WaitGraphPane(
            new WaitGraphModel(desk), palette, node -> open(node, operator, drawer, visit));
    table.onAct(row -> act(row, operator, drawer, visit, () -> table.node().requestFocus()));
    decided = decided(palette, visit);
    Node waiting =
        new ListingPane<>(table, desk.waiting(), () -> Wording.text("waiting.none"), _ -> {});
    decidedEnd = new ListEnd(desk.decisions()::lookBack);
    VBox.setVgrow(decided.node(), Priority.ALWAYS);
    shown = List.of(waiting, graph, new VBox(decided.node(), decidedEnd));
    shown.forEach(node -> VBox.setVgrow(node, Priority.ALWAYS));
    choice =
        new Segments(
            Wording.text("conflicts.choice"),
            List.of(
                Wording.text("conflicts.waiting"),
                Wording.text("conflicts.graph"),
                Wording.text("conflicts.decided")),
            this::choose);
    var line = new HBox(choice);
    line.getStyleClass().add("events-line");
    getChildren().setAll(line);
    getChildren().addAll(shown);
    choose(0);
  }

  private void open(WaitNode node, Operator operator, Drawer drawer, Consumer<String> visit) {
    visit.accept(node.address());
    node.request().ifPresent(row -> act(row, operator, drawer, visit, graph::focusGraph));
  }

  private static void act(
      WaitRow row, Operator operator, Drawer drawer, Consumer<String> visit, Runnable back) {
    var subject = new WaitCase(operator, row);
    drawer.show(
        Wording.text("wait.title", subject.title()),
        new WaitCard(subject, visit),
        subject::refresh,
        back);
  }

  /// A table of those who wait.
  private static KeyedTable<WaitRow> waiting(Consumer<String> visit) {
    return new KeyedTable<WaitRow>("conflicts.waiting", WaitRow::key)
        .column("column.scope", 108, WaitRow::scope)
        .quiet("column.priority", 76, WaitRow::priority)
        .column("column.at.constraint", 152, WaitRow::at)
        .column("column.needs", 98, WaitRow::needs)
        .column("column.place", 88, WaitRow::place)
        .quiet("column.behind", 100, WaitRow::behind)
        .column("column.outlook", 136, WaitRow::outlook)
        .quiet("column.waited", 92, WaitRow::waited)
        .onOpen(row -> visit.accept(row.address()));
  }

  /// Fetches what is on show.
  void update() {
    desk.decisions().listen(true);
    switch (choice.chosen()) {
      case GRAPH -> graph.update(desk.isStale());
      case DECIDED -> showDecided();
      default -> desk.waiting().refresh();
    }
  }

  private void showDecided() {
    if (desk.decisions().version() != shownVersion) {
      shownVersion = desk.decisions().version();
      decided.show(desk.decisionRows(), Wording.text("conflicts.decided.none"));
      decidedEnd.show(desk.end(desk.decisions()), desk.decisions().lookBackText());
    }
  }

  /// Shows in full what can be done about the first.
  void actOnFirst() {
    table.actOnFirst(_ -> true);
  }

  /// Puts the focus onto what is on show.
  void focusList() {
    switch (choice.chosen()) {
      case GRAPH -> graph.focusGraph();
      case DECIDED -> decided.node().requestFocus();
      default -> table.node().requestFocus();
    }
  }

  /// Shows who waits for whom.
  void showGraph() {
    choice.choose(GRAPH);
    choose(GRAPH);
    graph.focusGraph();
  }

  private void choose(int index) {
    for (int at = 0; at < shown.size(); at++) {
      Forms.show(shown.get(at), at == index);
    }
    update();
  }

  private static KeyedTable<EventRow> decided(Palette palette, Consumer<String> visit) {
    return new KeyedTable<EventRow>("conflicts.decided", EventRow::sequence)
        .level("column.scope", 150, palette, EventRow::level, EventRow::scope)
        .quiet("column.at", 90, EventRow::at)
        .sentences("column.how", 560, 340, EventRow::sentence)
        .onOpen(row -> visit.accept(row.address()));
  }
}
