package dev.headroom.sandbox.trace;

import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came of the rows. Every row that was read ends in exactly one of granted, partial, denied
/// and skipped; those that had to wait are counted as queued besides.
final class RowTally {
  private final Map<Denial.Reason, Long> denied = new EnumMap<>(Denial.Reason.class);
  private final WaitTimes waits = new WaitTimes();
  private long granted;
  private long partial;
  private long queued;
  private long refused;

  void granted() {
    granted++;
  }

  void partial() {
    partial++;
  }

  void queued() {
    queued++;
  }

  /// A row whose request the engine would not take.
  void refused() {
    refused++;
  }

  /// A denied row counts once, under the gravest reason of its lines.
  void denied(List<Denial> denials) {
    Denial.Reason gravest = denials.getFirst().reason();
    for (Denial denial : denials) {
      if (denial.reason().compareTo(gravest) < 0) {
        gravest = denial.reason();
      }
    }
    denied.merge(gravest, 1L, Long::sum);
  }

  void waited(long millis) {
    waits.add(millis);
  }

  /// Counts a row that was granted after a wait.
  void grantedLate(int linesAsked, List<GrantedLine> lines) {
    boolean whole = lines.size() == linesAsked;
    for (GrantedLine line : lines) {
      whole &= line.granted() == line.requested();
    }
    if (whole) {
      granted();
    } else {
      partial();
    }
  }

  long grantedRows() {
    return granted;
  }

  long partialRows() {
    return partial;
  }

  long queuedRows() {
    return queued;
  }

  long refusedRows() {
    return refused;
  }

  Map<Denial.Reason, Long> deniedRows() {
    return denied;
  }

  WaitTimes waits() {
    return waits;
  }
}
