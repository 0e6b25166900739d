package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import java.time.Duration;
import java.time.Instant;

/// Notices that scopes have come or gone, and how many there are. Who sees a part is not told of
/// either, and so looks now and then. For the UI thread only.
final class StructureWatch {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final boolean seesAll;
  private Instant lookedAt = Instant.EPOCH;
  private long structure = -1;
  private boolean changed;
  private int count;

  /// @param seesAll whether everything can be seen
  StructureWatch(boolean seesAll) {
    this.seesAll = seesAll;
  }

  /// Begins anew: nothing is known of what comes next.
  void restart() {
    lookedAt = Instant.EPOCH;
    structure = -1;
  }

  void apply(LiveFrame frame) {
    if (seesAll) {
      count = frame.scopeCount();
    } else if (frame.at().isAfter(lookedAt.plus(LOOK_EVERY))) {
      lookedAt = frame.at();
      changed = true;
    }
    changed |= frame.structure() != structure;
    structure = frame.structure();
  }

  /// Whether any have come or gone since this was asked last.
  boolean take() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /// How many there are in all; 0 until that is known.
  int count() {
    return count;
  }

  /// So many were found to be there.
  void setCount(int found) {
    count = found;
  }
}
