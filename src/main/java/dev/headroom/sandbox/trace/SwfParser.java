package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import java.util.OptionalLong;

/// Reads the Standard Workload Format 2.2: 18 columns of numbers, −1 for unknown, comments from `;`
/// on. Of the comments, `UnixStartTime` says when second 0 of the log was; without it, that is
/// 1970-01-01.
///
/// @see "Feitelson et al., Experience with using the Parallel Workloads Archive, JPDC 74 (2014)"
final class SwfParser implements RowParser {
  private static final int COLUMNS = 18;
  private static final long UNKNOWN = -1;
  private static final String START_TIME = "UnixStartTime:";

  /// Some three hundred years in seconds: no instant of a real log is beyond it.
  private static final long SECONDS_MAX = 10_000_000_000L;

  private static final long PROCESSORS_MAX = 1_000_000_000;
  private static final long RUN_SECONDS_MAX = AllocationRequest.LEASE_MAX.toSeconds();

  /// The columns that are used, as the format counts them from 1.
  private enum Column {
    JOB(1, "job number"),
    SUBMIT(2, "submit time"),
    RUN(4, "run time"),
    PROCESSORS(5, "number of processors"),
    REQUESTED(9, "requested time"),
    USER(12, "user"),
    GROUP(13, "group");

    private final int number;
    private final String words;

    Column(int number, String words) {
      this.number = number;
      this.words = words;
    }
  }

  private static final Column[] USED = Column.values();

  private final int[] begins = new int[COLUMNS + 1];
  private final int[] ends = new int[COLUMNS + 1];
  private final long[] values = new long[USED.length];
  private long startMillis;

  @Override
  public boolean isRow(Line line) {
    if (line.isBlank()) {
      return false;
    }
    if (line.at(line.from()) != ';') {
      return true;
    }
    noteStartTime(line);
    return false;
  }

  @Override
  public boolean isTelling(Line line) {
    return !line.isBlank()
        && line.at(line.from()) != ';'
        && split(line) == COLUMNS
        && readUsed(line);
  }

  @Override
  public TraceLine parse(Line line) {
    if (line.isCut()) {
      return new SkippedRow(line.number(), "longer than " + LineReader.LINE_BYTES_MAX + " bytes");
    }
    int columns = split(line);
    if (columns != COLUMNS) {
      return new SkippedRow(line.number(), "expected 18 columns, found " + columns);
    }
    if (!readUsed(line)) {
      return new SkippedRow(line.number(), firstUnreadable(line));
    }
    String problem = problem();
    if (!problem.isEmpty()) {
      return new SkippedRow(line.number(), problem);
    }
    long requested = value(Column.REQUESTED);
    return new TraceRow.SwfJob(
        line.number(),
        startMillis + value(Column.SUBMIT) * 1000,
        value(Column.JOB),
        value(Column.RUN) * 1000,
        value(Column.PROCESSORS),
        requested == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(requested * 1000),
        value(Column.USER),
        value(Column.GROUP));
  }

  /// What makes the row unusable; empty for nothing.
  private String problem() {
    if (value(Column.RUN) == UNKNOWN) {
      return "unknown run time (-1)";
    }
    if (value(Column.PROCESSORS) == UNKNOWN) {
      return "unknown number of processors (-1)";
    }
    if (value(Column.RUN) > RUN_SECONDS_MAX) {
      return "a run time of " + value(Column.RUN) + " s is longer than the longest lease, 30 days";
    }
    if (value(Column.PROCESSORS) == 0) {
      return "0 processors: there is nothing to hold";
    }
    for (Column column : USED) {
      long least = column == Column.SUBMIT ? 0 : UNKNOWN;
      long most = column == Column.PROCESSORS ? PROCESSORS_MAX : SECONDS_MAX;
      if (value(column) < least || value(column) > most) {
        return column.words + " is not between " + least + " and " + most + ": " + value(column);
      }
    }
    return "";
  }

  private long value(Column column) {
    return values[column.ordinal()];
  }

  private boolean readUsed(Line line) {
    boolean all = true;
    for (Column column : USED) {
      long value = line.wholeNumber(begins[column.number], ends[column.number]);
      values[column.ordinal()] = value;
      all &= value != Line.NO_NUMBER;
    }
    return all;
  }

  private String firstUnreadable(Line line) {
    for (Column column : USED) {
      if (value(column) == Line.NO_NUMBER) {
        return column.words
            + " (column "
            + column.number
            + ") is no whole number: "
            + line.quote(begins[column.number], ends[column.number]);
      }
    }
    throw new IllegalStateException("every column of line " + line.number() + " can be read");
  }

  /// Notes where the first 18 columns are.
  ///
  /// @return how many there are
  private int split(Line line) {
    int columns = 0;
    int at = line.from();
    while (at < line.to()) {
      columns++;
      int end = line.endOfWord(at);
      if (columns <= COLUMNS) {
        begins[columns] = at;
        ends[columns] = end;
      }
      at = line.skipSpace(end);
    }
    return columns;
  }

  private void noteStartTime(Line line) {
    int begin = line.skipSpace(line.from() + 1);
    for (int at = 0; at < START_TIME.length(); at++) {
      if (begin + at >= line.to() || line.at(begin + at) != START_TIME.charAt(at)) {
        return;
      }
    }
    long seconds = line.wholeNumber(begin + START_TIME.length(), line.to());
    if (seconds >= 0 && seconds <= SECONDS_MAX) {
      startMillis = seconds * 1000;
    }
  }
}
