package dev.headroom.console.view;

import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.BarReading;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The resource types in use of one scope, side by side in one cell: as many as are still readable,
/// and a count of the rest. For the UI thread only.
final class ResourceBars extends Readout<List<BarReading>> {
  private static final double SLOT_WIDTH_MIN = 96;
  private static final double SLOT_WIDTH_MAX = 260;
  private static final double SLOT_GAP = 10;
  private static final double REST_WIDTH = 18;
  private static final double BAR_HEIGHT = 6;
  private static final double BAR_GAP = 3;

  private final BarPainter painter;

  /// A cell without bars.
  ResourceBars(Palette palette) {
    super(palette, List.of(), ResourceBars::sentences);
    painter = new BarPainter(palette);
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    int shown = slots(width);
    if (shown == 0) {
      return;
    }
    int rest = reading().size() - shown;
    double room = width - (rest > 0 ? REST_WIDTH + SLOT_GAP : 0);
    double slot = Math.min(SLOT_WIDTH_MAX, (room - (shown - 1) * SLOT_GAP) / shown);
    double top = Math.floor((height - BarPainter.CAPTION_HEIGHT - BAR_GAP - BAR_HEIGHT) / 2);
    for (int at = 0; at < shown; at++) {
      double x = Math.round(at * (slot + SLOT_GAP));
      painter.caption(graphics, reading().get(at), isStale(), x, top, slot);
      double barTop = top + BarPainter.CAPTION_HEIGHT + BAR_GAP;
      painter.bar(graphics, reading().get(at), isStale(), x, barTop, Math.floor(slot), BAR_HEIGHT);
    }
    if (rest > 0) {
      graphics.setFont(Letterings.CAPTION.font());
      graphics.setFill(palette().of(Tone.TEXT_FAINT));
      graphics.setTextBaseline(VPos.CENTER);
      graphics.setTextAlign(TextAlignment.LEFT);
      graphics.fillText("+" + rest, shown * (slot + SLOT_GAP), height / 2);
    }
  }

  private int slots(double width) {
    int all = reading().size();
    int fitting = (int) ((width + SLOT_GAP) / (SLOT_WIDTH_MIN + SLOT_GAP));
    if (all <= fitting) {
      return all;
    }
    double room = width - REST_WIDTH;
    return Math.clamp((int) (room / (SLOT_WIDTH_MIN + SLOT_GAP)), 1, all);
  }

  private static String sentences(List<BarReading> readings) {
    var all = new StringBuilder();
    for (BarReading reading : readings) {
      all.append(reading.sentence()).append(". ");
    }
    return all.toString().strip();
  }
}
