package dev.headroom.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lays out the sources as google-java-format does.
///
/// No Maven plugin, because the formatter needs a newer JDK than the one Maven may run on. It also
/// runs straight from its source, so that code which does not compile yet can be formatted.
final class SourceFormat {
  static final String MENDING_COMMAND = "mvn -q validate exec:exec@format";

  private SourceFormat() {}

  /// Rewrites every Java file that is not laid out as it should be, and names it.
  static void main() throws IOException {
    for (var change : pending().entrySet()) {
      Files.writeString(change.getKey(), change.getValue());
      IO.println("formatted " + change.getKey());
    }
  }

  /// The files that formatting would change, each with what it would become.
  static Map<Path, String> pending() throws IOException {
    var formatter = new Formatter();
    var pending = new LinkedHashMap<Path, String>();
    for (Path file : SourceFiles.below(SourceFiles.ROOT)) {
      String source = Files.readString(file);
      String formatted = format(formatter, file, source);
      if (!formatted.equals(source)) {
        pending.put(file, formatted);
      }
    }
    return pending;
  }

  private static String format(Formatter formatter, Path file, String source) {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (FormatterException unreadable) {
      throw new IllegalStateException("no Java that can be formatted: " + file, unreadable);
    }
  }
}
