package dev.headroom.console.view.control;

/// Where instants and amounts lie in a chart's plot, and which of them get a line. Pure arithmetic.
///
/// @param left the plot's left edge in pixels
/// @param top its top edge
/// @param width its width
/// @param height its height
/// @param from the instant at the left edge, in milliseconds
/// @param to the instant at the right edge
/// @param most the amount at the top edge; 0 is at the bottom
public record ChartScale(
    double left, double top, double width, double height, long from, long to, double most) {
  private static final long[] TIME_STEPS_MILLIS = {
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    10_800_000,
    21_600_000,
    43_200_000,
    86_400_000,
    172_800_000,
    604_800_000
  };

  public double x(long millis) {
    return left + (double) (millis - from) / (to - from) * width;
  }

  public double y(double amount) {
    return top + height - Math.min(amount, most) / most * height;
  }

  public long millisAt(double x) {
    return from + Math.round((x - left) / width * (to - from));
  }

  public double bottom() {
    return top + height;
  }

  public double right() {
    return left + width;
  }

  /// The smallest human step of time at which lines are at least `pixels` apart.
  public long timeStep(double pixels) {
    double wanted = pixels / width * (to - from);
    for (long step : TIME_STEPS_MILLIS) {
      if (step >= wanted) {
        return step;
      }
    }
    return TIME_STEPS_MILLIS[TIME_STEPS_MILLIS.length - 1];
  }

  /// The smallest of 1, 2, 5 · 10ⁿ of a unit at which lines are at least `pixels` apart; at least
  /// 1.
  ///
  /// @param base by how much one unit differs from the next
  public double amountStep(double pixels, int base) {
    double wanted = pixels / height * most;
    double unit = Math.pow(base, Math.max(0, Math.floor(Math.log(wanted) / Math.log(base))));
    double power = Math.pow(10, Math.floor(Math.log10(wanted / unit)));
    double leading = wanted / unit / power;
    double step = leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10;
    return Math.max(1, step * power * unit);
  }
}
