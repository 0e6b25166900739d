package dev.headroom.client.embedded;

import dev.headroom.engine.Inspector;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads how scopes stand, a few in each turn. Used once, by one thread.
final class StatusReading {
  /// How many are read in one turn; each costs about as much as looking at fifty in a search.
  private static final int READ_AT_ONCE = 64;

  private final List<ScopePath> paths;
  private final List<ScopeStatus> read = new ArrayList<>();
  private int next;

  StatusReading(List<ScopePath> paths) {
    this.paths = paths;
  }

  /// Reads the next few.
  ///
  /// @return whether there are more
  boolean turn(Inspector engine, Instant now) {
    int end = Math.min(paths.size(), next + READ_AT_ONCE);
    for (ScopePath path : paths.subList(next, end)) {
      engine.scope(path, now).ifPresent(read::add);
    }
    next = end;
    return next < paths.size();
  }

  /// Those that there were, in order.
  List<ScopeStatus> read() {
    return List.copyOf(read);
  }
}
