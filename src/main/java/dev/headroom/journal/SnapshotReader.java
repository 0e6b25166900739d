package dev.headroom.journal;

import dev.headroom.wire.MalformedBytesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/// Reads the blocks of a snapshot and checks each. One thread.
public final class SnapshotReader implements Iterator<byte[]>, AutoCloseable {
  private final Snapshot snapshot;
  private final DiskFile file;
  private final long length;
  private long at = Snapshot.HEADER;
  private int place;

  private SnapshotReader(Snapshot snapshot, DiskFile file) throws IOException {
    this.snapshot = snapshot;
    this.file = file;
    this.length = file.size();
  }

  /// Makes something of the blocks of a snapshot.
  ///
  /// @param make takes them all, as long as it runs
  /// @throws CorruptJournalException where the file was changed, or its blocks make no sense
  public static <T> T read(Disk disk, Snapshot snapshot, Function<SnapshotReader, T> make)
      throws IOException {
    try (SnapshotReader reader = new SnapshotReader(snapshot, disk.read(snapshot.file()))) {
      return make.apply(reader);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (MalformedBytesException malformed) {
      throw snapshot.changed(0, "its state cannot be understood, " + malformed.getMessage());
    }
  }

  /// How long the file is, in bytes.
  public long length() {
    return length;
  }

  /// How many bytes of it were read.
  public long position() {
    return at;
  }

  @Override
  public boolean hasNext() {
    return at < length;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private byte[] read() throws IOException {
    if (length - at < SnapshotWriter.FRAME) {
      throw changed();
    }
    int size = bytes(Integer.BYTES).getInt();
    if (size < 0 || size > length - at - SnapshotWriter.FRAME) {
      throw changed();
    }
    ByteBuffer framed = bytes(size + SnapshotWriter.FRAME);
    int checked = size + 2 * Integer.BYTES;
    if (framed.getInt(Integer.BYTES) != place
        || framed.getInt(checked) != Checksum.of(framed, 0, checked)) {
      throw changed();
    }
    byte[] block = new byte[size];
    framed.get(2 * Integer.BYTES, block);
    at += framed.limit();
    place++;
    return block;
  }

  /// The next bytes, without going on.
  private ByteBuffer bytes(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    file.read(at, bytes);
    if (bytes.hasRemaining()) {
      throw changed();
    }
    return bytes.flip();
  }

  private CorruptJournalException changed() {
    return snapshot.changed(at, "this part of the snapshot was changed");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
