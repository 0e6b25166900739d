package dev.headroom.console.view;

import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.TrendReading;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// By how much use has risen or fallen lately: an arrow, a number and, where there is room, the
/// curve. For the UI thread only.
final class TrendFigure extends Readout<TrendReading> {
  private static final double ARROW = 9;
  private static final double HEAD = 4;
  private static final double GAP = 6;
  private static final double WORDS = 62;
  private static final double CURVE_WIDTH_MIN = 24;
  private static final double CURVE_HEIGHT = 20;

  TrendFigure(Palette palette) {
    super(palette, TrendReading.NONE, TrendReading::sentence);
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (reading().direction() == TrendReading.Direction.UNKNOWN) {
      return;
    }
    double upper = Math.rint(height / 2) - 8;
    Color ink = palette().of(isStale() ? Tone.STALE_TEXT : Tone.TEXT);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    arrow(graphics, ink, upper);
    double left = ARROW + GAP;
    Letterings.BODY_STRONG.draw(graphics, ink, reading().amount(), left, upper, width - left);
    Color faint = palette().of(Tone.TEXT_FAINT);
    Letterings.CAPTION.draw(graphics, faint, reading().span(), left, upper + 16, width - left);
    double begin = left + WORDS;
    if (width - begin >= CURVE_WIDTH_MIN) {
      double top = Math.rint((height - CURVE_HEIGHT) / 2);
      curve(graphics, reading().curve(), begin, top, width - begin);
    }
  }

  /// Up, down or level, which also those see who see no colours.
  private void arrow(GraphicsContext graphics, Color ink, double middle) {
    double rise =
        switch (reading().direction()) {
          case RISES -> -ARROW / 2 + 1;
          case FALLS -> ARROW / 2 - 1;
          case STEADY, UNKNOWN -> 0;
        };
    graphics.setStroke(ink);
    graphics.setLineWidth(1.5);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    double end = middle + rise;
    graphics.strokeLine(0, middle - rise, ARROW, end);
    if (rise == 0) {
      graphics.strokePolyline(
          new double[] {ARROW - HEAD, ARROW, ARROW - HEAD},
          new double[] {end - HEAD + 1, end, end + HEAD - 1},
          3);
    } else {
      double back = rise < 0 ? HEAD : -HEAD;
      graphics.strokePolyline(
          new double[] {ARROW - HEAD, ARROW, ARROW}, new double[] {end, end, end + back}, 3);
    }
  }

  private void curve(
      GraphicsContext graphics, List<Double> points, double left, double top, double width) {
    double[] xs = new double[points.size()];
    double[] ys = new double[points.size()];
    for (int at = 0; at < points.size(); at++) {
      xs[at] = left + width * at / Math.max(1, points.size() - 1);
      ys[at] = top + CURVE_HEIGHT * (1 - points.get(at));
    }
    graphics.setStroke(palette().of(isStale() ? Tone.STALE : Tone.TEXT_MUTED));
    graphics.setLineWidth(1);
    graphics.strokePolyline(xs, ys, points.size());
  }
}
