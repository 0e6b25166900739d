package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Appends batches to one segment. After any failure it must not be used again. One thread.
final class SegmentWriter implements AutoCloseable {
  private static final int ZEROS = 1 << 16;

  private final DiskFile file;
  private final Sizes sizes;
  private ByteBuffer frame = ByteBuffer.allocate(1 << 16);
  private long end = SegmentHeader.LENGTH;
  private long ready = SegmentHeader.LENGTH;
  private int step;

  private SegmentWriter(DiskFile file, Sizes sizes) {
    this.file = file;
    this.sizes = sizes;
    this.step = sizes.stepBytes();
  }

  /// Begins a segment; when this returns, its header and name are safe.
  ///
  /// @param file has just been made on that disk
  static SegmentWriter begin(Disk disk, DiskFile file, SegmentHeader header, Sizes sizes)
      throws IOException {
    try {
      SegmentWriter writer = new SegmentWriter(file, sizes);
      file.write(0, header.bytes());
      file.sync();
      disk.sync();
      return writer;
    } catch (IOException failure) {
      closeAfter(file, failure);
      throw failure;
    }
  }

  private static void closeAfter(DiskFile file, IOException failure) {
    try {
      file.close();
    } catch (IOException another) {
      failure.addSuppressed(another);
    }
  }

  /// Whether a batch of that many bytes still belongs here.
  boolean hasRoomFor(int length) {
    return end == SegmentHeader.LENGTH || end + BatchFrame.size(length) <= sizes.segmentBytes();
  }

  /// Writes a batch; not safe before [#sync()].
  void write(BatchFrame batch, byte[] body) throws IOException {
    if (frame.capacity() < batch.size()) {
      frame = ByteBuffer.allocate(Math.max(batch.size(), 2 * frame.capacity()));
    }
    batch.write(body, frame.clear());
    makeReady(batch.size());
    file.write(end, frame.flip());
    end += batch.size();
  }

  void sync() throws IOException {
    file.sync();
  }

  /// Zeros that are there already are overwritten faster than a file grows. Where there is no room
  /// for so many, fewer do, and in the end none: a disk is full only when no batch fits.
  private void makeReady(int length) throws IOException {
    while (end + length > ready && step > 0) {
      try {
        fill(Math.max(end + length, Math.min(sizes.segmentBytes(), ready + step)));
      } catch (IOException noRoom) {
        step = step <= ZEROS ? 0 : step / 2;
        file.cut(ready);
      }
    }
  }

  private void fill(long target) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    for (long at = ready; at < target; at += zeros.limit()) {
      zeros.clear().limit((int) Math.min(ZEROS, target - at));
      file.write(at, zeros);
    }
    ready = target;
  }

  /// Gives back what was made ready and not used.
  @Override
  public void close() throws IOException {
    try (file) {
      file.cut(end);
      file.sync();
    }
  }

  /// Lets go of the file after a failure, and of the room in it that was not used.
  void abandon() {
    try (file) {
      file.cut(end);
    } catch (IOException alreadyLost) {
      // What it said is on its way to the next segment.
    }
  }
}
