package dev.headroom.app.bench;

import dev.headroom.journal.Disk;
import dev.headroom.journal.DiskFile;
import java.io.IOException;

/// A disk on which nothing is waited for: only filled, and never after a crash.
final class UnsyncedDisk extends DelegatingDisk {
  UnsyncedDisk(Disk disk) {
    super(disk);
  }

  @Override
  public DiskFile create(String file) throws IOException {
    return new UnsyncedFile(super.create(file));
  }

  @Override
  public void sync() {}

  /// A file of it.
  private static final class UnsyncedFile extends DelegatingFile {
    private UnsyncedFile(DiskFile file) {
      super(file);
    }

    @Override
    public void sync() {}
  }
}
