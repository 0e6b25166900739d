package dev.headroom.model;

import java.util.Comparator;

/// Names one alert: there is one per constraint and threshold (rule T1).
///
/// @param constraint whose threshold
/// @param percent which
public record AlertRef(ConstraintRef constraint, int percent) implements Comparable<AlertRef> {
  private static final Comparator<AlertRef> ORDER =
      Comparator.comparing(AlertRef::constraint).thenComparingInt(AlertRef::percent);

  @Override
  public int compareTo(AlertRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return percent + " % of " + constraint;
  }
}
