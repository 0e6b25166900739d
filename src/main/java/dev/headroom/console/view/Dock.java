package dev.headroom.console.view;

import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.AlertRow;
import dev.headroom.console.viewmodel.AllocationRow;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Listing;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
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

  private final Desk desk;
  private final Tab alertsTab;
  private final Tab conflictsTab;
  private final ConflictList conflicts;
  private final Tab allocationsTab;
  private final Tab eventsTab;
  private final Label eventsAbout = new Label();
  private final KeyedTable<EventRow> events;
  private long shownEvents = -1;
  private String shownAddress = "";

  /// @param visit is told the address of a scope to go to
  Dock(Desk desk, Palette palette, Consumer<String> visit) {
    this.desk = desk;
    getStyleClass().add("dock");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    events = events(palette, visit);
    alertsTab = tab("dock.alerts", list(alerts(palette, visit), desk.alerts(), "alerts.none"));
    Node waiting = list(ConflictList.waiting(visit), desk.waiting(), "waiting.none");
    conflicts = new ConflictList(desk, palette, waiting, visit);
    conflictsTab = tab("dock.conflicts", conflicts);
    allocationsTab =
        tab("dock.allocations", list(allocations(), desk.allocations(), "allocations.none"));
    eventsTab = tab("dock.events", eventsBox());
    getTabs().setAll(List.of(alertsTab, conflictsTab, allocationsTab, eventsTab));
    getSelectionModel().selectedIndexProperty().subscribe(_ -> update());
  }

  /// Fetches the list that is on show, and shows how long the others are.
  void update() {
    int shown = getSelectionModel().getSelectedIndex();
    desk.events().listen(shown == EVENTS);
    if (shown != CONFLICTS) {
      desk.decisions().listen(false);
    }
    switch (shown) {
      case 0 -> desk.alerts().refresh();
      case CONFLICTS -> conflicts.update();
      case 2 -> desk.allocations().refresh();
      default -> showEvents();
    }
    title(alertsTab, "dock.alerts", desk.alertCount());
    title(conflictsTab, "dock.conflicts", desk.waiterCount());
  }

  /// Shows another list.
  void choose(int index) {
    getSelectionModel().select(index);
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
  }

  private static KeyedTable<AlertRow> alerts(Palette palette, Consumer<String> visit) {
    return new KeyedTable<AlertRow>("dock.alerts", AlertRow::key)
        .level("column.severity", 92, palette, AlertRow::level, AlertRow::severity)
        .column("column.scope", 136, AlertRow::scope)
        .quiet("column.constraint", 160, AlertRow::constraint)
        .column("column.threshold", 76, AlertRow::threshold)
        .column("column.used", 224, AlertRow::used)
        .quiet("column.since", 92, AlertRow::since)
        .quiet("column.repeats", 64, AlertRow::repeats)
        .onOpen(row -> visit.accept(row.address()));
  }

  private static KeyedTable<AllocationRow> allocations() {
    return new KeyedTable<AllocationRow>("dock.allocations", AllocationRow::key)
        .quiet("column.allocation", 132, AllocationRow::key)
        .column("column.scope", 130, AllocationRow::scope)
        .column("column.reserved", 190, AllocationRow::reserved)
        .column("column.consumed", 190, AllocationRow::consumed)
        .quiet("column.priority", 70, AllocationRow::priority)
        .quiet("column.since", 96, AllocationRow::since)
        .quiet("column.expires", 90, AllocationRow::expires)
        .quiet("column.purpose", 140, AllocationRow::purpose);
  }

  private static KeyedTable<EventRow> events(Palette palette, Consumer<String> visit) {
    return new KeyedTable<EventRow>("dock.events", EventRow::sequence)
        .level("column.family", 100, palette, EventRow::level, EventRow::family)
        .quiet("column.at", 110, EventRow::at)
        .column("column.scope", 140, EventRow::scope)
        .column("column.what", 520, EventRow::sentence)
        .onOpen(row -> visit.accept(row.address()));
  }

  private <T> Node list(KeyedTable<T> table, Listing<T> listing, String none) {
    var more = new Label();
    more.getStyleClass().addAll("caption", "list-more");
    more.setManaged(false);
    more.setVisible(false);
    listing.listen(now -> {
      table.show(now.rows(), now.placeholder(Wording.text(none)));
      boolean cut = now.total() > now.rows().size();
      more.setManaged(cut);
      more.setVisible(cut);
      more.setText(
          Wording.text("list.more", Figures.count(now.rows().size()), Figures.count(now.total())));
      if (now == desk.allocations()) {
        title(allocationsTab, "dock.allocations", now.total());
      }
    });
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    return new VBox(table.node(), more);
  }

  private Node eventsBox() {
    eventsAbout.getStyleClass().add("caption");
    var calm = new CheckBox(Wording.text("events.calm"));
    calm.selectedProperty().subscribe(on -> desk.events().leaveOutRoutine(on));
    var line = new HBox(eventsAbout, calm);
    line.getStyleClass().add("events-line");
    VBox.setVgrow(events.node(), Priority.ALWAYS);
    return new VBox(line, events.node());
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
