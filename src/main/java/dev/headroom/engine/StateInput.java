package dev.headroom.engine;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.MalformedBytesException;
import java.util.Arrays;
import java.util.Iterator;

/// Reads the blocks that [StateOutput] has written, and trusts none of them. One thread.
final class StateInput {
  private final Iterator<byte[]> blocks;
  private ByteReader from = new ByteReader(new byte[0], 0, 0);
  private int[] scopes = new int[64];
  private int scopeCount;

  StateInput(Iterator<byte[]> blocks) {
    this.blocks = blocks;
  }

  /// Where the next thing is.
  ///
  /// @throws MalformedBytesException where nothing more follows
  ByteReader next() {
    if (!from.hasMore()) {
      if (!blocks.hasNext()) {
        throw new MalformedBytesException("more should follow than there is");
      }
      byte[] block = blocks.next();
      from = new ByteReader(block, 0, block.length);
    }
    return from;
  }

  /// Reads how many things follow. Of each there is at least a byte, so that a wrong count ends
  /// where the bytes do.
  int count() {
    return next().upTo(Integer.MAX_VALUE);
  }

  /// Whether anything follows.
  boolean hasMore() {
    return from.hasMore() || blocks.hasNext();
  }

  /// @throws MalformedBytesException where more follows
  void end() {
    if (hasMore()) {
      throw new MalformedBytesException("more follows than there should be");
    }
  }

  /// Enters the next scope that was read.
  void name(int scope) {
    if (scopeCount == scopes.length) {
      scopes = Arrays.copyOf(scopes, 2 * scopeCount);
    }
    scopes[scopeCount++] = scope;
  }

  /// How many scopes were read.
  int scopes() {
    return scopeCount;
  }

  /// The scope of a name that was read.
  int scope(int ordinal) {
    return scopes[ordinal];
  }

  /// Reads the name of a scope, which must have been read.
  int scope(ByteReader name) {
    return scopes[name.upTo(scopeCount - 1)];
  }
}
