package dev.headroom.journal;

import dev.headroom.file.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A recording, as the folder that its instance might have had: the state at the beginning of its
/// span, the commands since, further states on the way. Nothing can be changed. Any thread.
public final class RecordingDisk implements Disk {
  private final Path path;
  private final FileChannel file;
  private final RecordingForm form;

  private RecordingDisk(Path path, FileChannel file, RecordingForm form) {
    this.path = path;
    this.file = file;
    this.form = form;
  }

  /// Opens a recording and checks all of it.
  ///
  /// @throws CorruptJournalException where it is no recording, or was cut or changed
  public static RecordingDisk open(Path path) throws IOException {
    FileChannel file = channel(path);
    try {
      return new RecordingDisk(path, file, RecordingForm.read(file, path.toString()));
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    try {
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    }
  }

  /// Whether a file can be read, and begins like a recording.
  public static boolean isIn(Path path) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return RecordingForm.begins(file);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// What it is of.
  public RecordingTitle title() {
    return form.title();
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public List<String> files() {
    return form.parts().stream().map(RecordingForm.Part::name).sorted().toList();
  }

  @Override
  public DiskFile create(String name) throws IOException {
    throw unchangeable();
  }

  @Override
  public DiskFile open(String name) throws IOException {
    throw unchangeable();
  }

  @Override
  public DiskFile read(String name) throws IOException {
    return form.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .map(part -> new PartFile(file, part))
        .orElseThrow(() -> new IOException("there is no " + name + " in " + path));
  }

  @Override
  public void delete(String name) throws IOException {
    throw unchangeable();
  }

  @Override
  public void rename(String name, String other) throws IOException {
    throw unchangeable();
  }

  @Override
  public void sync() {}

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static IOException unchangeable() {
    return new IOException("a recording cannot be changed");
  }

  private record PartFile(FileChannel file, RecordingForm.Part part) implements DiskFile {
    @Override
    public long size() {
      return part.length();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
      int left = Math.clamp(part.length() - at, 0, into.remaining());
      ByteBuffer within = into.slice(into.position(), left);
      while (within.hasRemaining() && file.read(within, part.at() + at + within.position()) >= 0) {}
      into.position(into.position() + within.position());
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      throw unchangeable();
    }

    @Override
    public void cut(long size) throws IOException {
      throw unchangeable();
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
  }
}
