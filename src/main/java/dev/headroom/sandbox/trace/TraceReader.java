package dev.headroom.sandbox.trace;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Goes through the rows of a trace, in the file's order and in bounded memory.
final class TraceReader implements AutoCloseable {
  private final LineReader lines;
  private final RowParser parser;
  private final long rowsMax;
  private final Consumer<SkippedRow> onSkipped;
  private long rows;
  private long skipped;
  private @Nullable TraceRow row;

  /// @param rowsMax how many rows it goes through at most
  /// @param onSkipped is told of every row that cannot be replayed, as it is passed over
  TraceReader(LineReader lines, RowParser parser, long rowsMax, Consumer<SkippedRow> onSkipped) {
    this.lines = lines;
    this.parser = parser;
    this.rowsMax = rowsMax;
    this.onSkipped = onSkipped;
  }

  /// Moves to the next row that can be replayed.
  ///
  /// @return whether there is one
  /// @throws IOException where the file cannot be read any further
  boolean next() throws IOException {
    row = null;
    while (rows < rowsMax && lines.next()) {
      Line line = lines.line();
      if (!parser.isRow(line)) {
        continue;
      }
      rows++;
      switch (parser.parse(line)) {
        case TraceRow replayable -> {
          row = replayable;
          return true;
        }
        case SkippedRow unusable -> {
          skipped++;
          onSkipped.accept(unusable);
        }
      }
    }
    return false;
  }

  /// The row it is at, after [#next()] found one.
  TraceRow row() {
    return Objects.requireNonNull(row);
  }

  /// Whether it is at a row.
  boolean hasRow() {
    return row != null;
  }

  /// How many rows it has seen, those that were skipped included.
  long rows() {
    return rows;
  }

  /// How many rows it has skipped.
  long skipped() {
    return skipped;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
