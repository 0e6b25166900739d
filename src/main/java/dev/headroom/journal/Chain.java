package dev.headroom.journal;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash that covers every command up to some batch: SHA-256 of the one before, the batch's
/// place and its bytes (rule D5). One thread.
final class Chain {
  /// How long a hash is, in bytes.
  static final int LENGTH = 32;

  private final MessageDigest digest = sha256();
  private final byte[] hash = new byte[LENGTH];
  private final ByteBuffer place = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);

  /// As before the first command of all.
  Chain() {}

  /// As at a given hash.
  void set(byte[] known) {
    System.arraycopy(known, 0, hash, 0, LENGTH);
  }

  /// The hash so far; the array may be kept.
  byte[] hash() {
    return hash.clone();
  }

  /// Goes on by one batch.
  ///
  /// @param first the number of its first command
  /// @param count how many commands it has
  /// @param body its commands as bytes; not moved
  void add(long first, int count, ByteBuffer body) {
    digest.update(hash);
    place.clear().putLong(first).putInt(count).flip();
    digest.update(place);
    digest.update(body.duplicate());
    try {
      digest.digest(hash, 0, LENGTH);
    } catch (DigestException tooShort) {
      throw new IllegalStateException("a SHA-256 has " + LENGTH + " bytes", tooShort);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
