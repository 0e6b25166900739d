package dev.headroom.console.view;

import dev.headroom.console.view.action.AlertPane;
import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.ListEnd;
import dev.headroom.console.view.control.ListingPane;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.AllocationRow;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.AlertBoard;
import dev.headroom.console.viewmodel.action.Operator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lists below the scope page: what is alarming, who waits for whom, what is allocated, what
/// happened. Only the one on show is fetched. For the UI thread only.
final class Dock extends TabPane {
  private static final int CONFLICTS = 1;
  private static final int EVENTS = 3;
  private static final int HISTORY = 4;

  private final Desk desk;
  private final AlertPane alerts;
  private final Tab alertsTab;
  private final Tab conflictsTab;
  private final ConflictList conflicts;
  private final Tab allocationsTab;
  private final KeyedTable<AllocationRow> allocations = allocations();
  private final Tab eventsTab;
  private final HistoryList history;
  private final Label eventsAbout = new Label();
  private final KeyedTable<EventRow> events;
  private final ListEnd eventsEnd;
  private Optional<Asked> askedLast = Optional.empty();
  private long shownEvents = -1;
  private String shownAddress = "";

  /// What was fetched last: which list, and about which scope.
  private record Asked(int list, String address) {}

  /// @param hints by which keys something is done
  /// @param visit is told the address of a scope to go to
  Dock(
      Desk desk,
      Operator operator,
      Palette palette,
      Drawer drawer,
      KeyHints hints,
      Consumer<String> visit) {
    this.desk = desk;
    getStyleClass().add("dock");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    events = events(palette, visit);
    eventsEnd = new ListEnd(desk.events()::lookBack);
    alerts = new AlertPane(new AlertBoard(operator), palette, drawer, hints, visit);
    alertsTab = tab("dock.alerts", alerts);
    conflicts = new ConflictList(desk, operator, palette, drawer, visit);
    conflictsTab = tab("dock.conflicts", conflicts);
    allocationsTab =
        tab(
            "dock.allocations",
            new ListingPane<>(
                allocations,
                desk.allocations(),
                () -> Wording.text("allocations.none"),
                now -> titleAllocations(now.total())));
    eventsTab = tab("dock.events", eventsBox());
    history = new HistoryList(desk);
    getTabs()
        .setAll(
            List.of(
                alertsTab, conflictsTab, allocationsTab, eventsTab, tab("dock.history", history)));
    getSelectionModel().selectedIndexProperty().subscribe(_ -> update());
  }

  /// Fetches the list that is on show, and shows how long the others are. While the view is frozen
  /// it fetches only what is shown for the first time.
  void update() {
    int shown = getSelectionModel().getSelectedIndex();
    var asked = new Asked(shown, desk.selection().address());
    if (!desk.isPaused() || !Optional.of(asked).equals(askedLast)) {
      askedLast = Optional.of(asked);
      fetch(shown);
    }
    title(alertsTab, "dock.alerts", desk.attention().alerts());
    title(conflictsTab, "dock.conflicts", desk.attention().waiters());
  }

  private void fetch(int shown) {
    desk.events().listen(shown == EVENTS);
    desk.history().listen(shown == HISTORY);
    if (shown != CONFLICTS) {
      desk.decisions().listen(false);
    }
    switch (shown) {
      case 0 -> alerts.update();
      case CONFLICTS -> conflicts.update();
      case 2 -> desk.allocations().refresh();
      case HISTORY -> history.update();
      default -> showEvents();
    }
  }

  /// Shows another list.
  void choose(int index) {
    getSelectionModel().select(index);
  }

  /// Puts the focus onto the list on show.
  void focusList() {
    switch (getSelectionModel().getSelectedIndex()) {
      case 0 -> alerts.focusList();
      case CONFLICTS -> conflicts.focusList();
      case EVENTS -> events.node().requestFocus();
      case HISTORY -> history.focusList();
      default -> allocations.node().requestFocus();
    }
  }

  /// Shows in full what can be done about the first of the list on show.
  void actOnFirst() {
    switch (getSelectionModel().getSelectedIndex()) {
      case 0 -> alerts.actOnFirst();
      case CONFLICTS -> conflicts.actOnFirst();
      default -> {}
    }
  }

  /// The alerts, which are on show from now on.
  AlertPane showAlerts() {
    choose(0);
    return alerts;
  }

  /// Shows who waits for whom.
  void showWaitGraph() {
    choose(CONFLICTS);
    conflicts.showGraph();
  }

  private void showEvents() {
    long version = desk.events().version();
    String address = desk.selection().address();
    if (version == shownEvents && address.equals(shownAddress)) {
      return;
    }
    shownEvents = version;
    shownAddress = address;
    eventsAbout.setText(Wording.text("events.about", address));
    events.show(desk.eventRows(), Wording.text("events.none"));
    eventsEnd.show(desk.end(desk.events()), desk.events().lookBackText());
  }

  private static KeyedTable<AllocationRow> allocations() {
    return new KeyedTable<AllocationRow>("dock.allocations", AllocationRow::key)
        .quiet("column.allocation", 124, AllocationRow::key)
        .column("column.scope", 106, AllocationRow::scope)
        .column("column.reserved", 176, AllocationRow::reserved)
        .column("column.consumed", 110, AllocationRow::consumed)
        .quiet("column.priority", 62, AllocationRow::priority)
        .quiet("column.since", 78, AllocationRow::since)
        .quiet("column.expires", 78, AllocationRow::expires)
        .quiet("column.purpose", 90, AllocationRow::purpose);
  }

  private static KeyedTable<EventRow> events(Palette palette, Consumer<String> visit) {
    return new KeyedTable<EventRow>("dock.events", EventRow::sequence)
        .level("column.family", 100, palette, EventRow::level, EventRow::family)
        .quiet("column.at", 110, EventRow::at)
        .column("column.scope", 140, EventRow::scope)
        .sentences("column.what", 420, 320, EventRow::sentence)
        .onOpen(row -> visit.accept(row.address()));
  }

  private Node eventsBox() {
    eventsAbout.getStyleClass().add("caption");
    var calm = new CheckBox(Wording.text("events.calm"));
    calm.selectedProperty().subscribe(on -> desk.events().leaveOutRoutine(on));
    var line = new HBox(eventsAbout, calm);
    line.getStyleClass().add("events-line");
    VBox.setVgrow(events.node(), Priority.ALWAYS);
    return new VBox(line, events.node(), eventsEnd);
  }

  private void titleAllocations(int total) {
    title(allocationsTab, "dock.allocations", total);
  }

  private static Tab tab(String title, Node content) {
    return new Tab(Wording.text(title), content);
  }

  private static void title(Tab tab, String title, int count) {
    String now =
        count == 0 ? Wording.text(title) : Wording.text(title) + "  " + Figures.count(count);
    if (!now.equals(tab.getText())) {
      tab.setText(now);
    }
  }
}
