package dev.headroom.app.bench;

import dev.headroom.journal.Disk;
import dev.headroom.journal.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Hands all on to another disk, for those that do one thing differently.
class DelegatingDisk implements Disk {
  private final Disk disk;

  DelegatingDisk(Disk disk) {
    this.disk = disk;
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
  public DiskFile create(String file) throws IOException {
    return disk.create(file);
  }

  @Override
  public DiskFile read(String file) throws IOException {
    return disk.read(file);
  }

  @Override
  public DiskFile open(String file) throws IOException {
    return disk.open(file);
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

  /// Hands all on to another file.
  static class DelegatingFile implements DiskFile {
    private final DiskFile file;

    DelegatingFile(DiskFile file) {
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
      file.write(at, from);
    }

    @Override
    public void cut(long size) throws IOException {
      file.cut(size);
    }

    @Override
    public void sync() throws IOException {
      file.sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
