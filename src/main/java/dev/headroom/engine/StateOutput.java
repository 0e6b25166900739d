package dev.headroom.engine;

import dev.headroom.wire.ByteWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/// Writes state as blocks of about a megabyte, so that nobody needs all of it in one piece. One
/// thread.
final class StateOutput {
  private static final int BLOCK = 1 << 20;

  private final Consumer<ByteBuffer> sink;
  private final ByteWriter to = new ByteWriter();
  private int[] ordinals = new int[0];

  /// @param sink takes the blocks in order, each before the call returns
  StateOutput(Consumer<ByteBuffer> sink) {
    this.sink = sink;
  }

  /// Where the next thing goes, which is short and goes there whole.
  ByteWriter next() {
    if (to.size() >= BLOCK) {
      flush();
    }
    return to;
  }

  /// Hands on the last block.
  void flush() {
    sink.accept(ByteBuffer.wrap(to.bytes(), 0, to.size()));
    to.cut(0);
  }

  /// Names scopes by their place among those written.
  ///
  /// @param written the scopes in the order in which they are written
  /// @param end one more than the highest index of a scope
  void name(int[] written, int end) {
    ordinals = new int[end];
    Arrays.fill(ordinals, ScopeTable.NONE);
    for (int at = 0; at < written.length; at++) {
      ordinals[written[at]] = at;
    }
  }

  /// The name of a scope that exists.
  int ordinal(int scope) {
    return ordinals[scope];
  }
}
