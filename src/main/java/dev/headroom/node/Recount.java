package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.journal.Disk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Replay;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Tells in one go all that happened after an event, on an engine of its own, to whoever sums it
/// up. Changes nothing.
public final class Recount implements Replay {
  private static final int PORTION = 4096;

  private final CommandLog.Span span;
  private final Listener listener;
  private final BooleanSupplier cancelled;
  private final Engine engine;
  private final long covered;
  private List<Event> portion = new ArrayList<>();

  /// Hears what happened.
  public interface Listener {
    /// What happened before is not kept any more; what comes next begins with this state.
    ///
    /// @param state to be looked at now and not to be kept
    /// @param at the engine's time
    void begins(Inspector state, Instant at);

    /// The next events, in order and without a gap.
    void happened(List<Event> events);

    /// How it stands after the last command.
    ///
    /// @param state to be looked at now and not to be kept
    /// @param at the engine's time
    default void ends(Inspector state, Instant at) {}
  }

  private Recount(
      SavedEngine saved, CommandLog.Span span, Listener listener, BooleanSupplier cancelled) {
    this.span = span;
    this.listener = listener;
    this.cancelled = cancelled;
    this.engine = saved.engine();
    this.covered = saved.covered();
  }

  /// Tells what a folder has that no instance has open.
  ///
  /// @param after the number of the last event that is known; 0 for none
  /// @throws dev.headroom.journal.CorruptJournalException where something is missing or was changed
  public static void all(Disk disk, long after, Listener listener) throws IOException {
    CommandLog.Span span = new CommandLog.Span(after, Long.MAX_VALUE, Integer.MAX_VALUE);
    tell(
        disk,
        span,
        listener,
        () -> false,
        (saved, recount) -> {
          var _ = Journal.read(disk, saved.covered(), recount);
        });
  }

  /// How commands are read.
  interface Reading {
    /// Reads those after a saved engine.
    void read(SavedEngine saved, Recount recount) throws IOException;
  }

  /// Tells a row of events.
  ///
  /// @param reading reads the commands
  static void tell(
      Disk disk,
      CommandLog.Span span,
      Listener listener,
      BooleanSupplier cancelled,
      Reading reading)
      throws IOException {
    List<Recount> recounts = new ArrayList<>();
    SavedEngine saved =
        SavedEngine.newest(
            disk,
            event -> recounts.forEach(recount -> recount.hear(event)),
            JournalFiles.rememberedRequests(disk).orElse(Engine.REMEMBERED_REQUESTS_DEFAULT),
            snapshot -> snapshot.events() <= span.after(),
            SavedEngine.Reading.UNSEEN);
    boolean gone = saved.snapshot().isEmpty() && JournalFiles.firstKept(disk).orElse(1L) > 1;
    if (gone) {
      saved = SavedEngine.oldest(disk, event -> recounts.forEach(recount -> recount.hear(event)));
      listener.begins(saved.engine().inspector(), saved.engine().now());
    }
    Recount recount = new Recount(saved, span, listener, cancelled);
    recounts.add(recount);
    reading.read(saved, recount);
    recount.flush();
    listener.ends(recount.engine.inspector(), recount.engine.now());
  }

  @Override
  public void command(long number, Instant at, Command command) {
    if (number > covered && !hasEnough()) {
      engine.apply(at, command);
    }
  }

  @Override
  public boolean hasEnough() {
    return engine.sequence() >= span.last() || cancelled.getAsBoolean();
  }

  private void hear(Event event) {
    if (event.sequence() > span.after() && event.sequence() <= span.last()) {
      portion.add(event);
      if (portion.size() == PORTION) {
        flush();
      }
    }
  }

  private void flush() {
    if (!portion.isEmpty()) {
      listener.happened(portion);
      portion = new ArrayList<>();
    }
  }
}
