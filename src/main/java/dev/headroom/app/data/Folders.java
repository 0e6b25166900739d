package dev.headroom.app.data;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.node.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/// Opens data folders for whoever sits before a terminal.
public final class Folders {
  private static final long TOLD_BYTES = 64L << 20;

  private Folders() {}

  /// Opens a folder, telling how far it is where that takes long, and what was dropped.
  ///
  /// @throws UnusableInputException where it cannot be had
  public static LocalFolder open(Path folder, PrintWriter err) {
    try {
      LocalFolder opened = LocalFolder.open(folder, new Telling(err));
      opened.notes().forEach(note -> err.println("headroom: " + note));
      return opened;
    } catch (IOException unusable) {
      throw new UnusableInputException("cannot open " + folder + ": " + unusable.getMessage());
    }
  }

  /// Says how far it is every so many bytes.
  private static final class Telling implements DataFolder.Progress {
    private final PrintWriter err;
    private long told;

    private Telling(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void at(long commands, long bytes, long bytesInAll) {
      if (bytes - told >= TOLD_BYTES) {
        told = bytes;
        err.println(
            String.format(
                Locale.ROOT,
                "headroom: recovering, %d %%, %,d commands",
                100 * bytes / bytesInAll,
                commands));
        err.flush();
      }
    }
  }
}
