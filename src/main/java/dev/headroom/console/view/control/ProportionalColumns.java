package dev.headroom.console.view.control;

import java.util.List;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// Gives the columns of a table its whole width, each as much of it as its preferred width is of
/// all. The policies of JavaFX share out what is added or taken away evenly instead, so that a
/// table that was narrow once has columns of the same width for ever. A column whose edge is
/// dragged prefers its new width. For the UI thread only.
@SuppressWarnings("rawtypes") // As TableView wants it.
final class ProportionalColumns extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {
  @Override
  public Boolean call(TableView.ResizeFeatures features) {
    if (features.getColumn() == null) {
      return share(features);
    }
    boolean dragged = TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN.call(features);
    for (Object column : features.getTable().getVisibleLeafColumns()) {
      keep((TableColumn) column);
    }
    return dragged;
  }

  private static void keep(TableColumn column) {
    column.setPrefWidth(column.getWidth());
  }

  @SuppressWarnings("unchecked") // The rows' type does not matter here.
  private static boolean share(TableView.ResizeFeatures features) {
    List<TableColumnBase> columns = features.getTable().getVisibleLeafColumns();
    double wanted = columns.stream().mapToDouble(TableColumnBase::getPrefWidth).sum();
    double left = features.getContentWidth();
    for (TableColumnBase column : columns) {
      double width =
          column.equals(columns.getLast())
              ? left
              : Math.floor(features.getContentWidth() * column.getPrefWidth() / wanted);
      features.setColumnWidth(column, Math.max(column.getMinWidth(), width));
      left -= column.getWidth();
    }
    return true;
  }
}
