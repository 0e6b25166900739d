package dev.headroom.history.rollup;

/// What one event does to what is reserved and in use.
///
/// @param reserved by how much more is reserved
/// @param inUse by how much more is in use
/// @param sampled by how much more is reserved by allocations of which there are samples
record Shift(long reserved, long inUse, long sampled) {
  /// Puts it into the row of a stretch.
  void into(HoldingRow row, long at) {
    long after = at - row.start;
    row.reserved.change(reserved, after, at);
    row.inUse.change(inUse, after, at);
    row.sampled.change(sampled, after, at);
    if (reserved > 0) {
      row.newlyReserved = Math.addExact(row.newlyReserved, reserved);
    }
  }

  /// Puts it into how a type stands.
  void into(Standing standing) {
    standing.reserved += reserved;
    standing.inUse += inUse;
    standing.sampled += sampled;
  }
}
