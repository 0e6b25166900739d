package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.GrantedLine;
import java.util.List;

/// A task that was granted and is under way.
///
/// @param run whose it is
/// @param task what it is
/// @param allocation what it has
/// @param lines how much
/// @param share which part of what it reserved it will have used in the end; above 1 for too much
record Job(Run run, Task task, AllocationId allocation, List<GrantedLine> lines, double share) {
  private static final double HALF_TIME_SHARE = 0.4;

  /// What it has used of a line at half time.
  long usedAtHalfTime(GrantedLine line) {
    return Math.round(line.granted() * share * HALF_TIME_SHARE);
  }

  /// What it uses of that line from half time to its end.
  long usedAfterHalfTime(GrantedLine line) {
    return Math.max(1, Math.round(line.granted() * share)) - usedAtHalfTime(line);
  }

  /// What it uses of another line: never more than it reserved, and at least 1.
  long usedWithinReservation(GrantedLine line) {
    return Math.max(1, Math.round(line.granted() * Math.min(1, share)));
  }
}
