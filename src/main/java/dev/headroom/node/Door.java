package dev.headroom.node;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Refusal;
import java.util.List;
import java.util.Optional;

/// What is not let in, whatever the engine would decide: an engine must go on deciding about what
/// was kept as it did then (D2).
final class Door {
  private Door() {}

  /// Why a command is refused; empty where the engine decides.
  ///
  /// @param readOnlyCause why nothing can be changed; empty where all is well
  static Optional<Refusal> refusal(Command command, Optional<String> readOnlyCause) {
    return readOnlyCause.isPresent()
        ? readOnlyCause.map(Refusal.ReadOnly::new)
        : command instanceof Command.ApplyChanges changes
            ? idlePrice(changes.changes())
            : Optional.empty();
  }

  private static Optional<Refusal> idlePrice(List<Change> changes) {
    for (int at = 0; at < changes.size(); at++) {
      if (changes.get(at) instanceof Change.PutPool(var pool, long _) && pool.hasIdlePrice()) {
        return Optional.of(
            Refusal.Invalid.at(
                "/changes/" + at + "/pool/costPerUnit",
                pool.type()
                    + " is held, not spent, so nothing is ever charged for it; leave it out"));
      }
    }
    return Optional.empty();
  }
}
