package dev.headroom.server.disguise;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Permutations of numbers, which nobody without the key can tell from one picked at random:
/// balanced Feistel networks of ten rounds with AES as their function, as FF1 is (NIST SP 800-38G,
/// <https://doi.org/10.6028/NIST.SP.800-38Gr1>), for binary digits. For one thread.
final class Permutation {
  private static final int ROUNDS = 10;
  private static final int BLOCK = 16;

  private final byte[] key;
  private @Nullable Cipher cipher;

  /// @param key of 128 bits
  Permutation(byte[] key) {
    this.key = key;
  }

  /// One permutation.
  ///
  /// @param kind what is permuted: each kind otherwise
  /// @param bits how many digits the numbers have: an even number, at most 62
  record Of(int kind, int bits) {
    private long mask() {
      return (1L << half()) - 1;
    }

    private int half() {
      return bits / 2;
    }
  }

  /// Where a number goes, which is not 0 and goes to none that is: where it would, it goes on.
  long there(Of of, long number) {
    long there = once(of, number);
    return there == 0 ? once(of, there) : there;
  }

  /// The number that goes there.
  long back(Of of, long there) {
    long number = onceBack(of, there);
    return number == 0 ? onceBack(of, number) : number;
  }

  private long once(Of of, long number) {
    long left = number >>> of.half();
    long right = number & of.mask();
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ mixed(of, round, right);
      left = right;
      right = next;
    }
    return (left << of.half()) | right;
  }

  private long onceBack(Of of, long there) {
    long left = there >>> of.half();
    long right = there & of.mask();
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long previous = right ^ mixed(of, round, left);
      right = left;
      left = previous;
    }
    return (left << of.half()) | right;
  }

  private long mixed(Of of, int round, long half) {
    byte[] block =
        ByteBuffer.allocate(BLOCK)
            .putShort((short) of.kind)
            .putShort((short) of.bits)
            .putInt(round)
            .putLong(half)
            .array();
    try {
      return ByteBuffer.wrap(cipher().doFinal(block)).getLong() & of.mask();
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /// Made when it is first needed, which for many calls is never.
  private Cipher cipher() throws GeneralSecurityException {
    Cipher made = cipher;
    if (made == null) {
      made = Cipher.getInstance("AES/ECB/NoPadding"); // Single blocks: a function, no message.
      made.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      cipher = made;
    }
    return made;
  }
}
