package dev.headroom.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real folder, which one process at a time may have.
public final class FolderDisk implements Disk {
  private static final String LOCK = "lock";

  private final Path folder;
  private final Optional<FileChannel> lock;

  private FolderDisk(Path folder, Optional<FileChannel> lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Looks into a folder, whoever has it; nothing can be changed.
  ///
  /// @throws IOException where there is none
  public static FolderDisk look(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    return new FolderDisk(folder, Optional.empty());
  }

  /// Takes a folder; makes it where there is none.
  ///
  /// @throws FolderInUseException where someone else has it
  /// @throws IOException where it cannot be made or is no folder
  public static FolderDisk take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) != null) {
        return new FolderDisk(folder, Optional.of(channel));
      }
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
    channel.close();
    throw new FolderInUseException(folder.toString());
  }

  /// Held until the channel is closed, at the latest when the process ends.
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisProcessHasIt) {
      return null;
    }
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public DiskFile open(String file) throws IOException {
    Path path = folder.resolve(file);
    return new FolderFile(
        lock.isPresent()
            ? FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
            : FileChannel.open(path, StandardOpenOption.READ));
  }

  @Override
  public void delete(String file) throws IOException {
    Files.deleteIfExists(folder.resolve(file));
  }

  @Override
  public void rename(String file, String name) throws IOException {
    Files.move(
        folder.resolve(file),
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void sync() throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return; // There a folder cannot be opened, and names are safe once made.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    if (lock.isPresent()) {
      try {
        lock.get().close();
      } catch (IOException unclosable) {
        throw new UncheckedIOException(unclosable);
      }
    }
  }

  /// A file in the folder.
  private record FolderFile(FileChannel channel) implements DiskFile {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
      long from = at;
      int count = 0;
      while (into.hasRemaining() && count >= 0) {
        count = channel.read(into, from);
        from += count;
      }
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      long to = at;
      while (from.hasRemaining()) {
        to += channel.write(from, to);
      }
    }

    @Override
    public void cut(long size) throws IOException {
      channel.truncate(size);
    }

    @Override
    public void sync() throws IOException {
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
