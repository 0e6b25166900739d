package dev.headroom.node.replay;

import dev.headroom.model.AllocationId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/// What the allocations of one world stand for. Those that ended so long ago that nothing can be
/// said of them any more (U4) can be forgotten.
///
/// @param <D> what they are to whoever asks
final class Names<D> {
  private static final long KEPT_MILLIS = Duration.ofMinutes(15).toMillis();

  private final Map<AllocationId, D> demands = new HashMap<>();
  private final Queue<Ended> ended = new ArrayDeque<>();

  private record Ended(AllocationId id, long millis) {}

  void put(AllocationId id, D demand) {
    demands.put(id, demand);
  }

  /// Empty for what was there before the span and goes by the same name in both worlds, and for
  /// what is unknown in both.
  Optional<D> find(AllocationId id) {
    return Optional.ofNullable(demands.get(id));
  }

  /// An allocation has ended.
  void end(AllocationId id, long millis) {
    if (demands.containsKey(id)) {
      ended.add(new Ended(id, millis));
    }
  }

  /// Forgets what ended long before.
  void forget(long millis) {
    for (Ended first = ended.peek();
        first != null && first.millis < millis - KEPT_MILLIS;
        first = ended.peek()) {
      demands.remove(first.id);
      ended.remove();
    }
  }
}
