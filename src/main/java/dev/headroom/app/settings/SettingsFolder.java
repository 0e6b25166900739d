package dev.headroom.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder in which this system's programs keep the settings of their user.
public final class SettingsFolder {
  private SettingsFolder() {}

  /// Headroom's folder in it, whether it exists or not.
  ///
  /// @param environment the program's
  /// @param system what the system calls itself
  /// @param home the user's
  public static Path of(Map<String, String> environment, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return (roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming))
          .resolve("Headroom");
    }
    if (name.contains("mac")) {
      return home.resolve("Library/Application Support/Headroom");
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    boolean usable = !config.isEmpty() && Path.of(config).isAbsolute();
    return (usable ? Path.of(config) : home.resolve(".config")).resolve("headroom");
  }

  /// This user's, here.
  public static Path ofUser() {
    return of(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")));
  }
}
