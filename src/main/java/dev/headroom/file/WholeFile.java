package dev.headroom.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A small file that only its owner may read, and that is replaced in one step: whoever reads it
/// gets all of what was written last or all of what was there before, also after a crash.
///
/// Two that read it, change it and put it back must take turns: [FileTurn].
public final class WholeFile {
  private final Path path;
  private final int sizeMax;

  /// @param path where it is; its folder exists when it is first written
  /// @param sizeMax most bytes that it may have
  public WholeFile(Path path, int sizeMax) {
    this.path = path.toAbsolutePath();
    this.sizeMax = sizeMax;
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Makes the folder that it is in, where there is none.
  public void makeFolder() throws IOException {
    SafeFolder.make(folder());
  }

  private Path folder() {
    return Objects.requireNonNull(path.getParent());
  }

  /// Tells one content from another without reading it.
  ///
  /// @param key what the file system calls it, where it has such a name
  /// @param modified when it was written
  /// @param size how many bytes it has
  public record Stamp(@Nullable Object key, FileTime modified, long size) {}

  /// Which content is there now; nothing where there is no file.
  public Optional<Stamp> stamp() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Stamp(now.fileKey(), now.lastModifiedTime(), now.size()));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw FileTrouble.told(unreadable);
    }
  }

  /// What is in it; nothing where there is no file.
  ///
  /// @throws IOException where it is larger than it may be, or others than its owner may read or
  ///   write it
  public Optional<byte[]> read() throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      OwnerOnly.require(path);
      byte[] bytes = stream.readNBytes(sizeMax + 1);
      if (bytes.length > sizeMax) {
        throw new IOException(path + " is larger than " + sizeMax + " bytes");
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw FileTrouble.told(unreadable);
    }
  }

  /// Puts `content` in its place, and returns once it is safe.
  public void replace(byte[] content) throws IOException {
    try {
      write(content);
    } catch (FileSystemException unwritable) {
      throw FileTrouble.told(unwritable);
    } catch (IOException unwritable) {
      throw new IOException("cannot write " + path + ": " + unwritable.getMessage(), unwritable);
    }
  }

  private void write(byte[] content) throws IOException {
    if (content.length > sizeMax) {
      throw new IOException("it would be larger than " + sizeMax + " bytes");
    }
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(next); // Left there by a crash.
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.attributes(path))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    SafeFolder.sync(folder());
  }
}
