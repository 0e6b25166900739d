package dev.headroom.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every package")
final class PackagesTest {
  private static final Pattern MARK = Pattern.compile("^@NullMarked$", Pattern.MULTILINE);

  @Test
  @DisplayName("says in its package-info.java what it is for, and that it is @NullMarked")
  void isNullMarked() throws IOException {
    assertThat(unmarkedPackages()).isEmpty();
  }

  /// A package of tests shares the description of the package it tests.
  private static SortedSet<Path> unmarkedPackages() throws IOException {
    var unmarked = new TreeSet<Path>();
    for (Path root : SourceFiles.SOURCE_ROOTS) {
      for (Path file : SourceFiles.below(root)) {
        unmarked.add(root.relativize(file.getParent()));
      }
    }
    for (Path root : SourceFiles.SOURCE_ROOTS) {
      for (Path file : SourceFiles.below(root)) {
        if (file.endsWith("package-info.java") && MARK.matcher(Files.readString(file)).find()) {
          unmarked.remove(root.relativize(file.getParent()));
        }
      }
    }
    return unmarked;
  }
}
