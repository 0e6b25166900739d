package dev.headroom.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The project's Java sources. Paths are relative to the project's folder, where the build runs.
final class SourceFiles {
  static final Path ROOT = Path.of("src");
  static final List<Path> SOURCE_ROOTS =
      List.of(ROOT.resolve("main/java"), ROOT.resolve("test/java"));

  private SourceFiles() {}

  /// Every Java file below `root`, sorted.
  static List<Path> below(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
