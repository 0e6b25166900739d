package dev.headroom.app.input;

import java.util.List;

/// What the user named cannot be used: a file that is missing or wrong, or a machine without a
/// display. The lines are all that is to be said about it.
public final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /// @param lines all that the user is to be told
  public UnusableInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// @param line all that the user is to be told
  public UnusableInputException(String line) {
    this(List.of(line));
  }

  /// What the user is to be told.
  public List<String> lines() {
    return lines;
  }
}
