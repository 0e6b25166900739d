package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.NewerVersionException;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.SnapshotReader;
import dev.headroom.journal.Snapshots;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An engine as a snapshot has it, or one of which nothing has happened yet: where commands are
/// applied again from.
///
/// @param snapshot what it was read from; empty where it is a new one
/// @param bytes how many bytes that took
/// @param notes why newer snapshots were not used, for people
record SavedEngine(Engine engine, Optional<Snapshot> snapshot, long bytes, List<String> notes) {
  /// Hears how far reading has come.
  @FunctionalInterface
  interface Reading {
    /// For whoever does not care.
    Reading UNSEEN = (_, _) -> {};

    /// Called once in a while.
    ///
    /// @param bytes of the snapshot that were read
    /// @param bytesInAll how many there are, with those of the journal after it
    void at(long bytes, long bytesInAll);
  }

  /// From the newest snapshot that is good for something and can be read; a new one where there is
  /// none.
  ///
  /// @param sink takes what happens to the engine later
  /// @param rememberedRequests how many request ids a new engine remembers
  /// @throws CorruptJournalException where no snapshot can be read and the journal's beginning is
  ///   not kept any more, or where the journal after a snapshot is missing
  static SavedEngine newest(
      Disk disk,
      EventSink sink,
      int rememberedRequests,
      Predicate<Snapshot> isGood,
      Reading reading)
      throws IOException {
    Snapshots.Found found = Snapshots.on(disk);
    List<CorruptJournalException> changed = new ArrayList<>(found.changed());
    for (Snapshot snapshot : found.whole()) {
      if (isGood.test(snapshot)) {
        long after = JournalFiles.bytesAfter(disk, Optional.of(snapshot));
        Reading all = (bytes, bytesInAll) -> reading.at(bytes, bytesInAll + after);
        try {
          return read(disk, snapshot, sink, all).noting(changed);
        } catch (NewerVersionException newer) {
          throw newer;
        } catch (CorruptJournalException wrong) {
          changed.add(wrong);
        }
      }
    }
    if (!changed.isEmpty() && !isKeptFromFirst(disk)) {
      throw changed.getFirst();
    }
    return anew(sink, rememberedRequests).noting(changed);
  }

  /// From the newest snapshot of an instant or before; where there is none, from where all that is
  /// kept can be told again.
  ///
  /// @param sink takes what happens to the engine later
  /// @throws CorruptJournalException where no snapshot can be read
  static SavedEngine before(Disk disk, Instant at, EventSink sink) throws IOException {
    int remembered =
        JournalFiles.rememberedRequests(disk).orElse(Engine.REMEMBERED_REQUESTS_DEFAULT);
    long covered = newestBefore(disk, at).map(Snapshot::covered).orElse(-1L);
    SavedEngine saved =
        newest(disk, sink, remembered, snapshot -> snapshot.covered() <= covered, Reading.UNSEEN);
    boolean isGone = saved.snapshot.isEmpty() && !isKeptFromFirst(disk);
    return isGone ? oldest(disk, sink) : saved;
  }

  /// Found by halves: there may be hundreds, and those before it are all of an earlier instant.
  private static Optional<Snapshot> newestBefore(Disk disk, Instant at) throws IOException {
    List<Snapshot> newestFirst = Snapshots.on(disk).whole();
    int from = 0;
    int to = newestFirst.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (isBefore(disk, newestFirst.get(middle), at)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from < newestFirst.size() ? Optional.of(newestFirst.get(from)) : Optional.empty();
  }

  /// It is at most as old as the first command after it. Where there is none yet it may as well be
  /// later: the one before it is early enough.
  private static boolean isBefore(Disk disk, Snapshot snapshot, Instant at) throws IOException {
    return JournalFiles.firstInstant(disk, Optional.of(snapshot))
        .filter(first -> !first.isAfter(at))
        .isPresent();
  }

  /// From where all that is kept can be told again: the very beginning, or the oldest snapshot.
  ///
  /// @param sink takes what happens to the engine later
  /// @throws CorruptJournalException where that snapshot was changed
  static SavedEngine oldest(Disk disk, EventSink sink) throws IOException {
    List<Snapshot> snapshots = isKeptFromFirst(disk) ? List.of() : Snapshots.on(disk).whole();
    if (snapshots.isEmpty()) {
      int remembered =
          JournalFiles.rememberedRequests(disk).orElse(Engine.REMEMBERED_REQUESTS_DEFAULT);
      return anew(sink, remembered);
    }
    return read(disk, snapshots.getLast(), sink, Reading.UNSEEN);
  }

  /// From one snapshot.
  ///
  /// @throws CorruptJournalException where it was changed
  static SavedEngine read(Disk disk, Snapshot snapshot, EventSink sink, Reading reading)
      throws IOException {
    if (snapshot.stateForm() > Engine.STATE_FORM) {
      throw new NewerVersionException(snapshot.file(), Snapshot.VERSION, snapshot.stateForm());
    }
    return SnapshotReader.read(
        disk,
        snapshot,
        reader -> {
          Engine engine = Engine.read(sink, new Told(reader, reading));
          return new SavedEngine(engine, Optional.of(snapshot), reader.length(), List.of());
        });
  }

  private static SavedEngine anew(EventSink sink, int remembered) {
    return new SavedEngine(new Engine(sink, remembered), Optional.empty(), 0, List.of());
  }

  private static boolean isKeptFromFirst(Disk disk) throws IOException {
    return JournalFiles.firstKept(disk).orElse(1L) == 1;
  }

  private SavedEngine noting(List<CorruptJournalException> changed) {
    List<String> said =
        changed.stream().map(wrong -> "this snapshot is not used: " + wrong.getMessage()).toList();
    return new SavedEngine(engine, snapshot, bytes, said);
  }

  /// The number of the last command that it comes of.
  long covered() {
    return snapshot.map(Snapshot::covered).orElse(0L);
  }

  /// The blocks of a snapshot, telling how far it is.
  private record Told(SnapshotReader reader, Reading reading) implements Iterator<byte[]> {
    @Override
    public boolean hasNext() {
      return reader.hasNext();
    }

    @Override
    public byte[] next() {
      byte[] block = reader.next();
      reading.at(reader.position(), reader.length());
      return block;
    }
  }
}
