package dev.headroom.sandbox.trace;

/// A row that is not replayed.
///
/// @param line where it stands in the file; the first line is 1
/// @param reason what is wrong with it, for people
public record SkippedRow(long line, String reason) implements TraceLine {
  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
