package dev.headroom.journal;

import dev.headroom.file.FileTrouble;
import dev.headroom.file.SafeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A real folder, which one process at a time may have.
public final class FolderDisk implements Disk {
  private static final String LOCK = "lock";

  /// What this process has. Whoever closes a file lets go of all locks that the process has on it,
  /// so one that is locked must not even be opened again.
  private static final Set<Object> TAKEN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Optional<Taken> taken;

  private FolderDisk(Path folder, Optional<Taken> taken) {
    this.folder = folder;
    this.taken = taken;
  }

  /// Looks into a folder, whoever has it; nothing can be changed.
  ///
  /// @throws IOException where there is none
  public static FolderDisk look(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          Files.exists(folder) ? folder + " is no folder" : "there is no folder " + folder);
    }
    return new FolderDisk(folder, Optional.empty());
  }

  /// Takes a folder; makes it where there is none.
  ///
  /// @throws FolderInUseException where someone else has it
  /// @throws IOException where it cannot be made or is no folder
  public static FolderDisk take(Path folder) throws IOException {
    SafeFolder.make(folder);
    Object key = key(folder);
    boolean taken = false;
    if (!TAKEN.add(key)) {
      throw new FolderInUseException(folder.toString());
    }
    try {
      FolderDisk disk = new FolderDisk(folder, Optional.of(new Taken(key, lock(folder))));
      taken = true;
      return disk;
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    } finally {
      if (!taken) {
        TAKEN.remove(key);
      }
    }
  }

  /// The same by whatever path it is named.
  private static Object key(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key;
  }

  /// Held until the channel is closed, at the latest when the process ends.
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    if (!locked) {
      throw new FolderInUseException(folder.toString());
    }
    return channel;
  }

  /// What a process has of a folder that is its own.
  private record Taken(Object key, FileChannel lock) {}

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    }
  }

  @Override
  public DiskFile create(String file) throws IOException {
    return file(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public DiskFile read(String file) throws IOException {
    return file(file, StandardOpenOption.READ);
  }

  @Override
  public DiskFile open(String file) throws IOException {
    return file(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private DiskFile file(String file, OpenOption... how) throws IOException {
    Path path = folder.resolve(file);
    try {
      return new FolderFile(path, FileChannel.open(path, how));
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    }
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
    SafeFolder.sync(folder);
  }

  @Override
  public void close() {
    if (taken.isPresent()) {
      try {
        taken.get().lock().close();
      } catch (IOException unclosable) {
        throw new UncheckedIOException(unclosable);
      } finally {
        TAKEN.remove(taken.get().key());
      }
    }
  }

  /// A file in the folder.
  private record FolderFile(Path path, FileChannel channel) implements DiskFile {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
      long from = at;
      int count = 0;
      while (into.hasRemaining() && count >= 0) {
        count = readOnce(into, from);
        from += count;
      }
    }

    private int readOnce(ByteBuffer into, long from) throws IOException {
      try {
        return channel.read(into, from);
      } catch (IOException failure) {
        throw Files.isDirectory(path)
            ? new IOException(path + " is a folder, and should be a file", failure)
            : failure;
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
