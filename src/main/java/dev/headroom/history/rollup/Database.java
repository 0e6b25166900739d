package dev.headroom.history.rollup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// SQLite, and its statements by their text. Not thread-safe.
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;

  /// What went wrong; the higher bits say more exactly how.
  private static final int PRIMARY_CODE = 0xff;

  private static final int CACHE_KIBIBYTES = -32_000;

  private final String name;
  private final String remedy;
  private final boolean readOnly;
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

  private Database(Path file, boolean readOnly) {
    this(file.toString(), remedy(file), file.toString(), readOnly);
  }

  private Database(String name, String remedy, String address, boolean readOnly) {
    this.name = name;
    this.remedy = remedy;
    this.readOnly = readOnly;
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(CACHE_KIBIBYTES);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    }
    try {
      this.connection = config.createConnection("jdbc:sqlite:" + address);
      connection.setAutoCommit(readOnly);
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  /// The journal has all of it.
  private static String remedy(Path file) {
    return "; once nobody has the folder open, headroom history rebuild "
        + file.toAbsolutePath().getParent()
        + " makes it anew";
  }

  /// Opens a file; makes it where there is none.
  static Database open(Path file) {
    return new Database(file, false);
  }

  /// Opens a file only to read it.
  static Database look(Path file) {
    return new Database(file, true);
  }

  /// One that lives in memory.
  static Database inMemory() {
    return new Database("in memory", "", ":memory:", false);
  }

  /// Whether nothing can be changed.
  boolean isReadOnly() {
    return readOnly;
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

  /// Makes a table or an index where there is none; there is where it is only read.
  void create(String sql) {
    if (readOnly) {
      return;
    }
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
    int code = failure.getErrorCode() & PRIMARY_CODE;
    boolean damaged =
        code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    return damaged
        ? new HistoryException("the history " + name, failure, remedy)
        : new HistoryException("the history " + name, failure);
  }

  /// What is wrong with all that is in it.
  ///
  /// @param what goes on from what it is called
  HistoryException unusable(String what) {
    return new HistoryException("the history " + name + " " + what + remedy);
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
