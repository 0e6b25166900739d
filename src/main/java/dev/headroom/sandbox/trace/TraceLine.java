package dev.headroom.sandbox.trace;

/// What a line of a trace turned out to be.
sealed interface TraceLine permits TraceRow, SkippedRow {
  /// Where it stands in the file; the first line is 1.
  long line();
}
