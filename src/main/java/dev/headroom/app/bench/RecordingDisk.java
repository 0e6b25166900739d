package dev.headroom.app.bench;

import dev.headroom.journal.Disk;
import dev.headroom.journal.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Notes how long the writes are that a journal has synced one by one.
final class RecordingDisk implements Disk {
  private final Disk disk;
  private int[] lengths = new int[1 << 12];
  private int count;
  private int last;

  RecordingDisk(Disk disk) {
    this.disk = disk;
  }

  /// The lengths since the last call.
  synchronized int[] take() {
    int[] taken = java.util.Arrays.copyOf(lengths, count);
    count = 0;
    return taken;
  }

  private synchronized void note() {
    if (count == lengths.length) {
      lengths = java.util.Arrays.copyOf(lengths, 2 * count);
    }
    lengths[count++] = last;
  }

  @Override
  public String name() {
    return disk.name();
  }

  @Override
  public List<String> files() throws IOException {
    return disk.files();
  }

  @Override
  public DiskFile open(String file) throws IOException {
    return new Recorded(disk.open(file));
  }

  @Override
  public void delete(String file) throws IOException {
    disk.delete(file);
  }

  @Override
  public void rename(String file, String name) throws IOException {
    disk.rename(file, name);
  }

  @Override
  public void sync() throws IOException {
    disk.sync();
  }

  @Override
  public void close() {
    disk.close();
  }

  /// A file whose writes are noted.
  private final class Recorded implements DiskFile {
    private final DiskFile file;

    private Recorded(DiskFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
      file.read(at, into);
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      last = from.remaining();
      file.write(at, from);
    }

    @Override
    public void cut(long size) throws IOException {
      file.cut(size);
    }

    @Override
    public void sync() throws IOException {
      file.sync();
      note();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
