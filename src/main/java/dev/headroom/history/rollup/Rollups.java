package dev.headroom.history.rollup;

import dev.headroom.model.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The sums of an instance, in a file of SQLite or in memory. What is told is counted at once and
/// written when there is much of it, or when asked for; a reader sees all that was told.
///
/// One thread at a time.
public final class Rollups implements AutoCloseable {
  /// So many changed rows are written at the latest.
  private static final int UNWRITTEN_MAX = 200_000;

  private final Database database;
  private final Book book;
  private final Tally tally;

  private Rollups(Database database, Retention retention) {
    this.database = database;
    this.book = new Book(database, retention);
    this.tally = new Tally(book);
  }

  /// Opens a file; makes it where there is none.
  ///
  /// @throws HistoryException where it is no history, or another version's
  public static Rollups open(Path file, Retention retention) {
    return new Rollups(Database.open(file), retention);
  }

  /// Opens a file only to read it, which whoever writes it does not mind.
  ///
  /// @throws HistoryException where there is none, or another version's
  public static Rollups look(Path file) {
    return new Rollups(Database.look(file), Retention.DEFAULT);
  }

  /// Keeps them in memory only.
  public static Rollups inMemory(Retention retention) {
    return new Rollups(Database.inMemory(), retention);
  }

  /// The number of the last event that is counted.
  public long sequence() {
    return book.sequence;
  }

  /// When that happened; empty before the first.
  public Optional<Long> last() {
    return book.sequence == 0 ? Optional.empty() : Optional.of(book.at);
  }

  /// From when on all events are counted and their sums are kept; empty before the first.
  public Optional<Long> begins() {
    return book.sequence == 0
        ? Optional.empty()
        : Optional.of(Math.max(book.begins, keptSince(Grain.MONTH)));
  }

  /// Counts events, in order and without a gap; those that are counted are passed over.
  ///
  /// @throws HistoryException where it cannot be written; all is tried again the next time
  public void add(List<Event> events) {
    for (Event event : events) {
      if (event.sequence() > book.sequence) {
        tally.count(event);
      }
    }
    if (book.unwritten() > UNWRITTEN_MAX) {
      commit();
    }
  }

  /// Begins anew with a state: what was counted stays, and what happened in between is missing.
  public void begin(Beginning beginning) {
    tally.begin(beginning);
  }

  /// Writes what is not written.
  ///
  /// @throws HistoryException where it cannot be written; all is tried again the next time
  public void commit() {
    book.write();
    database.commit();
  }

  /// Where minutes, hours, days and months begin.
  public HistoryCalendar calendar() {
    return book.calendar;
  }

  /// From when on there are rows of a grain.
  public long keptSince(Grain grain) {
    return book.trimming.keptSince(grain);
  }

  /// What is read.
  public Readings readings() {
    if (book.unwritten() > 0) {
      book.write();
    }
    return new Readings(book);
  }

  /// Writes what is not written, and lets go of the file.
  @Override
  public void close() {
    try (database) {
      if (!database.isReadOnly()) {
        commit();
      }
    }
  }
}
