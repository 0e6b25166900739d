package dev.headroom.sandbox.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes small traces by hand.
final class Traces {
  static final String HEADING = "TIMESTAMP,ContextTokens,GeneratedTokens";

  private final Path folder;

  Traces(Path folder) {
    this.folder = folder;
  }

  Path file(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path packed(String name, String... lines) {
    Path file = folder.resolve(name);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file;
  }

  /// A job of user 7 in group 3, on one processor.
  static String job(long number, long submit, long run, long requested) {
    return job(number, submit, run, 1, requested);
  }

  /// A job of user 7 in group 3.
  static String job(long number, long submit, long run, long processors, long requested) {
    return number
        + " "
        + submit
        + " -1 "
        + run
        + " "
        + processors
        + " -1 -1 -1 "
        + requested
        + " -1 -1 7 3 1 -1 2 -1 -1";
  }
}
