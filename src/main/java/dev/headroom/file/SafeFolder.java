package dev.headroom.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folders that are there after a crash, and so are the names in them.
public final class SafeFolder {
  private SafeFolder() {}

  /// Makes a folder, and those above it, where there is none. Returns once they are there for good.
  ///
  /// @throws IOException where it cannot be made, or something else has its name
  public static void make(Path folder) throws IOException {
    List<Path> changed = new ArrayList<>();
    Path absolute = folder.toAbsolutePath();
    for (@Nullable Path above = absolute.getParent(), made = absolute;
        above != null && made != null && Files.notExists(made);
        made = above, above = above.getParent()) {
      changed.add(above);
    }
    if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
      throw new IOException(folder + " is no folder");
    }
    try {
      Files.createDirectories(absolute);
      for (Path above : changed) {
        sync(above);
      }
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    }
  }

  /// Returns once the names of files in a folder are what they are for good.
  public static void sync(Path folder) throws IOException {
    if (!OwnerOnly.knowsPermissions(folder)) {
      return; // Where a folder cannot be opened, names are safe once made.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
