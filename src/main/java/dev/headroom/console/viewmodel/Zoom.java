package dev.headroom.console.viewmodel;

import java.util.List;

/// How large a window shows everything.
///
/// @param percent from [#MIN] to [#MAX]; 100 is as designed
public record Zoom(int percent) {
  public static final int MIN = 80;
  public static final int MAX = 200;

  /// As designed.
  public static final Zoom NORMAL = new Zoom(100);

  /// The sizes that are offered, in percent.
  static final List<Integer> STEPS = List.of(MIN, 90, 100, 110, 125, 150, 175, MAX);

  public Zoom {
    if (percent < MIN || percent > MAX) {
      throw new IllegalArgumentException("no zoom: " + percent);
    }
  }

  /// The one that is nearest to `percent`, whatever that is.
  public static Zoom near(int percent) {
    return new Zoom(Math.clamp(percent, MIN, MAX));
  }

  /// The next larger step, or the largest.
  public Zoom larger() {
    return STEPS.stream().filter(step -> step > percent).findFirst().map(Zoom::new).orElse(this);
  }

  /// The next smaller step, or the smallest.
  public Zoom smaller() {
    return STEPS.reversed().stream()
        .filter(step -> step < percent)
        .findFirst()
        .map(Zoom::new)
        .orElse(this);
  }

  /// As a factor.
  public double factor() {
    return percent / 100.0;
  }
}
