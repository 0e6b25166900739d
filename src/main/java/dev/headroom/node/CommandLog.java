package dev.headroom.node;

import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps the commands that an engine has applied, with their times: all that is needed to make its
/// state again (D2). What it cannot keep is not acknowledged (D3).
interface CommandLog extends AutoCloseable {
  /// Kept as well as it ever will be.
  Ticket KEPT = () -> true;

  /// Keeps nothing: the engine lives as long as its process.
  CommandLog NONE = new NoLog(Optional.empty());

  /// Whether it keeps anything at all.
  boolean keepsAnything();

  /// Whether what it keeps outlives the process.
  boolean isDurable();

  /// Why nothing can be kept now (D4); empty where all is well.
  Optional<String> cause();

  /// Takes the next command. Called under the node's lock, in order; must not wait.
  Ticket append(Instant at, Command command);

  /// What came of the commands that were taken, as far as they are still kept. Called by any
  /// thread; takes as long as applying all those commands again.
  ///
  /// @param cancelled asked again and again; once it says so, this ends soon
  List<Event> retell(Span span, BooleanSupplier cancelled) throws IOException;

  /// The same in one go, however much it is. Called by any thread.
  void recount(Span span, Recount.Listener listener, BooleanSupplier cancelled) throws IOException;

  /// From when on states are kept, or can be had again; empty where nothing is kept. Called by any
  /// thread.
  Optional<Instant> begins() throws IOException;

  /// Tells the commands from the newest state on that is kept of the beginning or before; where
  /// nothing is kept, nothing. Called by any thread.
  void relive(Reliving reliving) throws IOException;

  /// A row of events.
  ///
  /// @param after the number before the first
  /// @param last the number of the last; it is known to be safe
  /// @param countMax how many at most
  record Span(long after, long last, int countMax) {}

  /// Keeps what was taken, and ends.
  @Override
  void close();
}
