package dev.headroom.model;

import java.util.Locale;
import java.util.Optional;

/// The six kinds of scope, from the root down. Along a path they strictly descend (rule S1).
public enum ScopeKind {
  GLOBAL,
  USER,
  SESSION,
  SWARM,
  RUN,
  STEP;

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The kind as it is written in a path, for example `swarm`.
  public String word() {
    return word;
  }

  /// The kind that a path segment names, if `word` is one of `user`, `session`, `swarm`, `run`,
  /// `step`. GLOBAL is never written in a path.
  public static Optional<ScopeKind> ofWord(String word) {
    for (ScopeKind kind : values()) {
      if (kind != GLOBAL && kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
