package dev.headroom.console.viewmodel.action;

import dev.headroom.model.Resolution;

/// Something that can be decided about a request that waits (rule Q7).
///
/// @param kind which of the four
/// @param name what it is called, as words of a button
/// @param preview what it would do, in a sentence, going by what is known now
/// @param resolution what the instance is told
public record Remedy(Kind kind, String name, String preview, Resolution resolution) {

  /// The four things that can be decided.
  public enum Kind {
    GRANT,
    DENY,
    PRIORITY,
    STRATEGY
  }
}
