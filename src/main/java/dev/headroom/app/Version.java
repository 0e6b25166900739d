package dev.headroom.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which Headroom this is, and on what it runs: what a report of a fault should begin with.
final class Version implements IVersionProvider {
  private static final String SOURCE = "version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "headroom " + number(),
      "Java " + Runtime.version() + ", " + property("os.name") + " " + property("os.arch")
    };
  }

  /// The version's number, as the build wrote it down.
  static String number() {
    var properties = new Properties();
    try (InputStream source = Version.class.getResourceAsStream(SOURCE)) {
      properties.load(Objects.requireNonNull(source, SOURCE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(SOURCE + " is part of the program", unreadable);
    }
    return Objects.requireNonNull(properties.getProperty("version"), SOURCE + " has a version");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
