package dev.headroom.console.viewmodel.map;

import java.util.ArrayList;
import java.util.List;

/// Divides a rectangle among weights, so that every part has the area of its weight and is as near
/// to a square as can be: the squarified treemap. Deciding which parts share a strip is apart from
/// placing them, so that weights can change and all parts stay where they are.
///
/// @see "Bruls, Huizing and van Wijk, Squarified Treemaps, Data Visualization 2000, pages 33-42"
final class Squares {
  private Squares() {}

  /// Consecutive parts that stand together along one side of what is left of the rectangle.
  ///
  /// @param count how many
  /// @param column whether they stand on top of each other, at the left, not beside each other, at
  ///   the top
  record Strip(int count, boolean column) {}

  /// Decides which parts share a strip: as many as make them squarer. Linear in time.
  ///
  /// @param weights above zero; from the greatest down it becomes squarest
  static List<Strip> cut(double[] weights, double width, double height) {
    List<Strip> strips = new ArrayList<>();
    double left = width;
    double high = height;
    double scale = width * height / sum(weights, 0, weights.length);
    int from = 0;
    while (from < weights.length) {
      boolean column = left >= high;
      double side = column ? high : left;
      int to = longest(weights, from, scale, side);
      double thickness = side <= 0 ? 0 : sum(weights, from, to) * scale / side;
      if (column) {
        left -= thickness;
      } else {
        high -= thickness;
      }
      strips.add(new Strip(to - from, column));
      from = to;
    }
    return strips;
  }

  /// Places the parts. The rectangle need not be the one that was cut, nor the weights.
  static List<Box> place(List<Strip> strips, double[] weights, Box into) {
    List<Box> boxes = new ArrayList<>(weights.length);
    Box rest = into;
    double left = sum(weights, 0, weights.length);
    int from = 0;
    for (Strip strip : strips) {
      int to = from + strip.count;
      double within = sum(weights, from, to);
      double share = left <= 0 ? 0 : Math.min(1, within / left);
      double length = (strip.column ? rest.width() : rest.height()) * share;
      place(strip, weights, from, rest, length, boxes);
      rest =
          strip.column
              ? new Box(rest.x() + length, rest.y(), rest.width() - length, rest.height())
              : new Box(rest.x(), rest.y() + length, rest.width(), rest.height() - length);
      left -= within;
      from = to;
    }
    return boxes;
  }

  private static void place(
      Strip strip, double[] weights, int from, Box rest, double thickness, List<Box> boxes) {
    double within = sum(weights, from, from + strip.count);
    double along = 0;
    for (int at = from; at < from + strip.count; at++) {
      double share = within <= 0 ? 0 : weights[at] / within;
      double length = (strip.column ? rest.height() : rest.width()) * share;
      boxes.add(
          strip.column
              ? new Box(rest.x(), rest.y() + along, thickness, length)
              : new Box(rest.x() + along, rest.y(), length, thickness));
      along += length;
    }
  }

  /// Where the strip that begins at `from` ends: before the first part that would make its worst
  /// part longer.
  private static int longest(double[] weights, int from, double scale, double side) {
    double least = weights[from] * scale;
    double most = least;
    double sum = least;
    double worst = worst(least, most, sum, side);
    for (int to = from + 1; to < weights.length; to++) {
      double area = weights[to] * scale;
      double worstWith = worst(Math.min(least, area), Math.max(most, area), sum + area, side);
      if (worstWith > worst) {
        return to;
      }
      least = Math.min(least, area);
      most = Math.max(most, area);
      sum += area;
      worst = worstWith;
    }
    return weights.length;
  }

  private static double worst(double least, double most, double sum, double side) {
    double square = side * side;
    double whole = sum * sum;
    return Math.max(square * most / whole, whole / (square * least));
  }

  private static double sum(double[] weights, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at++) {
      sum += weights[at];
    }
    return sum;
  }
}
