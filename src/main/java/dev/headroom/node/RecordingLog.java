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

/// Tells what a recording has, and takes nothing.
///
/// @param from when its span begins
/// @param why nothing may happen
record RecordingLog(Disk disk, Instant from, String why) implements CommandLog {
  @Override
  public boolean keepsAnything() {
    return false;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public Optional<String> cause() {
    return Optional.of(why);
  }

  @Override
  public Ticket append(Instant at, Command command) {
    return KEPT;
  }

  @Override
  public List<Event> retell(Span span, BooleanSupplier cancelled) throws IOException {
    Retelling retelling = new Retelling(span, cancelled);
    SavedEngine saved =
        SavedEngine.newest(
            disk,
            retelling::happened,
            JournalFiles.rememberedRequests(disk).orElseThrow(),
            snapshot -> snapshot.events() <= span.after(),
            SavedEngine.Reading.UNSEEN);
    if (saved.snapshot().isEmpty()) {
      saved = SavedEngine.oldest(disk, retelling::happened);
    }
    var _ = Journal.reread(disk, saved.snapshot(), retelling.on(saved.engine()));
    return retelling.told();
  }

  @Override
  public void recount(Span span, Recount.Listener listener, BooleanSupplier cancelled)
      throws IOException {
    Recount.tell(
        disk,
        span,
        listener,
        cancelled,
        (saved, recount) -> {
          var _ = Journal.reread(disk, saved.snapshot(), recount);
        });
  }

  @Override
  public Optional<Instant> begins() {
    return Optional.of(from);
  }

  @Override
  public void relive(Reliving reliving) throws IOException {
    reliving.run(disk);
  }

  @Override
  public void close() {
    disk.close();
  }
}
