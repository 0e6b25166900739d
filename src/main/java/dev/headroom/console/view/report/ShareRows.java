package dev.headroom.console.view.report;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.report.ReportReading;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Parts of a whole, each as a bar with its name, amount and percentage. For the UI thread only.
final class ShareRows extends GridPane {
  private static final double NAME_WIDTH = 150;
  private static final double BAR_HEIGHT = 8;

  private final Palette palette;

  ShareRows(Palette palette) {
    this.palette = palette;
    getStyleClass().add("share-rows");
    var name = new ColumnConstraints(NAME_WIDTH);
    var bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    bar.setMinWidth(40);
    getColumnConstraints().setAll(name, bar, right(), right());
  }

  private static ColumnConstraints right() {
    var column = new ColumnConstraints();
    column.setHalignment(HPos.RIGHT);
    column.setMinWidth(Region.USE_PREF_SIZE);
    return column;
  }

  /// Shows parts, or what is said where there are none.
  void show(List<ReportReading.Share> shares, String none) {
    getChildren().clear();
    if (shares.isEmpty()) {
      var label = new Label(none);
      label.getStyleClass().add("muted");
      add(label, 0, 0, 4, 1);
    }
    for (int row = 0; row < shares.size(); row++) {
      ReportReading.Share share = shares.get(row);
      var percent = new Label(share.percent());
      percent.getStyleClass().add("muted");
      addRow(
          row, new Label(share.name()), new Bar(palette, share), new Label(share.text()), percent);
    }
  }

  /// One bar.
  private static final class Bar extends Drawn {
    private final ReportReading.Share share;

    Bar(Palette palette, ReportReading.Share share) {
      super(palette);
      this.share = share;
      setMinSize(40, BAR_HEIGHT);
      setPrefSize(160, BAR_HEIGHT);
      setMaxHeight(BAR_HEIGHT);
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
      double wide = width * share.width();
      double over = wide * share.over();
      graphics.setFill(palette().of(Tone.TRACK));
      graphics.fillRoundRect(0, 0, width, height, height, height);
      graphics.setFill(palette().of(Tone.CONSUMED));
      graphics.fillRoundRect(0, 0, wide, height, height, height);
      graphics.setFill(palette().of(Tone.OVER));
      graphics.fillRect(wide - over, 0, over, height);
    }
  }
}
