package dev.headroom.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs the real launcher against `java` commands that only tell how they were started.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@DisplayName("The launcher")
final class LauncherTest {
  private static final Path SOURCE = Path.of("src", "main", "dist", "bin", "headroom");

  /// What a run of the launcher printed, on both streams, and its exit code.
  private record Run(int exitCode, String output) {}

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = folder.resolve("a place/bin/headroom");
    Files.createDirectories(launcher.getParent());
    Files.copy(SOURCE, launcher);
  }

  @Test
  @DisplayName("takes the java that HEADROOM_JAVA names, as a home or as a command")
  void takesTheNamedJava() throws IOException, InterruptedException {
    Path named = java("named", "25.0.1");
    Path other = java("other", "26");
    for (Path value : List.of(named, named.resolve("bin/java"))) {
      var run = launch(launcher, Map.of("HEADROOM_JAVA", value, "JAVA_HOME", other));
      assertThat(run.output()).startsWith("named");
    }
  }

  @Test
  @DisplayName("refuses a named java that is too old, instead of taking another")
  void refusesAnOldNamedJava() throws IOException, InterruptedException {
    var run =
        launch(
            launcher,
            Map.of("HEADROOM_JAVA", java("old", "21.0.2"), "JAVA_HOME", java("new", "25")));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).contains("HEADROOM_JAVA").contains("Java 25").hasLineCount(1);
  }

  @Test
  @DisplayName("passes over a JAVA_HOME that is too old, for the java on the path")
  void passesOverAnOldHome() throws IOException, InterruptedException {
    Path good = java("good", "25.0.3");
    var run =
        launch(
            launcher,
            Map.of(
                "JAVA_HOME",
                java("old", "1.8.0_402"),
                "PATH",
                good.resolve("bin") + ":" + System.getenv("PATH")));
    assertThat(run.output()).startsWith("good");
  }

  @Test
  @DisplayName("asks a java that has no release file for its version")
  void asksForTheVersion() throws IOException, InterruptedException {
    Path silent = java("silent", "25");
    Files.delete(silent.resolve("release"));
    assertThat(launch(launcher, Map.of("HEADROOM_JAVA", silent)).output()).startsWith("silent");
  }

  @Test
  @DisplayName("works through a link, from any folder, and hands the words on as they are")
  void worksThroughALink() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a place/bin/headroom"));
    var run =
        launch(
            link,
            Map.of("HEADROOM_JAVA", java("good", "25"), "HEADROOM_OPTS", "-Xmx1g -Done=1"),
            "serve",
            "two words");
    Path lib = launcher.toRealPath().resolveSibling("../lib").normalize();
    assertThat(run.output().lines())
        .containsSubsequence(
            "good",
            "@" + lib.resolve("jvm.options"),
            "-Xmx1g",
            "-Done=1",
            "-cp",
            lib.resolve("headroom.jar").toString(),
            "dev.headroom.app.Main",
            "serve",
            "two words");
  }

  @Test
  @DisplayName(
      "takes the options of a window where the words open or draw one, of a server for one")
  void knowsWhoWaits() throws IOException, InterruptedException {
    Map<String, Object> environment = Map.of("HEADROOM_JAVA", java("good", "25"));
    for (String words : List.of("", "--scenario calm-day", "snapshot a.png", "bench --console")) {
      assertThat(launch(launcher, environment, words(words)).output())
          .as(words)
          .contains("window.options")
          .doesNotContain("server.options");
    }
    for (String words : List.of("serve", "serve --data folder", "bench --snapshots")) {
      assertThat(launch(launcher, environment, words(words)).output())
          .as(words)
          .contains("server.options")
          .doesNotContain("window.options");
    }
    for (String words : List.of("bench", "bench --scopes 10", "replay --console", "check")) {
      assertThat(launch(launcher, environment, words(words)).output())
          .as(words)
          .doesNotContain("window.options")
          .doesNotContain("server.options");
    }
  }

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ");
  }

  /// A Java home whose command prints the home's name and then its arguments, one a line.
  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path command = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        command,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-01' >&2
        else
          printf '%%s\\n' %s "$@"
        fi
        """
            .formatted(version, name));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  private Run launch(Path command, Map<String, Object> environment, String... arguments)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(key -> key.matches("HEADROOM_.*|JAVA_HOME"));
    environment.forEach((key, value) -> builder.environment().put(key, value.toString()));
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }
}
