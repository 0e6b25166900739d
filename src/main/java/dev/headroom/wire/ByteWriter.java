package dev.headroom.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes numbers and texts as few bytes into a buffer that grows. One thread.
public final class ByteWriter {
  private static final int SIZE_FIRST = 1 << 10;

  private byte[] bytes = new byte[SIZE_FIRST];
  private int size;

  /// What was written, in the first [#size()] bytes; holds until more is written.
  public byte[] bytes() {
    return bytes;
  }

  /// How many bytes were written.
  public int size() {
    return size;
  }

  /// Forgets all but the first `length` bytes.
  public void cut(int length) {
    size = Math.min(size, length);
  }

  /// The lowest eight bits.
  public ByteWriter oneByte(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /// A number in base 128, lowest digits first; small ones that are not negative take few bytes.
  public ByteWriter number(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /// A number near zero, on either side of it.
  public ByteWriter signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  ByteWriter eightBytes(long value) {
    reserve(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /// The characters from `from` to `to`, all of them ASCII, without their number.
  ByteWriter ascii(String text, int from, int to) {
    reserve(to - from);
    for (int at = from; at < to; at++) {
      bytes[size++] = (byte) text.charAt(at);
    }
    return this;
  }

  /// Any text, exactly: in UTF-8, or as two bytes a `char` where it is no proper Unicode.
  public ByteWriter text(String text) {
    if (!isProper(text)) {
      number(((long) text.length() << 1) | 1);
      text.chars().forEach(unit -> oneByte(unit >> 8).oneByte(unit));
      return this;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number((long) encoded.length << 1);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
    return this;
  }

  /// Bytes as they are, after their number.
  public ByteWriter bytes(byte[] from) {
    number(from.length);
    reserve(from.length);
    System.arraycopy(from, 0, bytes, size, from.length);
    size += from.length;
    return this;
  }

  /// UTF-8 has no bytes for half of a pair.
  private static boolean isProper(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), size + more));
    }
  }
}
