package dev.headroom.wire;

import dev.headroom.model.Config;
import java.util.List;

/// What came of reading a config document.
public sealed interface ConfigReading {

  /// The document is right.
  ///
  /// @param config what it says
  record Accepted(Config config) implements ConfigReading {}

  /// Something is wrong; nothing of the document is to be used.
  ///
  /// @param problems everything that is wrong, in the order of the lines; never empty
  record Refused(List<ConfigProblem> problems) implements ConfigReading {
    /// Keeps a copy.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
