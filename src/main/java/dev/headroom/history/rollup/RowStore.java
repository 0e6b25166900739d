package dev.headroom.history.rollup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Rows in tables, one for each kind and grain.
final class RowStore {
  private final Database database;

  RowStore(Database database) {
    this.database = database;
  }

  /// Makes the tables where there are none.
  void create() {
    for (Form<?> form : Form.ALL) {
      for (Grain grain : Grain.ALL) {
        database.create(
            "CREATE TABLE IF NOT EXISTS "
                + form.table(grain)
                + " ("
                + String.join(" INTEGER NOT NULL, ", form.columns())
                + " INTEGER NOT NULL, PRIMARY KEY ("
                + String.join(", ", form.columns().subList(0, form.keys()))
                + ")) WITHOUT ROWID");
      }
    }
  }

  /// Writes rows, in place of those that have the same key.
  void write(List<Row> rows) {
    for (Grain grain : Grain.ALL) {
      List<UsageRow> usage = new ArrayList<>();
      List<HoldingRow> holdings = new ArrayList<>();
      List<DemandRow> demand = new ArrayList<>();
      for (Row row : rows) {
        if (row.grain == grain) {
          switch (row) {
            case UsageRow consumed -> usage.add(consumed);
            case HoldingRow held -> holdings.add(held);
            case DemandRow asked -> demand.add(asked);
          }
        }
      }
      write(Form.USAGE, grain, usage);
      write(Form.HOLDING, grain, holdings);
      write(Form.DEMAND, grain, demand);
    }
  }

  private <R extends Row> void write(Form<R> form, Grain grain, List<R> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        "INSERT OR REPLACE INTO "
            + form.table(grain)
            + " VALUES ("
            + String.join(", ", Collections.nCopies(form.columns().size(), "?"))
            + ")";
    var _ =
        database.with(
            sql,
            statement -> {
              for (R row : rows) {
                add(statement, form.write().apply(row));
              }
              return statement.executeBatch();
            });
  }

  private static void add(PreparedStatement statement, long[] row) throws SQLException {
    for (int column = 0; column < row.length; column++) {
      statement.setLong(column + 1, row[column]);
    }
    statement.addBatch();
  }

  /// The rows of a place that begin within a span, the earliest first.
  ///
  /// @param from the first millisecond
  /// @param to the first after it
  <R extends Row> List<R> rows(Form<R> form, long place, Grain grain, long from, long to) {
    List<R> rows = new ArrayList<>();
    database.each(
        "SELECT * FROM " + form.table(grain) + " WHERE place = ? AND start >= ? AND start < ?",
        result -> rows.add(form.read().apply(stored(form, grain, result))),
        place,
        from,
        to);
    return rows;
  }

  /// The first row of a place that begins at an instant or later.
  List<HoldingRow> firstAfter(long place, int type, Grain grain, long from) {
    List<HoldingRow> rows = new ArrayList<>();
    database.each(
        "SELECT * FROM "
            + Form.HOLDING.table(grain)
            + " WHERE place = ? AND start >= ? AND type = ? ORDER BY start LIMIT 1",
        result -> rows.add(Form.HOLDING.read().apply(stored(Form.HOLDING, grain, result))),
        place,
        from,
        type);
    return rows;
  }

  private static Form.Stored stored(Form<?> form, Grain grain, ResultSet result)
      throws SQLException {
    long[] numbers = new long[form.columns().size()];
    for (int column = 0; column < numbers.length; column++) {
      numbers[column] = result.getLong(column + 1);
    }
    return new Form.Stored(grain, numbers);
  }

  /// Removes what begins before an instant.
  ///
  /// @return how many rows that were
  long removeBefore(Grain grain, long before) {
    long removed = 0;
    for (Form<?> form : Form.ALL) {
      removed += database.update("DELETE FROM " + form.table(grain) + " WHERE start < ?", before);
    }
    return removed;
  }

  /// How many rows of a grain begin when, the earliest first.
  void countByStart(Grain grain, Database.Reader<?> reader) {
    List<String> all =
        Form.ALL.stream().map(form -> "SELECT start FROM " + form.table(grain)).toList();
    database.each(
        "SELECT start, COUNT(*) FROM ("
            + String.join(" UNION ALL ", all)
            + ") GROUP BY start ORDER BY start",
        reader);
  }
}
