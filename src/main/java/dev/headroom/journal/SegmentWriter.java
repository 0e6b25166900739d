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
  private long ready;

  private SegmentWriter(DiskFile file, Sizes sizes) {
    this.file = file;
    this.sizes = sizes;
  }

  /// Begins a segment; when this returns, its header and name are safe.
  static SegmentWriter begin(Disk disk, String name, SegmentHeader header, Sizes sizes)
      throws IOException {
    DiskFile file = disk.open(name);
    try {
      SegmentWriter writer = new SegmentWriter(file, sizes);
      file.write(0, header.bytes());
      writer.ready = SegmentHeader.LENGTH;
      writer.makeReady(0);
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

  /// Zeros that are there already are overwritten faster than a file grows.
  private void makeReady(int length) throws IOException {
    long wanted = end + length;
    if (wanted <= ready) {
      return;
    }
    long target = Math.max(wanted, Math.min(sizes.segmentBytes(), ready + sizes.stepBytes()));
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    while (ready < target) {
      zeros.clear().limit((int) Math.min(ZEROS, target - ready));
      file.write(ready, zeros);
      ready += zeros.limit();
    }
  }

  /// Gives back what was made ready and not used.
  @Override
  public void close() throws IOException {
    try (file) {
      file.cut(end);
      file.sync();
    }
  }

  /// Lets go of the file as it is, after a failure.
  void abandon() {
    try {
      file.close();
    } catch (IOException alreadyLost) {
      // What it said is on its way to the next segment.
    }
  }
}
