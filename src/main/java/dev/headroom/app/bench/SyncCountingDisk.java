package dev.headroom.app.bench;

import dev.headroom.journal.Disk;
import dev.headroom.journal.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Notes how long the writes are that a journal has synced one by one.
final class SyncCountingDisk extends DelegatingDisk {
  private static final String SEGMENT = ".log";

  private int[] lengths = new int[1 << 12];
  private int count;

  SyncCountingDisk(Disk disk) {
    super(disk);
  }

  /// The lengths since the last call.
  synchronized int[] take() {
    int[] taken = Arrays.copyOf(lengths, count);
    count = 0;
    return taken;
  }

  private synchronized void note(int length) {
    if (count == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    lengths[count++] = length;
  }

  @Override
  public DiskFile create(String file) throws IOException {
    DiskFile made = super.create(file);
    return file.endsWith(SEGMENT) ? new Counted(made) : made;
  }

  /// A file whose writes are noted.
  private final class Counted extends DelegatingFile {
    private int last;

    private Counted(DiskFile file) {
      super(file);
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      last = from.remaining();
      super.write(at, from);
    }

    @Override
    public void sync() throws IOException {
      super.sync();
      note(last);
    }
  }
}
