package dev.headroom.journal;

import java.nio.ByteBuffer;

/// What stands around the commands of a batch: a header, padding, a trailer.
///
/// No part of a whole batch that shares a sector is all zeros, while what was never written is
/// zeros. So a batch that was torn can be told from one that was changed.
///
/// @param length how many bytes its commands take
/// @param first the number of its first command
/// @param count how many commands it has
/// @param chain the hash that covers all commands up to its last
record BatchFrame(int length, long first, int count, Hash chain) {
  /// How long the header is.
  static final int HEADER = 64;

  /// Batches begin at multiples of this, so that no trailer is spread over two sectors.
  static final int ALIGNMENT = 8;

  private static final int MAGIC = 0x48424154;
  private static final int END = 0x48454E44;
  private static final int TRAILER = 8;
  private static final int CHECKED = HEADER - Integer.BYTES;
  private static final long RESERVED = 0;

  /// How many bytes it takes in all.
  int size() {
    return HEADER + padded(length) + TRAILER;
  }

  static int size(int length) {
    return HEADER + padded(length) + TRAILER;
  }

  private static int padded(int length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /// Writes the header, with the body after it, and all that belongs around them.
  void write(byte[] body, ByteBuffer to) {
    int start = to.position();
    to.putInt(MAGIC).putInt(length).putLong(first).putInt(count);
    chain.write(to);
    to.putLong(RESERVED);
    to.putInt(Checksum.of(to, start, CHECKED));
    to.put(body, 0, length);
    while ((to.position() - start) % ALIGNMENT != 0) {
      to.put((byte) 0);
    }
    to.putInt(Checksum.of(to, start + HEADER, padded(length))).putInt(END);
  }

  /// Whether the bytes from `at` are a header.
  static boolean isHeader(ByteBuffer bytes, int at) {
    return bytes.limit() - at >= HEADER
        && bytes.getInt(at) == MAGIC
        && bytes.getInt(at + CHECKED) == Checksum.of(bytes, at, CHECKED);
  }

  /// Whether the header's own end was ever written.
  static boolean hasHeaderEnd(ByteBuffer bytes, int at) {
    return bytes.limit() - at >= HEADER && bytes.getInt(at + CHECKED) != 0;
  }

  /// Reads a header.
  static BatchFrame read(ByteBuffer bytes, int at) {
    ByteBuffer from = bytes.duplicate().position(at + Integer.BYTES);
    return new BatchFrame(from.getInt(), from.getLong(), from.getInt(), Hash.read(from));
  }

  /// Whether all that belongs to this header is there as it was written.
  boolean isWhole(ByteBuffer bytes, int at) {
    int end = at + HEADER + padded(length);
    return bytes.limit() - at >= size()
        && bytes.getInt(end) == Checksum.of(bytes, at + HEADER, padded(length))
        && bytes.getInt(end + Integer.BYTES) == END;
  }

  /// Whether the last bytes that belong to this header were ever written.
  boolean hasEnd(ByteBuffer bytes, int at) {
    int end = at + size();
    return bytes.limit() >= end && bytes.getLong(end - TRAILER) != 0;
  }

  /// Its commands.
  ByteBuffer body(ByteBuffer bytes, int at) {
    return bytes.slice(at + HEADER, length);
  }
}
