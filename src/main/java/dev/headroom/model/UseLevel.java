package dev.headroom.model;

/// How close what is used is to what may be used.
public enum UseLevel {
  /// Nothing constrains it.
  UNBOUNDED,
  /// Below 80 percent.
  CALM,
  /// From 80 percent on.
  WARNING,
  /// From 95 percent on.
  CRITICAL,
  /// All of it.
  EXHAUSTED,
  /// More than all of it.
  OVER;

  /// The level of `used` against `allowance`, both at most [Amount#MAX] or a little beyond. An
  /// allowance of zero is exhausted before anything was used.
  public static UseLevel of(long used, long allowance) {
    if (used >= allowance) {
      return used > allowance ? OVER : EXHAUSTED;
    }
    if (reaches(used, 95, allowance)) {
      return CRITICAL;
    }
    return reaches(used, 80, allowance) ? WARNING : CALM;
  }

  private static boolean reaches(long used, int percent, long allowance) {
    return used * 100 >= allowance * percent;
  }
}
