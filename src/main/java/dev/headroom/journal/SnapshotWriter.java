package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Writes a snapshot aside; it counts from when [#finish] returns. Left before, it leaves nothing:
/// what it took of a disk that is full now is given back. One thread.
public final class SnapshotWriter implements AutoCloseable {
  /// What a snapshot is called while it is written.
  static final String PART = "snapshot.part";

  /// What stands around a block: its length and its place before it, its checksum after it.
  static final int FRAME = 3 * Integer.BYTES;

  /// How much is left to the disk at once at most, but for a block: the sync of a command waits for
  /// what a disk has begun to write, on some file systems whatever file it is of.
  static final long UNSYNCED_MAX = 4 << 20;

  private final Disk disk;
  private final DiskFile file;
  private long end = Snapshot.HEADER;
  private long synced;
  private int place;
  private boolean counts;

  private SnapshotWriter(Disk disk, DiskFile file) {
    this.disk = disk;
    this.file = file;
  }

  /// Begins one in place of any that was left before.
  public static SnapshotWriter begin(Disk disk) throws IOException {
    removeLeft(disk);
    return new SnapshotWriter(disk, disk.create(PART));
  }

  /// Writes the next block.
  public void block(ByteBuffer block) throws IOException {
    int length = block.remaining();
    ByteBuffer framed = ByteBuffer.allocate(length + FRAME);
    framed.putInt(length).putInt(place++).put(block);
    framed.putInt(Checksum.of(framed, 0, length + 2 * Integer.BYTES));
    file.write(end, framed.flip());
    end += framed.limit();
    if (end - synced >= UNSYNCED_MAX) {
      file.sync();
      synced = end;
    }
  }

  /// Makes it safe, then lets it count.
  ///
  /// @return how long its file is, in bytes
  public long finish(Snapshot snapshot) throws IOException {
    file.write(0, snapshot.bytes(end));
    file.sync();
    file.close(); // Some systems rename no open files.
    disk.rename(PART, snapshot.file());
    counts = true;
    disk.sync();
    return end;
  }

  @Override
  public void close() throws IOException {
    file.close();
    if (!counts) {
      disk.delete(PART);
    }
  }

  /// Removes what was left by a process that ended while it wrote one.
  public static void removeLeft(Disk disk) throws IOException {
    disk.delete(PART);
  }
}
