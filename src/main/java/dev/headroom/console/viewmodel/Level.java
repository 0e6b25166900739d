package dev.headroom.console.viewmodel;

/// How close to its allowance something is: the one scale that colours and shapes are chosen by.
public enum Level {
  /// Nothing constrains it, so there is nothing to be close to.
  UNBOUNDED,
  CALM,
  WARNING,
  CRITICAL,
  /// Exactly full: nothing more is granted.
  EXHAUSTED,
  /// Beyond the allowance, in grace or charged as overage.
  OVER;

  private static final int WARNING_PERCENT = 80;
  private static final int CRITICAL_PERCENT = 95;

  /// The level of `used` against `allowance`, both in the same unit. An allowance of zero is
  /// exhausted before anything was used.
  public static Level of(long used, long allowance) {
    if (used > allowance) {
      return OVER;
    }
    if (used >= allowance) {
      return EXHAUSTED;
    }
    double percent = 100.0 * used / allowance;
    if (percent >= CRITICAL_PERCENT) {
      return CRITICAL;
    }
    return percent >= WARNING_PERCENT ? WARNING : CALM;
  }

  /// Whether an administrator should look at it.
  public boolean isPressing() {
    return compareTo(WARNING) >= 0;
  }
}
