package dev.headroom.sink.webhook;

import dev.headroom.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Up to which event a webhook is done, in a file, so that it goes on there after a restart.
final class Position {
  private static final int SIZE_MAX = 32;

  private final WholeFile file;

  Position(Path path) {
    file = new WholeFile(path, SIZE_MAX);
  }

  /// The number of the last event that was dealt with; nothing where none ever was.
  ///
  /// @throws IOException where it cannot be read or is no number
  OptionalLong read() throws IOException {
    var bytes = file.read();
    if (bytes.isEmpty()) {
      return OptionalLong.empty();
    }
    String text = new String(bytes.get(), StandardCharsets.US_ASCII).strip();
    if (!text.matches("\\d{1,18}")) {
      throw new IOException(
          file.path() + " is damaged; remove it, and the webhook goes on with what happens next");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /// Returns once it is safe.
  void write(long sequence) throws IOException {
    file.makeFolder();
    file.replace((sequence + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
