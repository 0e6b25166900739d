package dev.headroom.history.rollup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// SQLite, and its statements by their text. Not thread-safe.
final class Database implements AutoCloseable {
  private final String name;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /// What is done with a statement.
  interface Use<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /// What is made of the row at which a result stands.
  interface Reader<T> {
    T read(ResultSet result) throws SQLException;
  }

  /// Opens a file, or one that lives in memory.
  ///
  /// @param file its path, or `:memory:`
  Database(String file) {
    this.name = file;
    try {
      this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      execute("PRAGMA journal_mode = WAL");
      execute("PRAGMA synchronous = NORMAL");
      execute("PRAGMA cache_size = -32000");
      connection.setAutoCommit(false);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /// Does something by a statement that is prepared once.
  <T> T with(String sql, Use<T> use) {
    try {
      PreparedStatement statement = statements.get(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
      }
      return use.with(statement);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /// Changes something.
  ///
  /// @param values whole numbers and texts
  /// @return how many rows were concerned
  int update(String sql, Object... values) {
    return with(
        sql,
        statement -> {
          bind(statement, values);
          return statement.executeUpdate();
        });
  }

  /// Hands over every row of a result.
  void each(String sql, Reader<?> reader, Object... values) {
    var _ =
        with(
            sql,
            statement -> {
              bind(statement, values);
              try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                  var _ = reader.read(result);
                }
              }
              return 0;
            });
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int at = 0; at < values.length; at++) {
      statement.setObject(at + 1, values[at]);
    }
  }

  /// Does something that needs no preparation.
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /// Keeps all that was done since the last time, or nothing of it.
  void commit() {
    try {
      connection.commit();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /// Undoes all since the last commit.
  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  private HistoryException failed(SQLException failure) {
    return new HistoryException("the history " + name, failure);
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }
}
