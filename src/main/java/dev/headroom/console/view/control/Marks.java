package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Level;
import java.util.stream.DoubleStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Small signs that say by shape what colours say too, for those who do not see the colours.
public final class Marks {
  private static final double LINE_WIDTH = 1.3;
  private static final double[] BOLT_X = {0.62, 0.14, 0.46, 0.36, 0.86, 0.54};
  private static final double[] BOLT_Y = {0, 0.58, 0.58, 1, 0.4, 0.4};

  private final double[] xs = new double[4];
  private final double[] ys = new double[4];

  /// Draws the sign of `level` into the square of `size` pixels at (`x`, `y`); a calm one has none.
  public void level(
      GraphicsContext graphics, Level level, Paint colour, double x, double y, double size) {
    switch (level) {
      case UNBOUNDED, CALM -> {}
      case WARNING -> triangle(graphics, colour, x, y, size, false);
      case CRITICAL -> triangle(graphics, colour, x, y, size, true);
      case EXHAUSTED -> stop(graphics, colour, x, y, size);
      case OVER -> diamond(graphics, colour, x, y, size);
    }
  }

  /// A triangle that points up; hollow for a warning, filled for what is critical.
  public void triangle(
      GraphicsContext graphics, Paint colour, double x, double y, double size, boolean filled) {
    double inset = filled ? 0 : LINE_WIDTH / 2;
    xs[0] = x + size / 2;
    ys[0] = y + inset + 0.5;
    xs[1] = x + size - inset;
    ys[1] = y + size - inset - 0.5;
    xs[2] = x + inset;
    ys[2] = ys[1];
    if (filled) {
      graphics.setFill(colour);
      graphics.fillPolygon(xs, ys, 3);
    } else {
      graphics.setStroke(colour);
      graphics.setLineWidth(LINE_WIDTH);
      graphics.strokePolygon(xs, ys, 3);
    }
  }

  /// A dot, for a notice.
  public void dot(GraphicsContext graphics, Paint colour, double x, double y, double size) {
    graphics.setFill(colour);
    graphics.fillOval(x + size * 0.15, y + size * 0.15, size * 0.7, size * 0.7);
  }

  /// A clock, for those who wait.
  public void clock(GraphicsContext graphics, Paint colour, double x, double y, double size) {
    graphics.setStroke(colour);
    graphics.setLineWidth(LINE_WIDTH);
    double inset = LINE_WIDTH / 2;
    graphics.strokeOval(x + inset, y + inset, size - LINE_WIDTH, size - LINE_WIDTH);
    double middle = size / 2;
    graphics.strokeLine(x + middle, y + middle, x + middle, y + size * 0.25);
    graphics.strokeLine(x + middle, y + middle, x + size * 0.7, y + middle);
  }

  /// A hollow square, for what somebody has changed.
  public void change(GraphicsContext graphics, Paint colour, double x, double y, double size) {
    graphics.setStroke(colour);
    graphics.setLineWidth(LINE_WIDTH);
    double inset = size * 0.15;
    graphics.strokeRect(x + inset, y + inset, size - 2 * inset, size - 2 * inset);
  }

  /// A bolt, for what was thrown in.
  public void bolt(GraphicsContext graphics, Paint colour, double x, double y, double size) {
    graphics.setFill(colour);
    graphics.fillPolygon(along(BOLT_X, x, size), along(BOLT_Y, y, size), BOLT_X.length);
  }

  private static double[] along(double[] parts, double from, double size) {
    return DoubleStream.of(parts).map(part -> from + part * size).toArray();
  }

  /// Fills a rectangle with slanted lines: what is beyond an allowance, or no longer current.
  public static void hatch(
      GraphicsContext graphics, Color colour, double x, double y, double width, double height) {
    graphics.setStroke(colour);
    graphics.setLineWidth(1.5);
    double right = x + width;
    for (double foot = x - height; foot < right; foot += 4) {
      double from = Math.max(foot, x);
      double to = Math.min(foot + height, right);
      if (to > from) {
        graphics.strokeLine(from, y + height - (from - foot), to, y + height - (to - foot));
      }
    }
  }

  /// A filled square with a bar across, like the sign at the end of a road.
  private static void stop(
      GraphicsContext graphics, Paint colour, double x, double y, double size) {
    graphics.setFill(colour);
    graphics.fillRect(x, y + size * 0.1, size, size * 0.25);
    graphics.fillRect(x, y + size * 0.5, size, size * 0.45);
  }

  private void diamond(GraphicsContext graphics, Paint colour, double x, double y, double size) {
    double middle = size / 2;
    xs[0] = x + middle;
    ys[0] = y;
    xs[1] = x + size;
    ys[1] = y + middle;
    xs[2] = x + middle;
    ys[2] = y + size;
    xs[3] = x;
    ys[3] = y + middle;
    graphics.setFill(colour);
    graphics.fillPolygon(xs, ys, 4);
  }
}
