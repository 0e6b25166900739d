package dev.headroom.console.view.report;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.report.ReportReading;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextAlignment;

/// A bar for each part of a span, what is overage on top; the pointer reads them off. For the UI
/// thread only.
final class ReportBars extends Drawn {
  private static final double LABELS = 20;
  private static final double LABEL_GAP = 14;
  private static final double BAR_MAX = 44;
  private static final double BAR_SHARE = 0.72;
  private static final double LEAST = 1.5;
  private static final int LINES = 4;

  private final Tooltip readOut = new Tooltip();
  private List<ReportReading.Bar> bars = List.of();

  ReportBars(Palette palette) {
    super(palette);
    setMinSize(160, 120);
    setPrefSize(600, 180);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    Tooltip.install(this, readOut);
    setOnMouseMoved(event -> point(event.getX()));
  }

  void show(String title, List<ReportReading.Bar> now) {
    bars = now;
    setAccessibleText(Wording.text("report.bars.accessible", title));
    repaint();
  }

  private void point(double x) {
    int at = (int) (x / getWidth() * bars.size());
    readOut.setText(at >= 0 && at < bars.size() ? bars.get(at).text() : "");
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    double room = height - LABELS;
    graphics.setStroke(palette().of(Tone.GRID));
    graphics.setLineWidth(1);
    for (int line = 0; line <= LINES; line++) {
      double y = Math.floor(room * line / LINES) + 0.5;
      graphics.strokeLine(0, y, width, y);
    }
    double slot = bars.isEmpty() ? width : width / bars.size();
    double bar = Math.min(BAR_MAX, slot * BAR_SHARE);
    double widest =
        bars.stream().mapToDouble(each -> Letterings.CAPTION.widthOf(each.label())).max().orElse(0);
    int every = (int) Math.max(1, Math.ceil((widest + LABEL_GAP) / slot));
    graphics.setFont(Letterings.CAPTION.font());
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.BOTTOM);
    for (int at = 0; at < bars.size(); at++) {
      ReportReading.Bar now = bars.get(at);
      double middle = slot * (at + 0.5);
      double high = now.height() > 0 ? Math.max(LEAST, room * now.height()) : 0;
      double over = high * now.over();
      graphics.setFill(palette().of(Tone.CONSUMED));
      graphics.fillRect(middle - bar / 2, room - high + over, bar, high - over);
      graphics.setFill(palette().of(Tone.OVER));
      graphics.fillRect(middle - bar / 2, room - high, bar, over);
      if (at % every == every / 2) {
        graphics.setFill(palette().of(Tone.TEXT_MUTED));
        double half = Letterings.CAPTION.widthOf(now.label()) / 2;
        graphics.fillText(
            now.label(), Math.clamp(middle, half, Math.max(half, width - half)), height - 2);
      }
    }
  }
}
