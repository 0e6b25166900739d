package dev.headroom.app.report;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.embedded.HistoryFilling;
import dev.headroom.engine.Inspector;
import dev.headroom.history.History;
import dev.headroom.history.forecast.Standings;
import dev.headroom.history.rollup.HistoryException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.FolderInUseException;
import dev.headroom.journal.JournalFiles;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Recount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The history in a data folder, whether an instance has that open or not.
final class FolderHistory {
  private static final String MADE_ANEW = History.FILE + ".new";

  private final Path folder;
  private final ScopePath path;
  private Standings standings = Standings.NONE;
  private Optional<String> note = Optional.empty();

  FolderHistory(Path folder) {
    this(folder, ScopePath.ROOT);
  }

  /// @param path the scope that will be asked about
  FolderHistory(Path folder, ScopePath path) {
    this.folder = folder;
    this.path = path;
  }

  /// How the scope's own limits and pools stand; none where someone else has the folder.
  Standings standings() {
    return standings;
  }

  /// Why something may be missing, for people; known once it is open.
  Optional<String> note() {
    return note;
  }

  private Path file() {
    return folder.resolve(History.FILE);
  }

  /// Opens it: where nobody has the folder it is brought up to date first, else it has what whoever
  /// has the folder has written, which is all but the last seconds. Where nobody can write to the
  /// folder, it is made of the journal.
  ///
  /// @throws UnusableInputException where that cannot be done
  History open() {
    try {
      requireJournal();
      return upToDate();
    } catch (FolderInUseException inUse) {
      if (!Files.exists(file())) {
        throw new UnusableInputException(
            folder + " is in use, and has no history yet; ask whoever has it, by --url");
      }
      return History.look(file());
    } catch (HistoryException unreadable) {
      throw new UnusableInputException(unreadable.getMessage());
    } catch (IOException unusable) {
      throw new UnusableInputException("cannot report on " + folder + ": " + unusable.getMessage());
    }
  }

  private void requireJournal() throws IOException {
    try (Disk disk = FolderDisk.look(folder)) {
      if (!JournalFiles.isOn(disk)) {
        throw new IOException("there is no journal in it");
      }
    }
  }

  private History upToDate() throws IOException {
    Optional<Disk> taken = taken();
    if (taken.isEmpty()) {
      return ofJournal();
    }
    try (Disk disk = taken.get()) {
      return filled(History.open(file()), disk);
    }
  }

  /// Nothing where nobody can have it, as on a disk that is only read.
  private Optional<Disk> taken() throws FolderInUseException {
    try {
      return Optional.of(FolderDisk.take(folder));
    } catch (FolderInUseException inUse) {
      throw inUse;
    } catch (IOException unwritable) {
      note =
          Optional.of(
              "cannot write there ("
                  + unwritable.getMessage()
                  + "), so that all is counted anew, as far back as the journal is kept");
      return Optional.empty();
    }
  }

  /// In memory: SQLite reads no file beside which it cannot write.
  private History ofJournal() throws IOException {
    try (Disk disk = FolderDisk.look(folder)) {
      return filled(History.inMemory(), disk);
    }
  }

  private History filled(History history, Disk disk) throws IOException {
    boolean whole = false;
    try {
      Recount.all(disk, history.sequence(), new Looking(new HistoryFilling(history)));
      history.commit();
      whole = true;
      return history;
    } finally {
      if (!whole) {
        history.close();
      }
    }
  }

  /// Fills a history, and looks at the end how limits and pools stand.
  private final class Looking implements Recount.Listener {
    private final HistoryFilling filling;

    private Looking(HistoryFilling filling) {
      this.filling = filling;
    }

    @Override
    public void begins(Inspector state, Instant at) {
      filling.begins(state, at);
    }

    @Override
    public void happened(List<Event> events) {
      filling.happened(events);
    }

    @Override
    public void ends(Inspector state, Instant at) {
      standings = HistoryFilling.standings(state, path, at);
    }
  }

  /// What was made anew.
  ///
  /// @param sequence the number of the last event that is in it
  /// @param begins from when on; empty where nothing has happened
  record Rebuilt(long sequence, Optional<Instant> begins) {}

  /// Makes it anew from the journal; nobody may have the folder. The old one is there until the new
  /// one is whole.
  ///
  /// @param dropOlder whether sums may go of which the journal has nothing any more
  /// @throws UnusableInputException where that cannot be done
  Rebuilt rebuild(boolean dropOlder) {
    try {
      requireJournal();
      try (Disk disk = FolderDisk.take(folder)) {
        Optional<Instant> before = dropOlder ? Optional.empty() : begins();
        Rebuilt rebuilt = fill(disk);
        if (before.isPresent()
            && rebuilt.begins.isPresent()
            && before.get().isBefore(rebuilt.begins.get())) {
          removeNew();
          throw new UnusableInputException(
              "the journal begins at "
                  + rebuilt.begins.get()
                  + ", the history at "
                  + before.get()
                  + "; what is older would be lost; say --drop-older if it may be");
        }
        replace();
        return rebuilt;
      }
    } catch (IOException | HistoryException unusable) {
      throw new UnusableInputException(
          "cannot make the history of " + folder + " anew: " + unusable.getMessage());
    }
  }

  /// One that cannot be read begins nowhere.
  private Optional<Instant> begins() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try (History old = History.look(file())) {
      return old.begins();
    } catch (HistoryException unreadable) {
      return Optional.empty();
    }
  }

  private Rebuilt fill(Disk disk) throws IOException {
    removeNew();
    try (History history = History.open(folder.resolve(MADE_ANEW))) {
      Recount.all(disk, 0, new HistoryFilling(history));
      history.commit();
      return new Rebuilt(history.sequence(), history.begins());
    }
  }

  private void removeNew() throws IOException {
    for (String tail : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve(MADE_ANEW + tail));
    }
  }

  private void replace() throws IOException {
    for (String tail : List.of("-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve(History.FILE + tail));
    }
    Files.move(
        folder.resolve(MADE_ANEW),
        file(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
