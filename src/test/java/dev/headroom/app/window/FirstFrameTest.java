package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the console as a desktop does, in a process of its own: a window ends with its JavaFX.
@DisplayName("The console until its first frame")
final class FirstFrameTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  @DisplayName("shows a config document alone, tells how long that took, and leaves")
  void document() throws IOException, InterruptedException {
    Path document = folder.resolve("team.headroom.yaml");
    Files.writeString(
        document, "limits:\n  - {path: /user:ada, type: TOKENS, amount: 100, period: PT1M}\n");
    Path told = folder.resolve("told");
    Process process = start(told, "--config", document.toString(), "--until-first-frame");

    boolean left = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(left).as("left within %d s", PATIENCE_SECONDS).isTrue();
    assertThat(Files.readString(told).strip()).matches("[1-9][0-9]*");
    assertThat(process.exitValue()).isZero();
  }

  private Process start(Path told, String... arguments) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.config.file=src/main/dist/lib/logging.properties",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    return builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
  }
}
