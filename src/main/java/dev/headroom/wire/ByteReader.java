package dev.headroom.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Reads what [ByteWriter] has written, and trusts none of it. One thread.
public final class ByteReader {
  /// Where a number has ended at the latest.
  private static final int SHIFT_MAX = 63;

  private final byte[] bytes;
  private final int end;
  private int at;

  /// Reads from `from` up to `to`.
  public ByteReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /// Whether there is more.
  public boolean hasMore() {
    return at < end;
  }

  /// What makes no sense, and where.
  public MalformedBytesException malformed(String what) {
    return new MalformedBytesException(what, at);
  }

  /// A number from 0 to 255.
  public int oneByte() {
    require(1);
    return bytes[at++] & 0xFF;
  }

  /// What [ByteWriter#number] has written.
  public long number() {
    long value = 0;
    for (int shift = 0; shift <= SHIFT_MAX; shift += 7) {
      int next = oneByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw malformed("a number that does not end");
  }

  /// What [ByteWriter#signed] has written.
  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A number from 0 to `most`.
  public int upTo(int most) {
    long value = number();
    if (value < 0 || value > most) {
      throw malformed("a number that should be at most " + most);
    }
    return (int) value;
  }

  long eightBytes() {
    require(Long.BYTES);
    long value = 0;
    for (int count = 0; count < Long.BYTES; count++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  String ascii(int length) {
    require(length);
    String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    at += length;
    return text;
  }

  /// What [ByteWriter#text] has written.
  public String text() {
    long header = number();
    boolean proper = (header & 1) == 0;
    long length = header >>> 1;
    if (length > (end - at) / (proper ? 1 : Character.BYTES)) {
      throw malformed("a text that is longer than what there is");
    }
    if (!proper) {
      return units((int) length);
    }
    String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
    at += (int) length;
    return text;
  }

  /// What [ByteWriter#bytes(byte[])] has written.
  public byte[] bytes() {
    int length = upTo(end - at);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private String units(int length) {
    char[] units = new char[length];
    for (int unit = 0; unit < length; unit++) {
      units[unit] = (char) ((oneByte() << 8) | oneByte());
    }
    return new String(units);
  }

  /// A number and so many elements.
  public <T> List<T> list(Supplier<T> element) {
    int count = upTo(end - at);
    List<T> list = new ArrayList<>(count);
    for (int made = 0; made < count; made++) {
      list.add(element.get());
    }
    return list;
  }

  private void require(int length) {
    if (end - at < length) {
      throw malformed("more should follow than there is");
    }
  }
}
