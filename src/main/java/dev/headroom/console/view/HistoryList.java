package dev.headroom.console.view;

import dev.headroom.console.view.control.KeyedTable;
import dev.headroom.console.view.control.ListEnd;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.EventRow;
import dev.headroom.console.viewmodel.Wording;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who has changed limits, pools and settings, what, when and why, the newest first. For the UI
/// thread only.
final class HistoryList extends VBox {
  private final Desk desk;
  private final KeyedTable<EventRow> table =
      new KeyedTable<EventRow>("dock.history", EventRow::sequence)
          .quiet("column.at", 150, EventRow::at)
          .sentences("column.what", 760, 380, EventRow::sentence);
  private final ListEnd end;
  private long shown = -1;

  HistoryList(Desk desk) {
    this.desk = desk;
    VBox.setVgrow(table.node(), Priority.ALWAYS);
    end = new ListEnd(desk.history()::lookBack);
    getChildren().setAll(table.node(), end);
  }

  /// Shows what is new.
  void update() {
    long version = desk.history().version();
    if (version != shown) {
      shown = version;
      table.show(desk.historyRows(), Wording.text("history.none"));
      end.show(desk.end(desk.history()), desk.history().lookBackText());
    }
  }

  /// Puts the focus onto the list.
  void focusList() {
    table.node().requestFocus();
  }
}
