package dev.headroom.app.settings;

import dev.headroom.console.viewmodel.Language;
import dev.headroom.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The language that was chosen last, as `language` in a folder. A file that cannot be read, or
/// names no language of the console, counts as none. One thread at a time.
public final class LanguageFile {
  private static final int SIZE_MAX = 100;

  private final WholeFile file;

  /// @param folder is made when something is kept first
  public LanguageFile(Path folder) {
    file = new WholeFile(folder.resolve("language"), SIZE_MAX);
  }

  /// What was kept last.
  public Optional<Language> recall() {
    try {
      return file.read()
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
          .flatMap(Language::ofCode);
    } catch (IOException unreadable) {
      return Optional.empty(); // The system's language does as well.
    }
  }

  /// Keeps it.
  ///
  /// @return why it could not be kept, in one line
  public Optional<String> keep(Language language) {
    try {
      file.makeFolder();
      file.replace((language.code() + "\n").getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of(
          "cannot remember the language in " + file.path() + ": " + unwritable.getMessage());
    }
  }
}
