package dev.headroom.app.input;

import dev.headroom.file.WholeFile;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A file with a token, as `headroom token create` prints it.
public final class TokenFile {
  private static final int BYTES_MAX = 4096;

  private TokenFile() {}

  /// The token in a file.
  ///
  /// @throws UnusableInputException where there is none
  public static Secret read(Path file) {
    try {
      byte[] bytes =
          new WholeFile(file, BYTES_MAX)
              .read()
              .orElseThrow(() -> new UnusableInputException("there is no file " + file));
      return new Secret(new String(bytes, StandardCharsets.UTF_8).strip());
    } catch (InvalidValueException invalid) {
      throw new UnusableInputException("there is no token in " + file);
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + file + ": " + unreadable.getMessage());
    }
  }
}
