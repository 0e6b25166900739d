package dev.headroom.console.view;

import dev.headroom.console.view.control.ChartScale;
import dev.headroom.console.viewmodel.TimeSeries;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// A curve as at most four points per pixel column: its first, least, greatest and last sample
/// there, so that no peak is lost however many samples there are. Buffers are kept between
/// drawings. For the UI thread only.
final class CurvePath {
  private static final int POINTS_PER_PIXEL = 4;

  private double[] xs = new double[0];
  private double[] ys = new double[0];
  private int size;

  /// Draws the part of `series` that is in view as a line over an area. Gaps stay open. The
  /// graphics' stroke and fill are used as they are.
  void draw(GraphicsContext graphics, TimeSeries series, ChartScale scale) {
    trace(graphics, series, scale, true);
    flush(graphics, scale, true);
  }

  /// Draws `series` as a line, whose last value holds to the right edge.
  void drawHeld(GraphicsContext graphics, TimeSeries series, ChartScale scale) {
    trace(graphics, series, scale, false);
    if (size > 0) {
      add(scale.right(), ys[size - 1]);
    }
    flush(graphics, scale, false);
  }

  private void trace(
      GraphicsContext graphics, TimeSeries series, ChartScale scale, boolean filled) {
    reserve((int) (scale.width() * POINTS_PER_PIXEL + 16));
    size = 0;
    int last = series.indexAt(scale.to());
    int index = Math.max(0, series.indexAt(scale.from()));
    while (index <= last) {
      if (Double.isNaN(series.valueAt(index))) {
        flush(graphics, scale, filled);
        index++;
      } else {
        index = column(series, scale, index, last);
      }
    }
  }

  /// Takes all samples of the pixel column of sample `index`; returns the first after it.
  private int column(TimeSeries series, ChartScale scale, int index, int last) {
    double x = Math.max(scale.left(), scale.x(series.millisAt(index)));
    double edge = Math.floor(x) + 1;
    double first = series.valueAt(index);
    double least = first;
    double greatest = first;
    double value = first;
    int next = index + 1;
    while (next <= last && scale.x(series.millisAt(next)) < edge) {
      double candidate = series.valueAt(next);
      if (Double.isNaN(candidate)) {
        break;
      }
      value = candidate;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      next++;
    }
    add(x, scale.y(first));
    if (next > index + 1) {
      add(x, scale.y(least));
      add(x, scale.y(greatest));
      add(x, scale.y(value));
    }
    return next;
  }

  private void flush(GraphicsContext graphics, ChartScale scale, boolean filled) {
    if (size > 1) {
      graphics.strokePolyline(xs, ys, size);
      if (filled) {
        add(xs[size - 1], scale.bottom());
        add(xs[0], scale.bottom());
        graphics.fillPolygon(xs, ys, size);
      }
    }
    size = 0;
  }

  private void add(double x, double y) {
    if (size < xs.length) {
      xs[size] = x;
      ys[size] = y;
      size++;
    }
  }

  private void reserve(int points) {
    if (xs.length < points) {
      xs = Arrays.copyOf(xs, points);
      ys = Arrays.copyOf(ys, points);
    }
  }
}
