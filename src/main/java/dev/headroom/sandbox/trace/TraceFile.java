package dev.headroom.sandbox.trace;

import dev.headroom.sandbox.trace.TraceException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// A file that has been looked into and holds rows of a known format.
///
/// @param path where it is
/// @param format what it holds
public record TraceFile(Path path, TraceFormat format) {
  /// How many rows are looked at to find out the format.
  private static final int SAMPLE_ROWS = 1000;

  /// Looks into a file.
  ///
  /// @param said the format that it is said to have; else its content tells
  /// @throws TraceException where there is no such trace
  public static TraceFile inspect(Path path, Optional<TraceFormat> said) throws TraceException {
    if (!Files.exists(path)) {
      throw new TraceException(Kind.MISSING, path, "does not exist");
    }
    if (Files.isDirectory(path)) {
      throw new TraceException(Kind.UNREADABLE, path, "is a directory, not a file");
    }
    Optional<TraceFormat> found = detect(path);
    if (found.isEmpty()) {
      String expected =
          said.map(TraceFormat::description)
              .orElse(TraceFormat.LLM.description() + " nor " + TraceFormat.SWF.description());
      throw new TraceException(
          Kind.WRONG_KIND, path, (said.isPresent() ? "is not " : "is neither ") + expected);
    }
    if (said.isPresent() && said.get() != found.get()) {
      throw new TraceException(
          Kind.WRONG_KIND,
          path,
          "is " + found.get().description() + ", not " + said.get().description());
    }
    return new TraceFile(path, found.get());
  }

  /// Opens the file for one reading.
  ///
  /// @param rowsMax how many rows are to be read at most
  /// @param onSkipped is told of every row that cannot be replayed
  /// @throws IOException where it cannot be read
  TraceReader read(long rowsMax, Consumer<SkippedRow> onSkipped) throws IOException {
    return new TraceReader(LineReader.open(path), format.parser(), rowsMax, onSkipped);
  }

  /// When its first row happened; the epoch where no row of it can be replayed.
  ///
  /// @throws TraceException where it cannot be read
  Instant start() throws TraceException {
    try (TraceReader rows = read(Long.MAX_VALUE, _ -> {})) {
      return rows.next() ? Instant.ofEpochMilli(rows.row().atMillis()) : Instant.EPOCH;
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /// Why it cannot be read any more, in one line for people.
  String whyUnreadable(IOException failure) {
    return Files.exists(path)
        ? Objects.requireNonNull(unreadable(path, failure).getMessage())
        : path + " does not exist any more";
  }

  private static Optional<TraceFormat> detect(Path path) throws TraceException {
    LlmParser llm = new LlmParser();
    SwfParser swf = new SwfParser();
    boolean heading = false;
    try (LineReader lines = LineReader.open(path)) {
      int rows = 0;
      while (rows < SAMPLE_ROWS && lines.next()) {
        Line line = lines.line();
        if (swf.isTelling(line)) {
          return Optional.of(TraceFormat.SWF);
        }
        boolean ofLlm = llm.isTelling(line);
        if (llm.isRow(line) && swf.isRow(line)) {
          rows++;
          if (ofLlm || heading) {
            return Optional.of(TraceFormat.LLM);
          }
        }
        heading |= ofLlm;
      }
      if (rows == 0) {
        throw new TraceException(Kind.EMPTY, path, "has no rows");
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  static TraceException unreadable(Path path, IOException failure) {
    String why = failure.getMessage();
    return new TraceException(
        Kind.UNREADABLE,
        path,
        "cannot be read: " + (why == null ? failure.getClass().getSimpleName() : why));
  }
}
