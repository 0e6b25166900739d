package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The segments of a journal, written one after the other and chained by hash (rule D5): a batch
/// goes to the last one, or to a new one where it has no room. After any failure that one must be
/// abandoned. One thread; any may ask what is [#closed].
final class SegmentRow {
  private final Disk disk;
  private final Sizes sizes;
  private final int rememberedRequests;
  private final SafetyListener listener;
  private final Chain chain = new Chain();
  private int ordinal;
  private volatile long closed;
  private @Nullable SegmentWriter last;

  /// A row that goes on after what is on a disk already; [#begin] comes first.
  ///
  /// @param hash covers all that is there
  /// @param rememberedRequests what each segment says of the engine
  /// @param listener hears of each segment that was begun
  SegmentRow(Disk disk, Sizes sizes, Hash hash, int rememberedRequests, SafetyListener listener)
      throws IOException {
    this.disk = disk;
    this.sizes = sizes;
    this.rememberedRequests = rememberedRequests;
    this.listener = listener;
    chain.set(hash);
    for (String name : Segments.in(disk)) {
      ordinal = Math.max(ordinal, Segments.ordinal(name).orElseThrow());
    }
  }

  /// Whether there is a segment to write to.
  boolean isBegun() {
    return last != null;
  }

  /// The number of the last command in segments that are closed, which is safe for good.
  long closed() {
    return closed;
  }

  /// How many request ids the engine remembers that the commands are for.
  int rememberedRequests() {
    return rememberedRequests;
  }

  /// Begins the next segment.
  ///
  /// @param first the number of its first command; all before it are safe
  void begin(long first) throws IOException {
    String name = Segments.name(ordinal + 1);
    DiskFile file = disk.create(name);
    try {
      SegmentHeader header = new SegmentHeader(first, chain.hash(), rememberedRequests);
      last = SegmentWriter.begin(disk, file, header, sizes);
      ordinal++;
      closed = first - 1;
      listener.segmentClosed();
    } catch (IOException failure) {
      discard(name, failure);
      throw failure;
    }
  }

  /// A file without any batch that counts is better gone; where that fails, the next has another
  /// name.
  private void discard(String name, IOException failure) {
    try {
      disk.delete(name);
    } catch (IOException another) {
      ordinal++;
      failure.addSuppressed(another);
    }
  }

  /// Writes a batch; once this returns, it is safe.
  void write(Batch batch) throws IOException {
    int length = batch.body().size();
    if (!writer().hasRoomFor(length)) {
      writer().close();
      begin(batch.first());
    }
    Hash before = chain.hash();
    chain.add(batch.first(), batch.count(), ByteBuffer.wrap(batch.body().bytes(), 0, length));
    try {
      writer()
          .write(
              new BatchFrame(length, batch.first(), batch.count(), chain.hash()),
              batch.body().bytes());
      writer().sync();
    } catch (IOException failure) {
      chain.set(before);
      throw failure;
    }
  }

  private SegmentWriter writer() {
    return Objects.requireNonNull(last);
  }

  /// Lets go of the last segment after a failure.
  void abandon() {
    SegmentWriter lost = last;
    last = null;
    if (lost != null) {
      lost.abandon();
    }
  }

  /// Closes the last segment, if there is one.
  void close() {
    if (last != null) {
      try {
        last.close();
      } catch (IOException nothingIsLost) {
        // All that was acknowledged is safe; the file keeps what was made ready.
      }
    }
  }
}
