package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Allocations that have ended, for usage that is reported late (rule U4): every one for ten
/// minutes, unless half of what can be remembered has ended since.
final class Departed {
  static final long AGE_MILLIS = Duration.ofMinutes(10).toMillis();

  /// An allocation that has ended.
  record Gone(Holding holding, long endedAt) {}

  private final int half;
  private List<Gone> younger = new ArrayList<>();
  private List<Gone> older = new ArrayList<>();
  private long youngerSince;
  private final Set<AllocationId> met = new TreeSet<>();

  Departed(int capacity) {
    this.half = capacity / 2;
  }

  /// Takes note of a name that was given.
  void meet(AllocationId id) {
    met.add(id);
  }

  /// The older half is forgotten when the younger one is full or more than ten minutes old.
  void add(Holding holding, long now) {
    if (younger.size() == half || now - youngerSince > AGE_MILLIS) {
      older = younger;
      younger = new ArrayList<>();
      youngerSince = now;
    }
    younger.add(new Gone(holding, now));
  }

  Optional<Gone> find(AllocationId id) {
    return Stream.concat(younger.stream(), older.stream())
        .filter(gone -> gone.holding.id.equals(id))
        .findFirst();
  }

  /// Whether a name was ever given.
  boolean everMet(AllocationId id) {
    return met.contains(id);
  }
}
