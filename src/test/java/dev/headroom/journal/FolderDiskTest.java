package dev.headroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder on a real disk")
final class FolderDiskTest {
  private static final int TAKEN = 0;
  private static final int IN_USE = 7;

  @TempDir private Path folder;

  /// Another process that takes the folder.
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      try (FolderDisk _ = FolderDisk.take(Path.of(arguments[0]))) {
        System.exit(TAKEN);
      } catch (FolderInUseException inUse) {
        System.exit(IN_USE);
      }
    }
  }

  private int takeElsewhere() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return other.exitValue();
  }

  @Test
  @DisplayName("stays one process's own though that process asks for it again, and is then free")
  void staysTaken() throws IOException, InterruptedException {
    try (FolderDisk _ = FolderDisk.take(folder)) {
      for (Path again : new Path[] {folder, folder.resolve("..").resolve(folder.getFileName())}) {
        assertThatExceptionOfType(FolderInUseException.class)
            .isThrownBy(() -> FolderDisk.take(again));
      }
      assertThat(takeElsewhere()).isEqualTo(IN_USE);
    }
    assertThat(takeElsewhere()).isEqualTo(TAKEN);
    FolderDisk.take(folder).close();
  }
}
