package dev.headroom.model;

/// A pool as it stands at one instant. Conservation (P1): for spent types `available + reserved +
/// consumed = initial + replenished + toppedUp − drained`; for held types `available + reserved =
/// capacity` unless the capacity was lowered below what is reserved.
///
/// @param pool its terms and place
/// @param version for changes (L9)
/// @param available what it would grant now; negative where usage went beyond (U3)
/// @param reserved what is reserved from it now
/// @param consumed what was consumed from it since it exists; 0 for held types
/// @param initial what it began with
/// @param replenished what replenishment has added
/// @param toppedUp what was topped up
/// @param drained what was taken out when its capacity was lowered
/// @param borrowed what its allocations have reserved in pools further up, beyond `reserved` (P5)
/// @param lent what of `reserved` is lent to pools below
/// @param raisedPercent the highest threshold that was crossed and is not cleared; 0 for none
public record PoolStatus(
    Pool pool,
    long version,
    long available,
    long reserved,
    long consumed,
    long initial,
    long replenished,
    long toppedUp,
    long drained,
    long borrowed,
    long lent,
    int raisedPercent) {

  /// What counts as used of the capacity: what is held, or what of a spent type is not available.
  public long used() {
    return pool.type().isHeld() ? reserved : pool.terms().capacity() - available;
  }

  /// What of a spent type was consumed and not replenished, topped up or returned since; where the
  /// pool stands on its price's steps. Below zero where more is reserved than it holds (P6).
  public long drawn() {
    return pool.type().isHeld() ? 0 : pool.terms().capacity() - available - reserved;
  }

  /// What the next unit that is consumed costs, unless its record says.
  public Money price() {
    return pool.terms().costPerUnit().at(drawn(), pool.terms().capacity());
  }
}
