package dev.headroom.app.data;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.engine.Engine;
import dev.headroom.journal.Contents;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.Journal;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Tells again what a journal has, with what came of it, on an engine of its own. Changes nothing
/// and does not mind a running instance.
final class Retold {
  private final Engine engine;
  private final Listener listener;
  private final List<Event> events = new ArrayList<>();

  /// Hears every command and what came of it.
  interface Listener {
    /// Called in the order of the journal.
    ///
    /// @param events what happened, what fell due before it included
    void entry(long number, Instant at, Command command, Answer answer, List<Event> events);
  }

  /// A whole journal.
  ///
  /// @param contents what it has
  /// @param until the engine's time at its end
  /// @param stateHash the SHA-256 of the engine's canonical state, in hexadecimal (rule D2)
  record Whole(Contents contents, Instant until, String stateHash) {}

  private Retold(int rememberedRequests, Listener listener) {
    this.engine = new Engine(events::add, rememberedRequests);
    this.listener = listener;
  }

  /// Tells all of it.
  ///
  /// @throws UnusableInputException where the folder cannot be read, or its journal was changed
  static Whole tell(Path folder, Listener listener) {
    try (Disk disk = FolderDisk.look(folder)) {
      int remembered =
          Journal.rememberedRequests(disk)
              .orElseThrow(
                  () -> new UnusableInputException("there is no journal in the folder " + folder));
      Retold retold = new Retold(remembered, listener);
      Contents contents = Journal.read(disk, retold::apply);
      return new Whole(contents, retold.engine.now(), retold.stateHash());
    } catch (CorruptJournalException corrupt) {
      throw new UnusableInputException(folder + ": " + corrupt.getMessage());
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + folder + ": " + unreadable.getMessage());
    }
  }

  private void apply(long number, Instant at, Command command) {
    events.clear();
    Answer answer = engine.apply(at, command);
    listener.entry(number, engine.now(), command, answer, List.copyOf(events));
  }

  private String stateHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      engine.writeCanonical(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
