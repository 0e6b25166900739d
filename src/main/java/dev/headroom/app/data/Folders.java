package dev.headroom.app.data;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.RecordingDisk;
import dev.headroom.journal.Upkeep;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Retold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Opens data folders for whoever sits before a terminal.
public final class Folders {
  private static final long TOLD_BYTES = 64L << 20;

  private Folders() {}

  /// Opens a folder, telling how far it is where that takes long, and what was dropped.
  ///
  /// @throws UnusableInputException where it cannot be had
  public static LocalFolder open(Path folder, Upkeep upkeep, PrintWriter err) {
    try {
      DataFolder.Recovered recovered =
          DataFolder.open(folder, upkeep, new Telling(err, "recovering"));
      LocalFolder opened = LocalFolder.named(folder, recovered);
      opened.notes().forEach(note -> err.println("headroom: " + note));
      return opened;
    } catch (IOException unusable) {
      throw new UnusableInputException("cannot open " + folder + ": " + unusable.getMessage());
    }
  }

  /// Tells again what a folder or a recording has; it may be in use.
  ///
  /// @throws UnusableInputException where it cannot be read, or something was changed
  static Retold.Whole tell(Path folder, Retold.Listener listener) {
    return look(folder, disk -> Retold.tell(disk, listener));
  }

  /// Verifies all that a folder or a recording has, telling how far it is where that takes long; it
  /// may be in use.
  ///
  /// @throws UnusableInputException where it cannot be read, or something was changed
  static Retold.Whole check(Path folder, PrintWriter err) {
    return look(folder, disk -> Retold.check(disk, new Telling(err, "checking")));
  }

  private interface Look {
    Retold.Whole at(Disk disk) throws IOException;
  }

  private static Retold.Whole look(Path folder, Look look) {
    try (Disk disk =
        Files.isRegularFile(folder) ? RecordingDisk.open(folder) : FolderDisk.look(folder)) {
      if (!JournalFiles.isOn(disk)) {
        throw new UnusableInputException("there is no journal in the folder " + folder);
      }
      return look.at(disk);
    } catch (CorruptJournalException corrupt) {
      String within = Files.isRegularFile(folder) ? "" : folder + ": ";
      throw new UnusableInputException(within + corrupt.getMessage());
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + folder + ": " + unreadable.getMessage());
    }
  }

  /// Says how far it is every so many bytes.
  private static final class Telling implements DataFolder.Progress {
    private final PrintWriter err;
    private final String what;
    private long told;

    private Telling(PrintWriter err, String what) {
      this.err = err;
      this.what = what;
    }

    @Override
    public void at(long commands, long bytes, long bytesInAll) {
      if (bytes - told >= TOLD_BYTES) {
        told = bytes;
        err.println(
            String.format(
                Locale.ROOT,
                "headroom: %s, %d %%, %,d commands",
                what,
                100 * bytes / bytesInAll,
                commands));
        err.flush();
      }
    }
  }
}
