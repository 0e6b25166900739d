package dev.headroom.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A SHA-256 as a value: eight bytes after eight bytes.
///
/// @param first the first eight
/// @param second the next
/// @param third the next
/// @param fourth the last
public record Hash(long first, long second, long third, long fourth) {
  /// How long it is, in bytes.
  static final int LENGTH = 32;

  /// That of nothing at all, by definition.
  static final Hash NONE = new Hash(0, 0, 0, 0);

  /// That of which a digest has given the bytes.
  public static Hash of(byte[] digest) {
    return read(ByteBuffer.wrap(digest));
  }

  static Hash read(ByteBuffer from) {
    return new Hash(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  void write(ByteBuffer to) {
    to.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }

  /// In hexadecimal.
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(first)
        + hex.toHexDigits(second)
        + hex.toHexDigits(third)
        + hex.toHexDigits(fourth);
  }
}
