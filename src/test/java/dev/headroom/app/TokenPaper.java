package dev.headroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A token on paper, as `--token-file` takes it.
final class TokenPaper {
  private TokenPaper() {}

  /// Writes it into a new file of a folder that only its owner may read.
  static Path write(Path folder, String token) throws IOException {
    Path file = Files.createTempFile(folder, "token", "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(file, token);
  }
}
