package dev.headroom.model.suggestion;

/// What a figure of a suggestion tells.
public enum Measure {
  /// What a limit allows now.
  ALLOWED(Unit.AMOUNT),
  /// The most that was used in a window, or at one time.
  PEAK(Unit.AMOUNT),
  /// What was allowed and never used, windows that were over taken together.
  NEVER_USED(Unit.AMOUNT),
  /// The most that was wanted in a window, what was denied included.
  WANTED(Unit.AMOUNT),
  /// How many windows were looked at.
  WINDOWS(Unit.COUNT),
  /// In how many windows something was denied.
  WINDOWS_DENYING(Unit.COUNT),
  /// How many requests were denied.
  DENIED(Unit.COUNT),
  /// How many requests were granted.
  GRANTED(Unit.COUNT),
  /// How many requests there were.
  REQUESTS(Unit.COUNT),
  /// How many requests waited.
  WAITED(Unit.COUNT),
  /// How long requests waited together.
  WAITING(Unit.MILLIS),
  /// The same, each as often as its priority weighs: 1, 2, 4 or 8.
  WEIGHTED_WAITING(Unit.MILLIS),
  /// How long the longest spike of denials lasted.
  LONGEST_SPIKE(Unit.MILLIS),
  /// How many allocations expired.
  EXPIRED(Unit.COUNT),
  /// When the last use came, as long after the grant as of nineteen in twenty.
  LAST_USE(Unit.MILLIS),
  /// What was reserved, over time: `∫ reserved dt`, in unit seconds.
  RESERVED_TIME(Unit.AMOUNT_SECONDS),
  /// What it cost, in credits.
  COST(Unit.CREDITS),
  /// How much was consumed.
  CONSUMED(Unit.AMOUNT),
  /// How many pieces of work were done before in the same way.
  REPEATED(Unit.COUNT),
  /// How many pieces of work were done with the alternative that requests name.
  ALTERNATIVE(Unit.COUNT),
  /// How many different pieces of work there were.
  DISTINCT(Unit.COUNT),
  /// How much dearer, in percent of the cheaper price.
  PRICE(Unit.PERCENT),
  /// How much of what is there was used at busy hours.
  BUSY(Unit.PERCENT),
  /// How much of it was used at idle hours.
  IDLE(Unit.PERCENT);

  private final Unit unit;

  /// What figures count.
  public enum Unit {
    /// The unit of the resource type.
    AMOUNT,
    /// That, times seconds.
    AMOUNT_SECONDS,
    /// Nothing but how many.
    COUNT,
    /// Milliseconds.
    MILLIS,
    /// Credits, with at most six decimals.
    CREDITS,
    /// Hundredths.
    PERCENT
  }

  Measure(Unit unit) {
    this.unit = unit;
  }

  /// What it counts.
  public Unit unit() {
    return unit;
  }
}
