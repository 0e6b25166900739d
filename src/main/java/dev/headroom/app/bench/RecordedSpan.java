package dev.headroom.app.bench;

import dev.headroom.engine.Engine;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.Sizes;
import dev.headroom.model.Command;
import dev.headroom.node.Past;
import dev.headroom.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The first commands of a scenario in the journal of a folder, as if they had been said there at
/// the instants of the scenario, but without a sync for each.
///
/// @param scenario its name
/// @param from when it began
/// @param to when it ended
/// @param scopes how many scopes there were then
/// @param commands how many commands the journal has
record RecordedSpan(String scenario, Instant from, Instant to, int scopes, long commands) {
  private static final Duration PORTION = Duration.ofMinutes(1);

  /// So many commands are copied in one go; a sandbox remembers more than that.
  private static final long COPIED_AT_A_TIME = 250_000;

  /// Plays until there are that many commands, or a minute longer.
  ///
  /// @param folder where the journal is to be
  /// @param sandbox paused at its beginning
  static RecordedSpan play(Path folder, Sandbox sandbox, long commands) throws IOException {
    Instant from = sandbox.state().now();
    long next = COPIED_AT_A_TIME;
    try (Journal journal = open(folder)) {
      Copying copying = new Copying(journal);
      while (sandbox.state().commands() < commands) {
        sandbox.runFor(PORTION);
        if (sandbox.state().commands() >= next) {
          copying.catchUp(sandbox);
          next = sandbox.state().commands() + COPIED_AT_A_TIME;
        }
      }
      copying.catchUp(sandbox);
      return new RecordedSpan(
          sandbox.state().scenario(),
          from,
          sandbox.state().now(),
          sandbox.node().inspect((state, _) -> state.scopeCount()),
          copying.copied);
    }
  }

  private static Journal open(Path folder) throws IOException {
    return Journal.open(
            FolderDisk.take(folder),
            Sizes.DEFAULT,
            Journal.Beginning.atFirst(Engine.REMEMBERED_REQUESTS_DEFAULT),
            (_, _, _) -> {},
            _ -> {})
        .journal();
  }

  /// Appends to a journal what a sandbox has heard since the last time. One thread.
  private static final class Copying implements Past.Walk {
    private final Journal journal;
    private long copied;

    private Copying(Journal journal) {
      this.journal = journal;
    }

    private void catchUp(Sandbox sandbox) throws IOException {
      sandbox.node().past().walk(Instant.MIN, Past.END, this);
    }

    @Override
    public void begin(Engine engine) {}

    @Override
    public void command(long number, Instant at, Command command) {
      if (number <= copied) {
        return;
      }
      if (number > copied + 1) {
        throw new IllegalStateException("nobody remembers command " + (copied + 1));
      }
      var _ = journal.append(at, command);
      copied = number;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
