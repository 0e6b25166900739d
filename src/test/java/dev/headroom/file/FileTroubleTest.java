package dev.headroom.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that cannot be used")
final class FileTroubleTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("is told with what is wrong, not only by its name")
  void isTold() {
    Path file = folder.resolve("none").resolve("tokens");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> FileTurn.take(new WholeFile(file, 10)).close())
        .withMessage("there is no " + file + ".lock");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new WholeFile(file, 10).replace(new byte[1]))
        .withMessage("there is no " + file + ".new");
  }

  @Test
  @DisplayName("is told with who may not use it and what to do, where that is not allowed")
  void isNotAllowed() {
    assertThat(FileTrouble.told(new AccessDeniedException("/data/tokens")))
        .hasMessageMatching("the user .+ may not use /data/tokens; let them read and write it, .*");
  }

  @Test
  @DisplayName("is named where it would not hold what is to be in it, and stays as it was")
  void holdsNoMore() throws IOException {
    WholeFile file = new WholeFile(folder.resolve("small"), 10);
    file.replace(new byte[10]);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> file.replace(new byte[11]))
        .withMessage("cannot write " + file.path() + ": it would be larger than 10 bytes");
    assertThat(Files.size(file.path())).isEqualTo(10);
  }
}
