package dev.headroom.console.viewmodel.map;

/// A rectangle, in pixels of the layout.
public record Box(double x, double y, double width, double height) {
  public double area() {
    return width * height;
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /// How many times as long as wide; a square is 1.
  double aspect() {
    double shorter = Math.min(width, height);
    return shorter <= 0 ? Double.MAX_VALUE : Math.max(width, height) / shorter;
  }

  /// What is left within margins; never less than nothing.
  Box within(double side, double top, double bottom) {
    return new Box(
        x + side, y + top, Math.max(0, width - 2 * side), Math.max(0, height - top - bottom));
  }
}
