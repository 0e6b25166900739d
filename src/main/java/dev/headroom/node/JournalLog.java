package dev.headroom.node;

import dev.headroom.journal.Journal;
import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import java.time.Instant;
import java.util.Optional;

/// Keeps commands in a [Journal].
record JournalLog(Journal journal) implements CommandLog {
  @Override
  public boolean keepsAnything() {
    return true;
  }

  @Override
  public Optional<String> cause() {
    return journal.cause();
  }

  @Override
  public Ticket append(Instant at, Command command) {
    return journal.append(at, command);
  }

  @Override
  public void close() {
    journal.close();
  }
}
