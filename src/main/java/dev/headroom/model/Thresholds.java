package dev.headroom.model;

import java.util.List;

/// The percentages of an allowance or capacity at which alerts are raised (rule T1).
///
/// @param percents 0 to 8 of them, ascending, each 1 to 1000
public record Thresholds(List<Integer> percents) {
  /// 50, 80 and 100 percent.
  public static final Thresholds DEFAULT = new Thresholds(List.of(50, 80, 100));

  /// Most thresholds that one constraint may have.
  public static final int COUNT_MAX = 8;

  /// The highest threshold: ten times what may be used.
  public static final int PERCENT_MAX = 1000;

  /// How many points a value must fall below a threshold to clear its alert.
  public static final int HYSTERESIS_POINTS = 5;

  /// @throws InvalidValueException where there are too many, one is out of range, or out of order
  public Thresholds {
    percents = List.copyOf(percents);
    if (percents.size() > COUNT_MAX) {
      throw new InvalidValueException("at most %d thresholds", COUNT_MAX);
    }
    int before = 0;
    for (int percent : percents) {
      if (percent <= before || percent > PERCENT_MAX) {
        throw new InvalidValueException(
            "thresholds ascend and are between 1 and %d percent: %s", PERCENT_MAX, percents);
      }
      before = percent;
    }
  }

  /// How severe it is to reach `percent`: below 80 INFO, below 100 WARNING, else CRITICAL. So the
  /// default thresholds 50, 80, 100 mean INFO, WARNING, CRITICAL.
  public static Severity severityAt(int percent) {
    if (percent >= 100) {
      return Severity.CRITICAL;
    }
    return percent >= 80 ? Severity.WARNING : Severity.INFO;
  }
}
