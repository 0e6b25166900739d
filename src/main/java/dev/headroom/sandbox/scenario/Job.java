package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import java.util.List;

/// A task that was granted and is under way.
///
/// @param errand what it is
/// @param allocation what it has
/// @param lines how much
/// @param share which part of what it reserved it will have used in the end; above 1 for too much
/// @param span when it begins and how long it takes
record Job(
    Errand errand, AllocationId allocation, List<GrantedLine> lines, double share, Span span) {
  private static final double HALF_TIME_SHARE = 0.4;

  /// A stretch of simulated time, in epoch milliseconds and milliseconds.
  record Span(long sinceMillis, long millis) {
    /// Which part of it is over.
    double partBy(long atMillis) {
      return millis == 0 ? 1 : Math.clamp((atMillis - sinceMillis) / (double) millis, 0, 1);
    }
  }

  /// The same with less of a type: it does with that.
  Job without(ResourceType type, long amount) {
    List<GrantedLine> smaller =
        lines.stream()
            .map(line -> line.type() == type ? line.withGranted(line.granted() - amount) : line)
            .toList();
    return new Job(errand, allocation, smaller, share, span);
  }

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

  /// What it has used of a line, and not reported, when it is stopped.
  ///
  /// @param reports whether it reports that line at half time
  long unreportedBy(long atMillis, GrantedLine line, boolean reports) {
    double part = span.partBy(atMillis);
    if (!reports) {
      return Math.round(usedWithinReservation(line) * part);
    }
    return part < 0.5
        ? Math.round(usedAtHalfTime(line) * 2 * part)
        : Math.round(usedAfterHalfTime(line) * (2 * part - 1));
  }
}
