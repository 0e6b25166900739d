package dev.headroom.app.token;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Option;

/// The option that says whose tokens are meant.
final class TokenFolder {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data folder of the instance.")
  private Path folder;

  /// The tokens of a folder that exists.
  TokenStore existing() {
    if (!Files.isDirectory(folder)) {
      throw new UnusableInputException("there is no folder " + folder);
    }
    return orNew();
  }

  /// The tokens of a folder that may be new.
  TokenStore orNew() {
    return new TokenStore(folder);
  }

  /// Something about the tokens of the folder.
  @FunctionalInterface
  interface Deed<T> {
    T done() throws IOException;
  }

  /// @throws UnusableInputException where the folder or the file is not as it must be
  static <T> T attempt(Deed<T> deed) {
    try {
      return deed.done();
    } catch (IOException unusable) {
      throw new UnusableInputException(
          Objects.requireNonNullElse(unusable.getMessage(), unusable.toString()));
    }
  }
}
