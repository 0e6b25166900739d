package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What tasks under way reach for besides what they began with, and what they have of that.
final class Reaches {
  private final Map<AllocationId, AllocationId> wanted = new HashMap<>();
  private final Map<AllocationId, AllocationId> held = new HashMap<>();

  /// A task waits for more.
  ///
  /// @param own what it has
  void await(AllocationId own, AllocationId more) {
    wanted.put(more, own);
  }

  /// Whose wait has ended, if it was for more.
  Optional<AllocationId> ended(AllocationId more) {
    return Optional.ofNullable(wanted.remove(more));
  }

  /// A task has got it.
  void hold(AllocationId own, AllocationId more) {
    held.put(own, more);
  }

  /// A task is over.
  ///
  /// @return what it had got
  Optional<AllocationId> letGo(AllocationId own) {
    return Optional.ofNullable(held.remove(own));
  }
}
