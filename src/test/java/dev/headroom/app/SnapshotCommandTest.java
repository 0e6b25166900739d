package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.window.Display;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("headroom snapshot")
final class SnapshotCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          --page,     list,       expected one of
          --theme,    blue,       expected one of
          --size,     big,        a size is WIDTHxHEIGHT
          --size,     100x100,    a size is between 800x500 and 8192x8192
          --zoom,     300,        --zoom is between 80 and 200
          --after,    soon,       'soon' is no duration
          --after,    P8D,        --after is between PT0S and
          --path,     ada,        a path starts with '/'
          --scenario, nonsense,   there is no scenario 'nonsense'; there are calm-day
          --seed,     x,          'x' is not a long
          """)
  @DisplayName("ends with one line and exit code 2 for a value that an option does not take")
  void values(String option, String value, String message) {
    String out = folder.resolve("out.png").toString();
    assertThat(Run.of("snapshot", out, option, value).complaint()).contains(message);
  }

  @Test
  @DisplayName("ends so too where it cannot write")
  void outputs() {
    assertThat(Run.of("snapshot").complaint())
        .contains("name what to write: OUT.png, or --gallery DIR");
    assertThat(Run.of("snapshot", "x.png", "--gallery", "x").complaint()).contains("not both");
    assertThat(Run.of("snapshot", "--gallery", "x", "--page", "tree").complaint())
        .contains("a gallery has every page, theme and zoom; leave out --page");
    assertThat(Run.of("snapshot", folder.resolve("out.jpg").toString()).complaint())
        .contains("the picture is a PNG");
    Path nowhere = folder.resolve("nowhere").resolve("out.png");
    assertThat(Run.of("snapshot", nowhere.toString()).complaint())
        .isEqualTo("headroom: there is no folder " + nowhere.getParent() + " to write to");
  }

  @Test
  @DisplayName("is what the console names where there is no display")
  void noDisplay() {
    assertThat(Display.whyNot(Map.of(), "Linux"))
        .contains("there is no display here: DISPLAY is not set");
    assertThat(Display.whyNot(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux").orElseThrow())
        .contains("XWayland");
    assertThat(Display.whyNot(Map.of("DISPLAY", ":0"), "Linux")).isEmpty();
    assertThat(Display.whyNot(Map.of(), "Mac OS X")).isEmpty();
    assertThat(Display.whyNot(Map.of(), "Windows 11")).isEmpty();
  }

  @Test
  @DisplayName("leaves the console's own options to the console")
  void console() {
    assertThat(Run.of("--trace", "x.csv").complaint()).contains("--trace needs --config");
    assertThat(Run.of("--config", "x.yaml").complaint()).contains("there is no file x.yaml");
    assertThat(Run.of("--scopes", "-1").complaint()).contains("--scopes is between 0 and");
    assertThat(Run.of("--scenario", "nonsense").complaint()).contains("there is no scenario");
    assertThat(Run.of("--trace", "nowhere.csv", "--config", "nowhere.yaml").complaint())
        .contains("nowhere.csv");
  }
}
