package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.Contents;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Replay;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.Snapshots;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells again what a folder has, with what came of it, on an engine of its own. Changes nothing
/// and does not mind a running instance.
public final class Retold {
  private final Engine engine;
  private final long before;
  private final Listener listener;
  private final List<Event> events;
  private final Map<Long, Snapshot> expected = new HashMap<>();

  /// Hears every command and what came of it.
  public interface Listener {
    /// Called in the order of the journal.
    ///
    /// @param events what happened, what fell due before it included
    void entry(long number, Instant at, Command command, Answer answer, List<Event> events);
  }

  /// All that a folder has.
  ///
  /// @param contents what its journal has
  /// @param snapshots how many snapshots were verified
  /// @param until the engine's time at its end
  /// @param stateHash the SHA-256 of the engine's canonical state, in hexadecimal (rule D2)
  public record Whole(Contents contents, int snapshots, Instant until, String stateHash) {}

  private Retold(SavedEngine saved, Listener listener, List<Event> events) {
    this.engine = saved.engine();
    this.before = saved.covered();
    this.listener = listener;
    this.events = events;
  }

  /// Tells all of it: from the first command on, or from the oldest snapshot on where the journal's
  /// beginning is not kept any more.
  ///
  /// @param disk a folder with a journal
  /// @throws CorruptJournalException where something is missing or was changed
  public static Whole tell(Disk disk, Listener listener) throws IOException {
    return on(disk, listener).tell(disk, DataFolder.Progress.UNSEEN);
  }

  /// Reads every byte that counts and verifies all hashes: those of the journal, and that each
  /// snapshot has the state to which the commands before it come.
  ///
  /// @param disk a folder with a journal
  /// @throws CorruptJournalException where something is missing or was changed
  public static Whole check(Disk disk) throws IOException {
    return check(disk, DataFolder.Progress.UNSEEN);
  }

  /// The same, telling how far it is.
  public static Whole check(Disk disk, DataFolder.Progress progress) throws IOException {
    Snapshots.Found found = Snapshots.on(disk);
    if (!found.changed().isEmpty()) {
      throw found.changed().getFirst();
    }
    Retold retold = on(disk, (_, _, _, _, _) -> {});
    for (Snapshot snapshot : found.whole()) {
      var _ = JournalFiles.bytesAfter(disk, Optional.of(snapshot)); // That it is of this journal.
      requireState(
          snapshot, SavedEngine.read(disk, snapshot, _ -> {}, SavedEngine.Reading.UNSEEN).engine());
      retold.expected.put(snapshot.covered(), snapshot);
    }
    return retold.tell(disk, progress);
  }

  private static Retold on(Disk disk, Listener listener) throws IOException {
    List<Event> events = new ArrayList<>();
    return new Retold(SavedEngine.oldest(disk, events::add), listener, events);
  }

  private Whole tell(Disk disk, DataFolder.Progress progress) throws IOException {
    try {
      Contents contents = Journal.read(disk, before, new Telling(progress));
      return new Whole(contents, expected.size(), engine.now(), StateHash.of(engine).toString());
    } catch (UncheckedIOException wrong) {
      throw wrong.getCause();
    }
  }

  /// Hears the commands.
  private final class Telling implements Replay {
    private final DataFolder.Progress progress;
    private long commands;

    private Telling(DataFolder.Progress progress) {
      this.progress = progress;
    }

    @Override
    public void command(long number, Instant at, Command command) {
      apply(number, at, command);
      commands++;
    }

    @Override
    public void progress(long bytes, long bytesInAll) {
      progress.at(commands, bytes, bytesInAll);
    }
  }

  private void apply(long number, Instant at, Command command) {
    if (number > before) {
      events.clear();
      Answer answer = engine.apply(at, command);
      listener.entry(number, engine.now(), command, answer, List.copyOf(events));
      Snapshot snapshot = expected.get(number);
      if (snapshot != null) {
        compare(snapshot);
      }
    }
  }

  private void compare(Snapshot snapshot) {
    try {
      requireState(snapshot, engine);
    } catch (CorruptJournalException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private static void requireState(Snapshot snapshot, Engine engine)
      throws CorruptJournalException {
    String state = StateHash.of(engine).toString();
    if (!state.equals(snapshot.stateHash().toString()) || engine.sequence() != snapshot.events()) {
      throw snapshot.changed(
          0, "it has the state " + snapshot.stateHash() + " where " + state + " should be");
    }
  }
}
