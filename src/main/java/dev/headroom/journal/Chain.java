package dev.headroom.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash that covers every command up to some batch: SHA-256 of the one before, the batch's
/// place and its bytes (rule D5). One thread.
final class Chain {
  private final MessageDigest digest = sha256();
  private final ByteBuffer before = ByteBuffer.allocate(Hash.LENGTH + Long.BYTES + Integer.BYTES);
  private Hash hash = Hash.NONE;

  /// Goes on from a given hash.
  void set(Hash known) {
    hash = known;
  }

  /// The hash so far.
  Hash hash() {
    return hash;
  }

  /// Goes on by one batch.
  ///
  /// @param first the number of its first command
  /// @param count how many commands it has
  /// @param body its commands as bytes; not moved
  void add(long first, int count, ByteBuffer body) {
    hash.write(before.clear());
    digest.update(before.putLong(first).putInt(count).flip());
    digest.update(body.duplicate());
    hash = Hash.read(ByteBuffer.wrap(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
