package dev.headroom.app;

import java.util.List;

/// What the user named cannot be used: a file that is missing or wrong, or a machine without a
/// display. The lines are all that is to be said about it.
final class UnusableInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  UnusableInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  UnusableInputException(String line) {
    this(List.of(line));
  }

  List<String> lines() {
    return lines;
  }
}
