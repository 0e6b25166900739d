package dev.headroom.console.viewmodel;

import java.util.List;

/// By how much the use of a scope has risen or fallen lately; see [Trends].
///
/// @param direction which way
/// @param amount by how much, in short: `+12 %`, `−3.1k`; empty where that is not known
/// @param span over which time, in short: `in 5 min`
/// @param sentence all of it exactly, for hover and screen readers
/// @param curve use over that time, the oldest first, each from 0 for the least to 1 for the most
public record TrendReading(
    Direction direction, String amount, String span, String sentence, List<Double> curve) {
  /// Which way use goes.
  public enum Direction {
    RISES,
    FALLS,
    STEADY,
    /// It was not looked at for long enough.
    UNKNOWN
  }

  /// Of what is no scope, or where nothing is used.
  public static final TrendReading NONE =
      new TrendReading(Direction.UNKNOWN, "", "", "", List.of());

  public TrendReading {
    curve = List.copyOf(curve);
  }
}
