package dev.headroom.model;

import java.util.Comparator;

/// Names one alert: there is one per constraint and threshold (rule T1), and one per constraint
/// that says beforehand that it runs out (rule T5).
///
/// @param constraint whose threshold
/// @param percent which; [#FORECAST] where it says so beforehand
public record AlertRef(ConstraintRef constraint, int percent) implements Comparable<AlertRef> {
  /// The percentage that stands for a forecast; thresholds begin with 1.
  public static final int FORECAST = 0;

  private static final Comparator<AlertRef> ORDER =
      Comparator.comparing(AlertRef::constraint).thenComparingInt(AlertRef::percent);

  /// That of a constraint which says beforehand that it runs out.
  public static AlertRef forecast(ConstraintRef constraint) {
    return new AlertRef(constraint, FORECAST);
  }

  /// Whether it says something beforehand.
  public boolean isForecast() {
    return percent == FORECAST;
  }

  /// How urgent it is; a forecast is a warning.
  public Severity severity() {
    return isForecast() ? Severity.WARNING : Thresholds.severityAt(percent);
  }

  @Override
  public int compareTo(AlertRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (isForecast() ? "forecast of " : percent + " % of ") + constraint;
  }
}
