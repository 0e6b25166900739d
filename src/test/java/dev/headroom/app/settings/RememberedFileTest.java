package dev.headroom.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Remembered;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeLook;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.file.WholeFile;
import dev.headroom.model.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the console remembers")
final class RememberedFileTest {
  @TempDir private Path folder;

  private void write(String content) throws IOException {
    new WholeFile(folder.resolve("console.json"), 1000).replace(content.getBytes(UTF_8));
  }

  @Test
  @DisplayName("is there again at the next start")
  void comesBack() {
    var look = TreeLook.ALL.with(TreeColumn.HEADROOM, false).with(ResourceType.MEMORY, false);
    var all =
        new Remembered(
            List.of(Path.of("/srv/one"), Path.of("/srv/two")),
            List.of(
                connection("a", Optional.empty()),
                connection("b", Optional.of(Path.of("/etc/acme.pem")))),
            new Zoom(150),
            look,
            List.of(new SavedView("bots", "user:bot* tokens>80", ScopeTree.Order.PRESSURE, look)));

    assertThat(new RememberedFile(folder.resolve("new")).keep(all)).isEmpty();

    assertThat(new RememberedFile(folder.resolve("new")).recall()).isEqualTo(all);
  }

  private static Connection connection(String id, Optional<Path> authority) {
    return new Connection(
        id,
        new PlaceMark("acme-" + id, PlaceMark.Colour.VIOLET, authority.isPresent()),
        new Connection.Server("https://acme.example:7420", authority, authority.isEmpty()),
        authority.isEmpty());
  }

  @Test
  @DisplayName("is nothing where there is no file, or one that cannot be read")
  void doesWithout() throws IOException {
    assertThat(new RememberedFile(folder).recall()).isEqualTo(Remembered.NOTHING);
    write("{\"folders\": [");
    assertThat(new RememberedFile(folder).recall()).isEqualTo(Remembered.NOTHING);
  }

  @Test
  @DisplayName(
      "is as it is at first where an older version did not know it, and never out of range")
  void bends() throws IOException {
    write("{\"folders\": []}");
    assertThat(new RememberedFile(folder).recall()).isEqualTo(Remembered.NOTHING);
    write("{\"zoom\": 1000}");
    assertThat(new RememberedFile(folder).recall().zoom()).isEqualTo(new Zoom(Zoom.MAX));
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
