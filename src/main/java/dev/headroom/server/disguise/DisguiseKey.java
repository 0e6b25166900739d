package dev.headroom.server.disguise;

import dev.headroom.file.WholeFile;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.wire.json.Disguise;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/// The key to all disguises of an instance, in the file `disguise.key` of its data folder: the same
/// as long as the folder is there, so that what was told once is understood later. Any thread.
///
/// Whoever has it can tell from ids how much goes on elsewhere, and nothing more. Without it the
/// ids that callers have kept are worth nothing, so it belongs in every copy of the folder.
public final class DisguiseKey {
  private static final int LENGTH = 16;

  private final byte[] key;

  private DisguiseKey(byte[] key) {
    this.key = key;
  }

  /// The key of an instance, made where there is none. Only who holds the folder may ask.
  ///
  /// @param folder the data folder
  /// @throws IOException where the file is not as it was written, or others may read it
  public static DisguiseKey in(Path folder) throws IOException {
    WholeFile file = new WholeFile(folder.resolve("disguise.key"), LENGTH);
    Optional<byte[]> kept = file.read();
    if (kept.isPresent() && kept.get().length != LENGTH) {
      throw new IOException(
          file.path()
              + " is damaged; put it back from a copy, or remove it, which makes the ids"
              + " that tokens of a subtree were told unknown");
    }
    if (kept.isEmpty()) {
      byte[] made = new byte[LENGTH];
      new SecureRandom().nextBytes(made);
      file.replace(made);
      return new DisguiseKey(made);
    }
    return new DisguiseKey(kept.get());
  }

  /// How an instance looks to the bearer of a token, for one thread.
  public Disguise of(Grant grant) {
    ShownNumbers numbers = new ShownNumbers(new Permutation(key));
    return grant.covers(ScopePath.ROOT)
        ? new OwnersDisguise(numbers)
        : new SubtreeDisguise(numbers, grant.subtree());
  }
}
