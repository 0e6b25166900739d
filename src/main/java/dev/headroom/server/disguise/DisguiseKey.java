package dev.headroom.server.disguise;

import dev.headroom.file.WholeFile;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.wire.json.Disguise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The key to all disguises of an instance, in the file `disguise.key` of its data folder: the same
/// as long as the folder is there, so that what was told once is understood later. Any thread.
///
/// Whoever has it can tell from ids how much goes on elsewhere, and nothing more. Without it the
/// ids that callers have kept are worth nothing, so it belongs in every copy of the folder.
public final class DisguiseKey {
  private static final int LENGTH = 16;

  /// The file may have a checksum after the key; those that were made first have none.
  private static final int CHECKED = LENGTH + Integer.BYTES;

  /// Larger than any, to tell what is no key from what cannot be read.
  private static final int SIZE_MAX = 4096;

  private final byte[] key;

  private DisguiseKey(byte[] key) {
    this.key = key;
  }

  /// The key of an instance, made where there is none. Only who holds the folder may ask.
  ///
  /// @param folder the data folder
  /// @throws IOException where the file is not as it was written, or others may read it
  public static DisguiseKey in(Path folder) throws IOException {
    WholeFile file = new WholeFile(folder.resolve("disguise.key"), SIZE_MAX);
    Optional<byte[]> kept = file.read();
    if (kept.isPresent()) {
      return new DisguiseKey(key(kept.get(), file.path()));
    }
    byte[] made = new byte[LENGTH];
    new SecureRandom().nextBytes(made);
    file.replace(checked(made));
    return new DisguiseKey(made);
  }

  /// With a wrong key, what callers have kept would silently mean something else.
  private static byte[] key(byte[] kept, Path path) throws IOException {
    byte[] key = Arrays.copyOf(kept, LENGTH);
    if (kept.length != LENGTH && !Arrays.equals(kept, checked(key))) {
      throw new IOException(
          path
              + " is damaged; put it back from a copy, or remove it, which makes the ids"
              + " that tokens of a subtree were told unknown");
    }
    return key;
  }

  private static byte[] checked(byte[] key) {
    CRC32C crc = new CRC32C();
    crc.update(key);
    return ByteBuffer.allocate(CHECKED).put(key).putInt((int) crc.getValue()).array();
  }

  /// How an instance looks to the bearer of a token, for one thread.
  public Disguise of(Grant grant) {
    ShownNumbers numbers = new ShownNumbers(new Permutation(key));
    return grant.covers(ScopePath.ROOT)
        ? new OwnersDisguise(numbers)
        : new SubtreeDisguise(numbers, grant.subtree());
  }
}
