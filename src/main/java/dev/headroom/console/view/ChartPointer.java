package dev.headroom.console.view;

import dev.headroom.console.view.control.ChartScale;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Sheet;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.ChartReading;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Times;
import java.time.Instant;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The read-out of a chart under the pointer: a line, a dot on the curve, and what stood there
/// then. For the UI thread only.
final class ChartPointer {
  private static final double PADDING = 8;
  private static final double HEIGHT = 22;

  private final Palette palette;
  private final Sheet sheet;
  private OptionalDouble pointedAt = OptionalDouble.empty();

  ChartPointer(Palette palette, Sheet sheet) {
    this.palette = palette;
    this.sheet = sheet;
  }

  /// The pointer is at `x`.
  void point(ChartReading now, ChartScale scale, double x) {
    pointedAt = OptionalDouble.of(x);
    refresh(now, scale);
  }

  /// The pointer has left.
  void leave() {
    pointedAt = OptionalDouble.empty();
    sheet.clear();
  }

  /// The curve has moved under the pointer, which may not be there.
  void refresh(ChartReading now, ChartScale scale) {
    if (pointedAt.isEmpty()) {
      return;
    }
    double x = pointedAt.getAsDouble();
    GraphicsContext graphics = sheet.clear();
    int index = now.used().indexAt(scale.millisAt(x));
    boolean outside = x < scale.left() || x > scale.right() || index < 0;
    if (outside || Double.isNaN(now.used().valueAt(index))) {
      return;
    }
    long at = now.used().millisAt(index);
    double value = now.used().valueAt(index);
    graphics.setStroke(palette.of(Tone.BORDER_STRONG));
    graphics.setLineWidth(1);
    graphics.strokeLine(x, scale.top(), x, scale.bottom());
    graphics.setFill(palette.of(Tone.ACCENT));
    graphics.fillOval(scale.x(at) - 3.5, scale.y(value) - 3.5, 7, 7);
    plate(graphics, scale, x, textOf(now, at, Math.round(value)));
  }

  private static String textOf(ChartReading now, long atMillis, long value) {
    Instant present = Instant.ofEpochMilli(now.nowMillis());
    String clock = Times.clock(present, Instant.ofEpochMilli(atMillis), now.zone());
    String text = clock + "   " + now.amounts().apply(value);
    int allowance = now.allowance().indexAt(atMillis);
    return allowance < 0
        ? text
        : text + "   " + Figures.percent(value, Math.round(now.allowance().valueAt(allowance)));
  }

  private void plate(GraphicsContext graphics, ChartScale scale, double x, String text) {
    double width = Letterings.CAPTION_STRONG.widthOf(text) + 2 * PADDING;
    double left = Math.min(Math.max(scale.left(), x - width / 2), scale.right() - width);
    graphics.setFill(palette.of(Tone.RAISED));
    graphics.fillRoundRect(left, scale.top(), width, HEIGHT, 6, 6);
    graphics.setStroke(palette.of(Tone.BORDER_STRONG));
    graphics.strokeRoundRect(left + 0.5, scale.top() + 0.5, width - 1, HEIGHT - 1, 6, 6);
    graphics.setFont(Letterings.CAPTION_STRONG.font());
    graphics.setFill(palette.of(Tone.TEXT));
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.fillText(text, left + PADDING, scale.top() + HEIGHT / 2);
  }
}
