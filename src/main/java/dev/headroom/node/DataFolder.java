package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.FolderInUseException;
import dev.headroom.journal.Journal;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Opened;
import dev.headroom.journal.Replay;
import dev.headroom.journal.SafetyListener;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A folder in which an engine survives: opening it makes the engine's state again from the newest
/// snapshot and the commands in the journal since.
public final class DataFolder {
  private static final System.Logger LOG = System.getLogger("dev.headroom.node");

  /// By how much a clock is put right without anyone noticing.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  private DataFolder() {}

  /// Hears how far recovery has come.
  @FunctionalInterface
  public interface Progress {
    /// For whoever does not care.
    Progress UNSEEN = (_, _, _) -> {};

    /// Called once in a while.
    ///
    /// @param commands that were applied again
    /// @param bytes of snapshot and journal that were read
    /// @param bytesInAll how many there are
    void at(long commands, long bytes, long bytesInAll);
  }

  /// A node that goes on where it ended, whenever and however that was.
  ///
  /// @param node the engine; closing it lets go of the folder
  /// @param commands how many commands there are in all
  /// @param applied how many of them were applied again; a snapshot had the others
  /// @param notes what of the journal's end was dropped, which snapshots were not used, and whether
  ///   the clock lies behind, for people
  public record Recovered(Node node, long commands, long applied, List<String> notes) {}

  /// Opens a folder; makes it where there is none.
  ///
  /// @param clock what time it is; where it lies behind the journal's, the engine's time stands
  ///   still
  /// @throws FolderInUseException where someone else has it
  /// @throws CorruptJournalException where something is missing or was changed
  public static Recovered open(Path folder, InstantSource clock, Progress progress)
      throws IOException {
    return take(folder, Upkeep.DEFAULT, clock, progress);
  }

  /// The same by the machine's clock and with an upkeep of its own.
  ///
  /// @param upkeep when snapshots are taken, and what is kept of what they cover
  public static Recovered open(Path folder, Upkeep upkeep, Progress progress) throws IOException {
    return take(folder, upkeep, MachineClock.source(), progress);
  }

  private static Recovered take(Path folder, Upkeep upkeep, InstantSource clock, Progress progress)
      throws IOException {
    Disk disk = FolderDisk.take(folder);
    try {
      Sizes sizes = Sizes.DEFAULT.with(upkeep);
      return open(disk, sizes, clock, Engine.REMEMBERED_REQUESTS_DEFAULT, progress);
    } catch (IOException | RuntimeException failure) {
      disk.close();
      throw failure;
    }
  }

  /// Whether an engine survives in a folder that exists.
  public static boolean isIn(Path folder) throws IOException {
    try (Disk disk = FolderDisk.look(folder)) {
      return JournalFiles.isOn(disk);
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
    int remembered = JournalFiles.rememberedRequests(disk).orElse(rememberedRequests);
    Publication publication = new Publication(false);
    SavedEngine saved =
        SavedEngine.newest(
            disk,
            publication::happened,
            remembered,
            _ -> true,
            (bytes, bytesInAll) -> progress.at(0, bytes, bytesInAll));
    Recovery recovery = new Recovery(saved, progress);
    SnapshotKeeper keeper = new SnapshotKeeper(disk, sizes.upkeep(), clock);
    Opened opened =
        Journal.open(
            disk,
            sizes,
            new Journal.Beginning(remembered, saved.snapshot()),
            recovery,
            new Heard(publication, keeper));
    publication.begin(recovery.last, saved.engine().sequence());
    keeper.start(opened.journal());
    JournalLog log = new JournalLog(disk, opened.journal(), keeper);
    Node node = new Node(clock, log, saved.engine(), publication);
    List<String> notes =
        Stream.of(saved.notes(), opened.notes(), timeNotes(clock.instant(), saved.engine().now()))
            .flatMap(List::stream)
            .toList();
    return new Recovered(node, recovery.last, recovery.last - saved.covered(), notes);
  }

  /// Whoever sees that nothing expires should know why.
  private static List<String> timeNotes(Instant now, Instant last) {
    return now.plus(CLOCK_TOLERANCE).isBefore(last)
        ? List.of(
            "the clock says "
                + now
                + ", and the journal ends at "
                + last
                + ": until then time stands still here, nothing expires and no window ends; see"
                + " whether the clock is right")
        : List.of();
  }

  /// What is known of the journal's end, handed to those who need it.
  private record Heard(Publication publication, SnapshotKeeper keeper) implements SafetyListener {
    @Override
    public void safeUpTo(long number) {
      publication.safeUpTo(number);
    }

    @Override
    public void segmentClosed() {
      keeper.look();
    }

    @Override
    public void failed(String cause) {
      LOG.log(System.Logger.Level.ERROR, "read-only until it can be written again: {0}", cause);
      keeper.look(); // What need not be kept any more may be in the way.
    }

    @Override
    public void recovered() {
      LOG.log(System.Logger.Level.INFO, "written again, and no longer read-only");
    }
  }

  /// Applies again what was applied.
  private static final class Recovery implements Replay {
    private final SavedEngine saved;
    private final Progress progress;
    private long last;

    private Recovery(SavedEngine saved, Progress progress) {
      this.saved = saved;
      this.progress = progress;
      this.last = saved.covered();
    }

    @Override
    public void command(long number, Instant at, Command command) {
      saved.engine().apply(at, command);
      last = number;
    }

    @Override
    public void progress(long bytes, long bytesInAll) {
      progress.at(last - saved.covered(), saved.bytes() + bytes, saved.bytes() + bytesInAll);
    }
  }
}
