package dev.headroom.node;

import dev.headroom.journal.Disk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps commands in a [Journal], and snapshots of what they come to beside it.
record JournalLog(Disk disk, Journal journal, SnapshotKeeper keeper) implements CommandLog {
  @Override
  public boolean keepsAnything() {
    return true;
  }

  @Override
  public boolean isDurable() {
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
    keeper.reading().lock();
    try {
      Retelling retelling = new Retelling(span, cancelled);
      SavedEngine saved =
          SavedEngine.newest(
              disk,
              retelling::happened,
              journal.rememberedRequests(),
              snapshot -> snapshot.events() <= span.after(),
              SavedEngine.Reading.UNSEEN);
      if (saved.snapshot().isEmpty() && JournalFiles.firstKept(disk).orElse(1L) > 1) {
        return List.of(); // What comes before the oldest snapshot is not kept any more.
      }
      var _ = journal.reread(saved.snapshot(), retelling.on(saved.engine()));
      return retelling.told();
    } finally {
      keeper.reading().unlock();
    }
  }

  @Override
  public void recount(Span span, Recount.Listener listener, BooleanSupplier cancelled)
      throws IOException {
    keeper.reading().lock();
    try {
      Recount.tell(
          disk,
          span,
          listener,
          cancelled,
          (saved, recount) -> {
            var _ = journal.reread(saved.snapshot(), recount);
          });
    } finally {
      keeper.reading().unlock();
    }
  }

  @Override
  public Optional<Instant> begins() throws IOException {
    keeper.reading().lock();
    try {
      return Past.begins(disk);
    } finally {
      keeper.reading().unlock();
    }
  }

  @Override
  public void relive(Reliving reliving) throws IOException {
    keeper.reading().lock();
    try {
      reliving.run(disk);
    } finally {
      keeper.reading().unlock();
    }
  }

  @Override
  public void close() {
    keeper.close();
    journal.close();
  }
}
