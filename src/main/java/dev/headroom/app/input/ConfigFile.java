package dev.headroom.app.input;

import dev.headroom.file.FileTrouble;
import dev.headroom.model.Config;
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the config document that a user names.
public final class ConfigFile {
  private ConfigFile() {}

  /// Reads and checks one.
  ///
  /// @throws UnusableInputException where there is no such file, or with every mistake in it as a
  ///   line that begins with file and line number, as compilers do
  public static Config read(Path file) {
    return switch (ConfigDocument.read(bytes(file))) {
      case ConfigReading.Accepted(var config) -> config;
      case ConfigReading.Refused(var problems) ->
          throw new UnusableInputException(
              problems.stream()
                  .map(problem -> file + ":" + problem.line() + ": " + problem.sentence())
                  .toList());
    };
  }

  /// One byte more than a document may have, where there are more; the document says so then.
  private static byte[] bytes(Path file) {
    if (!Files.exists(file)) {
      throw new UnusableInputException("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      throw new UnusableInputException(file + " is a folder, not a config document");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(ConfigDocument.SIZE_MAX + 1);
    } catch (IOException unreadable) {
      throw new UnusableInputException(
          "cannot read " + file + ": " + FileTrouble.told(unreadable).getMessage());
    }
  }
}
