package dev.headroom.node.replay;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import java.util.List;
import java.util.Optional;

/// A command as history heard it.
///
/// @param number its place in history
/// @param millis when, in epoch milliseconds
/// @param answer what history answered
/// @param isRepeated whether nothing happened, as where it was said before
/// @param about one for each request or usage record of a batch, else at most one
record Heard(
    long number,
    long millis,
    Command command,
    Answer answer,
    boolean isRepeated,
    List<About> about) {
  /// What a command is about.
  ///
  /// @param demand which; empty for an allocation that has the same name in both worlds, or none
  /// @param former which of its names was meant, where it has another one by now
  /// @param grant what the command followed: it was done with what was granted then
  record About(Optional<Demand> demand, Optional<Integer> former, Optional<Grant> grant) {
    /// Nothing that needs another name.
    static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty());

    /// The name of an allocation in the other world, if it has one.
    Optional<AllocationId> name() {
      return demand.flatMap(wish -> wish.name(former));
    }
  }

  /// A grant in history.
  ///
  /// @param millis when
  /// @param isFirst whether the demand was granted for the first time
  record Grant(long millis, boolean isFirst) {}
}
