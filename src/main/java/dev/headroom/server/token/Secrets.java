package dev.headroom.server.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Makes what nobody can guess, and what it can be known by. Thread-safe.
final class Secrets {
  /// So that people and scanners of repositories recognise one.
  static final String PREFIX = "hr_";

  /// Characters of a token.
  static final int LENGTH = PREFIX.length() + 64;

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  String token() {
    return PREFIX + hex(SECRET_BYTES);
  }

  String id() {
    return hex(ID_BYTES);
  }

  private String hex(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// A secret of 256 random bits needs no salt and no slow hash: there is nothing to try out.
  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// Whether two hashes are equal, in the same time wherever they differ.
  static boolean same(String hash, String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
