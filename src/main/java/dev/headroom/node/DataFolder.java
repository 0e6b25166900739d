package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.FolderInUseException;
import dev.headroom.journal.Journal;
import dev.headroom.journal.Opened;
import dev.headroom.journal.Replay;
import dev.headroom.journal.Sizes;
import dev.headroom.model.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A folder in which an engine survives: opening it makes the engine's state again from the
/// commands in its journal.
public final class DataFolder {
  private DataFolder() {}

  /// Hears how far recovery has come.
  @FunctionalInterface
  public interface Progress {
    /// For whoever does not care.
    Progress UNSEEN = (_, _, _) -> {};

    /// Called once in a while.
    ///
    /// @param commands that were applied again
    /// @param bytes of the journal that were read
    /// @param bytesInAll how many there are
    void at(long commands, long bytes, long bytesInAll);
  }

  /// A node that goes on where it ended, whenever and however that was.
  ///
  /// @param node the engine; closing it lets go of the folder
  /// @param commands how many commands were applied again
  /// @param notes what of the journal's end was dropped, for people
  public record Recovered(Node node, long commands, List<String> notes) {}

  /// Opens a folder; makes it where there is none.
  ///
  /// @param clock what time it is; where it lies behind the journal's, the engine's time stands
  ///   still
  /// @throws FolderInUseException where someone else has it
  /// @throws CorruptJournalException where something is missing or was changed
  public static Recovered open(Path folder, InstantSource clock, Progress progress)
      throws IOException {
    Disk disk = FolderDisk.take(folder);
    try {
      return open(disk, Sizes.DEFAULT, clock, Engine.REMEMBERED_REQUESTS_DEFAULT, progress);
    } catch (IOException | RuntimeException failure) {
      disk.close();
      throw failure;
    }
  }

  /// Whether an engine survives in a folder that exists.
  public static boolean isIn(Path folder) throws IOException {
    try (Disk disk = FolderDisk.look(folder)) {
      return Journal.isOn(disk);
    }
  }

  /// The same by this machine's clock.
  public static Recovered open(Path folder, Progress progress) throws IOException {
    return open(folder, InstantSource.system(), progress);
  }

  /// The same by this machine's clock, on any disk.
  public static Recovered open(Disk disk, Progress progress) throws IOException {
    int remembered = Engine.REMEMBERED_REQUESTS_DEFAULT;
    return open(disk, Sizes.DEFAULT, InstantSource.system(), remembered, progress);
  }

  /// The same on any disk, which is closed with the node.
  ///
  /// @param rememberedRequests how many request ids the engine remembers if the journal is new
  public static Recovered open(
      Disk disk, Sizes sizes, InstantSource clock, int rememberedRequests, Progress progress)
      throws IOException {
    int remembered = Journal.rememberedRequests(disk).orElse(rememberedRequests);
    Publication publication = new Publication(false);
    Recovery recovery = new Recovery(new Engine(publication::happened, remembered), progress);
    Opened opened = Journal.open(disk, sizes, remembered, recovery, publication::safeUpTo);
    publication.begin(recovery.commands, recovery.engine.sequence());
    Node node = new Node(clock, new JournalLog(opened.journal()), recovery.engine, publication);
    return new Recovered(node, recovery.commands, opened.notes());
  }

  /// Applies again what was applied.
  private static final class Recovery implements Replay {
    private final Engine engine;
    private final Progress progress;
    private long commands;

    private Recovery(Engine engine, Progress progress) {
      this.engine = engine;
      this.progress = progress;
    }

    @Override
    public void command(long number, Instant at, Command command) {
      engine.apply(at, command);
      commands = number;
    }

    @Override
    public void progress(long bytes, long bytesInAll) {
      progress.at(commands, bytes, bytesInAll);
    }
  }
}
