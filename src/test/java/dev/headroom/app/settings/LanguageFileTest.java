package dev.headroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The language of the console")
final class LanguageFileTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("is what was chosen last")
  void isRemembered() {
    var file = new LanguageFile(folder.resolve("settings"));
    assertThat(file.recall()).isEmpty();
    assertThat(file.keep(Language.ENGLISH)).isEmpty();
    assertThat(file.keep(Language.GERMAN)).isEmpty();
    assertThat(new LanguageFile(folder.resolve("settings")).recall()).contains(Language.GERMAN);
  }

  @Test
  @DisplayName("counts as not chosen where the file names none that is spoken")
  void isNoneOfOurs() throws IOException {
    Files.writeString(folder.resolve("language"), "tlh");
    assertThat(new LanguageFile(folder).recall()).isEmpty();
  }

  @Test
  @DisplayName("says in one line why it cannot be kept")
  void saysWhyNot() throws IOException {
    Path occupied = Files.writeString(folder.resolve("occupied"), "");
    assertThat(new LanguageFile(occupied).keep(Language.GERMAN).orElseThrow())
        .contains("cannot remember the language in");
  }
}
