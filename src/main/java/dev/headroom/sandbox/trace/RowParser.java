package dev.headroom.sandbox.trace;

/// Reads the lines of one file of one format, from the first to the last.
interface RowParser {
  /// Whether the line holds a row; else it is blank, a comment or a heading, which the parser may
  /// take note of.
  boolean isRow(Line line);

  /// Whether the line could stand in no other format, so that it tells what the file is.
  boolean isTelling(Line line);

  /// Reads a row.
  TraceLine parse(Line line);
}
