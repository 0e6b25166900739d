package dev.headroom.node;

import dev.headroom.journal.Journal;
import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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
  public List<Event> retell(Span span, BooleanSupplier cancelled) throws IOException {
    Retelling retelling = new Retelling(journal.rememberedRequests(), span, cancelled);
    journal.reread(retelling);
    return retelling.told();
  }

  @Override
  public void close() {
    journal.close();
  }
}
