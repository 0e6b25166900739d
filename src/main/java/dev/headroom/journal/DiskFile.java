package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/// One open file of a [Disk].
public interface DiskFile extends AutoCloseable {
  /// Its length in bytes.
  long size() throws IOException;

  /// Reads until the buffer is full or the file ends.
  void read(long at, ByteBuffer into) throws IOException;

  /// Writes all that remains in the buffer.
  void write(long at, ByteBuffer from) throws IOException;

  /// Forgets everything from `size` on.
  void cut(long size) throws IOException;

  /// Returns once everything written so far survives a crash. After a failure nobody knows what
  /// does, and trying again proves nothing.
  void sync() throws IOException;

  @Override
  void close() throws IOException;
}
