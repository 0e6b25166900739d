package dev.headroom.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Memory;
import dev.headroom.console.viewmodel.Motion;
import dev.headroom.console.viewmodel.Noticed;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.Remembered;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.Shade;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeLook;
import dev.headroom.console.viewmodel.TreeOrder;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.file.WholeFile;
import dev.headroom.model.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the console remembers")
final class RememberedFileTest {
  /// Nothing as it is usually.
  private static final Preferences PREFERENCES =
      new Preferences(
          Shade.DARK,
          new Zoom(150),
          Optional.of(Language.GERMAN),
          Motion.REDUCED,
          true,
          Noticed.CRITICAL,
          Duration.ofMinutes(30),
          Map.of("findScopes", "Shortcut+J", "pause", ""),
          true);

  @TempDir private Path folder;

  private void write(String content) throws IOException {
    new WholeFile(folder.resolve("console.json"), 1000).replace(content.getBytes(UTF_8));
  }

  @Test
  @DisplayName("is there again at the next start")
  void comesBack() {
    var look = TreeLook.USUAL.with(TreeColumn.HEADROOM, false).with(ResourceType.MEMORY, false);
    var all =
        new Remembered(
            List.of(Path.of("/srv/one"), Path.of("/srv/two")),
            List.of(Path.of("/tmp/incident.headroom-recording")),
            List.of(
                connection("a", Optional.empty()),
                connection("b", Optional.of(Path.of("/etc/acme.pem")))),
            look,
            List.of(new SavedView("bots", "user:bot* tokens>80", TreeOrder.PRESSURE, look)),
            PREFERENCES);

    assertThat(new RememberedFile(folder.resolve("new")).keep(all)).isEmpty();

    assertThat(new RememberedFile(folder.resolve("new")).recall())
        .isEqualTo(new Memory.Recalled(all, ""));
  }

  private static Connection connection(String id, Optional<Path> authority) {
    return new Connection(
        id,
        new PlaceMark("acme-" + id, PlaceMark.Colour.VIOLET, authority.isPresent()),
        new Connection.Server("https://acme.example:7420", authority, authority.isEmpty()),
        authority.isEmpty());
  }

  @Test
  @DisplayName("is nothing where there is no file, without a word")
  void doesWithout() {
    assertThat(new RememberedFile(folder).recall())
        .isEqualTo(new Memory.Recalled(Remembered.NOTHING, ""));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{\"folders\": [", "[1, 2]", "\"mine\"", "{\"connections\": [{}]}"})
  @DisplayName(
      "is nothing where the file is broken or of another program; that survives, and one is told")
  void survives(String content) throws IOException {
    write(content);
    var file = new RememberedFile(folder);

    Memory.Recalled recalled = file.recall();
    assertThat(recalled.all()).isEqualTo(Remembered.NOTHING);
    assertThat(recalled.remark())
        .startsWith(folder.resolve("console.json") + " is not understood: ")
        .contains("kept as console.json.unread");

    assertThat(file.keep(Remembered.NOTHING)).isEmpty();
    assertThat(folder.resolve("console.json.unread")).hasContent(content);
    assertThat(new RememberedFile(folder).recall().remark()).isEmpty();
  }

  @Test
  @DisplayName("is all that is understood where single preferences are not, which are named")
  void bends() throws IOException {
    write(
        """
        {"folders": ["/srv/one"],
         "preferences": {"theme": "PURPLE", "zoom": "1000", "motion": "REDUCED",
                         "keys": {"pause": "Hyper+Q", "findScopes": "Shortcut+J", "root": 7}}}
        """);

    Memory.Recalled recalled = new RememberedFile(folder).recall();

    assertThat(recalled.all().folders()).containsExactly(Path.of("/srv/one"));
    assertThat(recalled.all().preferences())
        .isEqualTo(
            Preferences.USUAL
                .withMotion(Motion.REDUCED)
                .withKeys(Map.of("findScopes", "Shortcut+J")));
    assertThat(recalled.remark())
        .contains("is not understood: theme, zoom, keys.pause, keys.root.");
  }

  @Test
  @DisplayName("is as it is at first where an older version did not know it")
  void isOlder() throws IOException {
    write("{\"folders\": []}");
    assertThat(new RememberedFile(folder).recall())
        .isEqualTo(new Memory.Recalled(Remembered.NOTHING, ""));
  }

  @Test
  @DisplayName("says where it cannot be kept")
  void saysWhere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(new RememberedFile(file).keep(Remembered.NOTHING).orElseThrow())
        .startsWith("cannot remember settings in " + file.resolve("console.json"));
  }

  @Test
  @DisplayName("lies where the system keeps settings")
  void liesWhereSettingsDo() {
    Path home = folder.resolve("ada");
    assertThat(SettingsFolder.of(Map.of(), "Linux", home))
        .isEqualTo(home.resolve(".config/headroom"));
    assertThat(SettingsFolder.of(Map.of("XDG_CONFIG_HOME", folder.toString()), "Linux", home))
        .isEqualTo(folder.resolve("headroom"));
    assertThat(SettingsFolder.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home))
        .isEqualTo(home.resolve(".config/headroom"));
    assertThat(SettingsFolder.of(Map.of(), "Mac OS X", home))
        .isEqualTo(home.resolve("Library/Application Support/Headroom"));
    assertThat(SettingsFolder.of(Map.of("APPDATA", folder.toString()), "Windows 11", home))
        .isEqualTo(folder.resolve("Headroom"));
  }
}
