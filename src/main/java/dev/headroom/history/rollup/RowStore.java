package dev.headroom.history.rollup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, List<long[]>> byStatement = new LinkedHashMap<>();
    for (Row row : rows) {
      switch (row) {
        case UsageRow usage -> collect(Form.USAGE, usage, byStatement);
        case HoldingRow holding -> collect(Form.HOLDING, holding, byStatement);
        case DemandRow demand -> collect(Form.DEMAND, demand, byStatement);
      }
    }
    byStatement.forEach(this::writeAll);
  }

  private static <R extends Row> void collect(
      Form<R> form, R row, Map<String, List<long[]>> byStatement) {
    String sql =
        "INSERT OR REPLACE INTO "
            + form.table(row.grain)
            + " VALUES ("
            + String.join(", ", Collections.nCopies(form.columns().size(), "?"))
            + ")";
    byStatement.computeIfAbsent(sql, _ -> new ArrayList<>()).add(form.write().apply(row));
  }

  private void writeAll(String sql, List<long[]> rows) {
    var _ =
        database.with(
            sql,
            statement -> {
              for (long[] row : rows) {
                add(statement, row);
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
