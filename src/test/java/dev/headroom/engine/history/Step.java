package dev.headroom.engine.history;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Command;
import java.time.Instant;

/// One command of a history.
///
/// Its allocations are *symbolic*: the one that step n makes is called n, whatever the engine will
/// call it. Versions may be symbolic too, see [Symbols].
///
/// @param number counts up from 1, with gaps once a history is shrunk
/// @param at when; may lie before the step before
/// @param command what
record Step(int number, Instant at, Command command) {
  /// The symbolic name of the allocation that this step may make.
  AllocationId made() {
    return new AllocationId(number);
  }

  @Override
  public String toString() {
    return "#" + number + " " + at + " " + command;
  }
}
