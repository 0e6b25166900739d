package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of something long.
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  /// Of an engine's state in its canonical form.
  static String of(Engine engine) {
    Digest digest = new Digest();
    engine.writeCanonical(digest.digest::update);
    return digest.hex();
  }

  void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  /// The digest of all that was added; starts anew.
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
