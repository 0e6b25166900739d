package dev.headroom.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that lasts as long as what is measured in it.
final class BenchFolder {
  private BenchFolder() {}

  /// What is measured in a folder.
  interface Measurement<T> {
    /// Measures it.
    T in(Path folder) throws IOException, InterruptedException;
  }

  /// Measures in a new folder, and clears up.
  ///
  /// @param place where the folder is made
  static <T> T measure(Path place, Measurement<T> measurement)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(place, "headroom-bench-");
    try {
      return measurement.in(folder);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
