package dev.headroom.history.suggestion;

/// How one limit was used in one of its windows, or in a part of the span where it has none.
///
/// @param start its first millisecond
/// @param end the first millisecond after it
/// @param whole whether all of it was seen
/// @param consumed what was consumed in it
/// @param peak the most that was used at one time: consumed by then, and reserved
/// @param denied how many requests the limit denied
/// @param deniedAmount how much they had asked for
/// @param firstDenial when the first was denied, in epoch milliseconds
/// @param lastDenial when the last was
record Window(
    long start,
    long end,
    boolean whole,
    long consumed,
    long peak,
    long denied,
    long deniedAmount,
    long firstDenial,
    long lastDenial) {
  /// The most that was wanted in it.
  long wanted() {
    return peak + deniedAmount;
  }

  /// How long denials went on, in milliseconds.
  long spike() {
    return denied == 0 ? 0 : lastDenial - firstDenial;
  }
}
