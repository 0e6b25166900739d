package dev.headroom.sink;

import dev.headroom.file.WholeFile;
import dev.headroom.wire.SinksConfig;
import dev.headroom.wire.SinksDocument;
import dev.headroom.wire.SinksReading;
import java.io.IOException;
import java.nio.file.Path;

/// The sinks document of a data folder, which people write.
public final class SinksFile {
  private static final int SIZE_MAX = 1 << 20;

  private SinksFile() {}

  /// Where it is, if there is one.
  public static Path path(Path data) {
    return data.resolve("sinks.yaml");
  }

  /// What it says; no sinks where there is none.
  ///
  /// @throws IOException where it cannot be read, or others than its owner could read its secrets
  public static SinksReading read(Path data) throws IOException {
    return new WholeFile(path(data), SIZE_MAX)
        .read()
        .map(SinksDocument::read)
        .orElseGet(() -> new SinksReading.Accepted(SinksConfig.NONE));
  }
}
