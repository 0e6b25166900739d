package dev.headroom.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// CRC32C, but never 0, so that bytes that were never written have no right one.
final class Checksum {
  private Checksum() {}

  /// Of `length` bytes from `at`; the buffer is not moved.
  static int of(ByteBuffer bytes, int at, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(at, length));
    int value = (int) crc.getValue();
    return value == 0 ? 1 : value;
  }
}
