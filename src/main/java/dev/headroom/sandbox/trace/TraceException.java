package dev.headroom.sandbox.trace;

import dev.headroom.model.Refusal;
import java.nio.file.Path;

/// A trace that cannot be replayed. The message is one line for the person who named the file.
public final class TraceException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is the matter.
  public enum Kind {
    /// There is no such file.
    MISSING,
    /// It cannot be read, wholly or from some line on.
    UNREADABLE,
    /// It has no rows.
    EMPTY,
    /// It is no trace, or one of another format than was said.
    WRONG_KIND,
    /// The engine refuses the configuration that the replay should run under.
    CONFIG_REFUSED
  }

  private final Kind kind;

  TraceException(Kind kind, Path file, String what) {
    super(file + " " + what);
    this.kind = kind;
  }

  private TraceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static TraceException configRefused(Refusal refusal) {
    return new TraceException(
        Kind.CONFIG_REFUSED, "the configuration was refused: " + refusal.sentence());
  }

  /// What is the matter.
  public Kind kind() {
    return kind;
  }
}
