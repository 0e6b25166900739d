package dev.headroom.sandbox.trace;

import dev.headroom.model.Denial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came of the rows. Every row that was read ends in exactly one of granted, partial, denied
/// and skipped; those that had to wait are counted as queued besides. A row that is preempted and
/// waits again counts by what comes of it then.
final class RowTally {
  private final Map<Denial.Reason, Long> denied = new EnumMap<>(Denial.Reason.class);
  private final WaitTimes waits = new WaitTimes();
  private long granted;
  private long partial;
  private long queued;
  private long refused;
  private long requeued;
  private double lostSeconds;

  /// A row was granted, all of it or part.
  void granted(boolean whole) {
    if (whole) {
      granted++;
    } else {
      partial++;
    }
  }

  /// A row that was granted waits again.
  void requeued(boolean wasWhole) {
    requeued++;
    if (wasWhole) {
      granted--;
    } else {
      partial--;
    }
  }

  /// A row was preempted after it had run for a while.
  void lost(long millis) {
    lostSeconds += millis / 1000.0;
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

  long requeuedRows() {
    return requeued;
  }

  double lostSeconds() {
    return lostSeconds;
  }

  Map<Denial.Reason, Long> deniedRows() {
    return denied;
  }

  WaitTimes waits() {
    return waits;
  }
}
