package dev.headroom.history.rollup;

import java.util.ArrayList;
import java.util.List;

/// Removes what is too old or too much. It looks whenever a day has passed by the events' time, so
/// that what is left depends on the events alone.
final class Trimming {
  private final Database database;
  private final RowStore rows;
  private final Retention retention;
  private final long[] counts = new long[Grain.ALL.size()];
  private final long[] keptSince = new long[Grain.ALL.size()];

  Trimming(Database database, RowStore rows, Retention retention) {
    this.database = database;
    this.rows = rows;
    this.retention = retention;
    database.create(
        "CREATE TABLE IF NOT EXISTS kept (grain INTEGER PRIMARY KEY, row_count INTEGER NOT NULL,"
            + " since INTEGER NOT NULL)");
    reread();
  }

  /// Begins with what is written.
  void reread() {
    for (Grain grain : Grain.ALL) {
      counts[grain.ordinal()] = 0;
      keptSince[grain.ordinal()] = Long.MIN_VALUE;
    }
    database.each(
        "SELECT grain, row_count, since FROM kept",
        result -> {
          counts[result.getInt(1)] = result.getLong(2);
          keptSince[result.getInt(1)] = result.getLong(3);
          return result;
        });
  }

  /// From when on there are rows of a grain.
  long keptSince(Grain grain) {
    return keptSince[grain.ordinal()];
  }

  /// There is one row more.
  void added(Grain grain) {
    counts[grain.ordinal()]++;
  }

  /// Removes what need not be kept any more. All rows must be written.
  ///
  /// @param now the stretches that are not over; of these nothing is removed
  /// @return whether there are places of which nothing is left
  boolean trim(HistoryCalendar calendar, Stretches now) {
    long months = keptSince(Grain.MONTH);
    long day = now.start(Grain.DAY);
    for (Grain grain : List.of(Grain.MINUTE, Grain.HOUR, Grain.DAY)) {
      long oldest = calendar.floor(coarser(grain), day - retention.millis(grain));
      removeBefore(grain, oldest);
    }
    for (Grain grain : Grain.ALL) {
      if (counts[grain.ordinal()] > retention.rowsMax()) {
        removeBefore(grain, Math.min(now.start(grain), cut(grain)));
      }
    }
    return keptSince(Grain.MONTH) > months; // Whatever has any row has one of a month.
  }

  private static Grain coarser(Grain grain) {
    return Grain.ALL.get(grain.ordinal() + 1);
  }

  private void removeBefore(Grain grain, long before) {
    int at = grain.ordinal();
    if (before > keptSince[at]) {
      counts[at] -= rows.removeBefore(grain, before);
      keptSince[at] = before;
    }
  }

  /// Where to cut so that three quarters of the rows are left.
  private long cut(Grain grain) {
    List<long[]> byStart = new ArrayList<>();
    rows.countByStart(
        grain, result -> byStart.add(new long[] {result.getLong(1), result.getLong(2)}));
    long excess = counts[grain.ordinal()] - retention.rowsMax() / 4 * 3;
    int at = 0;
    while (excess > 0 && at + 1 < byStart.size()) {
      excess -= byStart.get(at)[1];
      at++;
    }
    return byStart.isEmpty() ? Long.MIN_VALUE : byStart.get(at)[0];
  }

  /// Writes what it knows.
  void write() {
    for (Grain grain : Grain.ALL) {
      var _ =
          database.update(
              "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
              grain.ordinal(),
              counts[grain.ordinal()],
              keptSince[grain.ordinal()]);
    }
  }
}
