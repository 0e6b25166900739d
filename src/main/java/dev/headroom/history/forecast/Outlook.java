package dev.headroom.history.forecast;

/// What demand will be, as the mean of some buckets to come.
///
/// @param expected at least 0
/// @param low it will be less in one of ten cases
/// @param high it will be more in one of ten cases; infinite where too little was seen to say
public record Outlook(double expected, double low, double high) {
  static Outlook unbounded(double expected) {
    return new Outlook(expected, 0, Double.POSITIVE_INFINITY);
  }

  /// Whether enough was seen for bounds.
  public boolean isBounded() {
    return high < Double.POSITIVE_INFINITY;
  }

  /// Whether a value lies within the bounds.
  public boolean covers(double value) {
    return low <= value && value <= high;
  }
}
