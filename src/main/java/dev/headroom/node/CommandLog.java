package dev.headroom.node;

import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import java.time.Instant;
import java.util.Optional;

/// Keeps the commands that an engine has applied, with their times: all that is needed to make its
/// state again (D2). What it cannot keep is not acknowledged (D3).
interface CommandLog extends AutoCloseable {
  /// Kept as well as it ever will be.
  Ticket KEPT = () -> true;

  /// Keeps nothing: the engine lives as long as its process.
  CommandLog NONE =
      new CommandLog() {
        @Override
        public boolean keepsAnything() {
          return false;
        }

        @Override
        public Optional<String> cause() {
          return Optional.empty();
        }

        @Override
        public Ticket append(Instant at, Command command) {
          return KEPT;
        }

        @Override
        public void close() {}
      };

  /// Whether it keeps anything at all.
  boolean keepsAnything();

  /// Why nothing can be kept now (D4); empty where all is well.
  Optional<String> cause();

  /// Takes the next command. Called under the node's lock, in order; must not wait.
  Ticket append(Instant at, Command command);

  /// Keeps what was taken, and ends.
  @Override
  void close();
}
