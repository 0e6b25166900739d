package dev.headroom.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes state as bytes, the same on every machine: numbers as eight bytes big-endian, texts as
/// their length and UTF-8 (rule D2).
final class CanonicalForm {
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.BIG_ENDIAN);
  private final Consumer<ByteBuffer> sink;

  /// @param sink takes the bytes piece by piece, each before the call returns
  CanonicalForm(Consumer<ByteBuffer> sink) {
    this.sink = sink;
  }

  CanonicalForm number(long value) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(value);
    return this;
  }

  CanonicalForm text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  CanonicalForm bytes(byte[] bytes) {
    number(bytes.length);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length > buffer.remaining()) {
      sink.accept(ByteBuffer.wrap(bytes));
    } else {
      buffer.put(bytes);
    }
    return this;
  }

  /// Hands on what is buffered.
  void flush() {
    buffer.flip();
    sink.accept(buffer);
    buffer.clear();
  }
}
