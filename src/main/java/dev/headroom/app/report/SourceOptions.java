package dev.headroom.app.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// What is looked into: a data folder, or a server.
public final class SourceOptions extends ServerOptions {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The data folder, which may be in use; else --url.")
  private @Nullable Path folder;

  /// The folder that is named; empty where a server is.
  ///
  /// @throws picocli.CommandLine.ParameterException where both are named, or none
  Optional<Path> folder() {
    if (isNamed() == (folder != null)) {
      String command = command();
      throw wrong("name a folder or a server: " + command + " DIR, or " + command + " --url URL");
    }
    return Optional.ofNullable(folder);
  }

  /// When something begins or ends; empty where that is not said.
  ///
  /// @param option by which it is said
  /// @param text what is said
  /// @param zone by whose clocks
  /// @throws picocli.CommandLine.ParameterException where something else is said
  Optional<Instant> instant(String option, Optional<String> text, ZoneId zone) {
    return text.map(said ->
        SpanText.instant(said, zone)
            .orElseThrow(() -> wrong(option + " is " + SpanText.FORM + "; not " + said)));
  }
}
