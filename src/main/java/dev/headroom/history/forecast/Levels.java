package dev.headroom.history.forecast;

import java.util.Arrays;

/// Exponentially smoothed levels, from very calm to the last value itself, and some with a damped
/// trend.
///
/// @see "Brown, Statistical Forecasting for Inventory Control, 1959"
/// @see "Gardner and McKenzie, Forecasting Trends in Time Series, Management Science 31 (1985)"
final class Levels {
  private static final double[] WEIGHTS = {.02, .05, .1, .2, .4, .7, 1};
  private static final double TREND_LEVEL = .2;
  private static final double TREND_SLOPE = .1;
  private static final double[] DAMPINGS = {.9, .98};

  /// Which of them follows slowly, for mixing it with others.
  static final int CALM = 2;

  /// Which follows at a middling pace.
  static final int MIDDLING = 3;

  /// Which follows fast.
  static final int BRISK = 5;

  /// Which is the last value itself.
  static final int LAST = WEIGHTS.length - 1;

  static final int COUNT = WEIGHTS.length;

  /// How many there are with a trend.
  static final int TRENDS = DAMPINGS.length;

  private final double[] levels = new double[COUNT];
  private final double[] trended = new double[TRENDS];
  private final double[] slopes = new double[TRENDS];
  private boolean begun;

  void observe(double value) {
    if (!begun) {
      begun = true;
      Arrays.fill(levels, value);
      Arrays.fill(trended, value);
      return;
    }
    for (int each = 0; each < COUNT; each++) {
      levels[each] += WEIGHTS[each] * (value - levels[each]);
    }
    for (int each = 0; each < TRENDS; each++) {
      double worn = DAMPINGS[each] * slopes[each];
      double expected = trended[each] + worn;
      double risen = expected + TREND_LEVEL * (value - expected);
      slopes[each] = worn + TREND_SLOPE * (risen - expected);
      trended[each] = risen;
    }
  }

  double level(int which) {
    return levels[which];
  }

  /// The mean of the next buckets if the trend wears off at one of several paces.
  double trending(int which, int buckets) {
    double sum = 0;
    double step = 0;
    double damped = 1;
    for (int ahead = 1; ahead <= buckets; ahead++) {
      damped *= DAMPINGS[which];
      step += damped * slopes[which];
      sum += trended[which] + step;
    }
    return sum / buckets;
  }
}
