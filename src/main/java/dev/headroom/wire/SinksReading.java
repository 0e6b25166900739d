package dev.headroom.wire;

import java.util.List;

/// What came of reading a sinks document.
public sealed interface SinksReading {

  /// The document is right.
  ///
  /// @param sinks what it says
  record Accepted(SinksConfig sinks) implements SinksReading {}

  /// Something is wrong; nothing of the document is to be used.
  ///
  /// @param problems everything that is wrong, in the order of the lines; never empty
  record Refused(List<ConfigProblem> problems) implements SinksReading {
    /// Keeps a copy.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
