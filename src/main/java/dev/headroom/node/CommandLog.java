package dev.headroom.node;

import dev.headroom.model.Command;
import java.time.Instant;

/// Keeps the commands that an engine has applied, with their times: all that is needed to make its
/// state again (D2). What it cannot keep is not acknowledged (D3).
public interface CommandLog {
  /// Keeps nothing: the engine lives as long as its process.
  CommandLog NONE =
      new CommandLog() {
        @Override
        public long append(Instant at, Command command) {
          return 0;
        }

        @Override
        public void await(long position) {}
      };

  /// Takes the next command. Called under the node's lock, in order; must not wait.
  ///
  /// @return where it stands, for [#await]
  long append(Instant at, Command command);

  /// Waits until everything up to `position` is kept.
  void await(long position);
}
