package dev.headroom.history.rollup;

/// The sums of one stretch of time at one place.
public abstract sealed class Row permits UsageRow, HoldingRow, DemandRow {
  /// The number of the scope or pool.
  final long place;

  final Grain grain;
  final long start;

  /// Whether it is on the list of what is to be written.
  boolean listed;

  /// Whether it is nowhere else yet.
  boolean fresh = true;

  Row(long place, Grain grain, long start) {
    this.place = place;
    this.grain = grain;
    this.start = start;
  }

  /// The number of the scope or pool.
  public long place() {
    return place;
  }

  /// Its first millisecond.
  public long start() {
    return start;
  }

  /// How long it is.
  public Grain grain() {
    return grain;
  }
}
