package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The SHA-256 of an engine's state in its canonical form (rule D2).
final class StateHash {
  private StateHash() {}

  /// The hash of the state as it is now.
  static Hash of(Engine engine) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      engine.writeCanonical(digest::update);
      return Hash.of(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
