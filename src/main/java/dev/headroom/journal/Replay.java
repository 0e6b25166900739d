package dev.headroom.journal;

import dev.headroom.model.Command;
import java.time.Instant;

/// Takes what a journal has, in order.
@FunctionalInterface
public interface Replay {
  /// A command that was applied.
  ///
  /// @param number its place in the journal, from 1
  /// @param at when
  void command(long number, Instant at, Command command);

  /// How far it has come.
  ///
  /// @param bytes of the journal that were read
  /// @param bytesInAll how many there are
  default void progress(long bytes, long bytesInAll) {}

  /// Whether it has heard enough; what comes later is not read then.
  default boolean hasEnough() {
    return false;
  }
}
