package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Reply;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.history.History;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.node.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The history of a folder")
@Timeout(120)
final class FolderHistoryTest {
  private static final int SEEDS = Integer.getInteger("headroom.seeds", 3);
  private static final Instant BEGIN = Instant.parse("2026-03-28T22:10:00Z");
  private static final int COMMANDS = 300;

  @TempDir private Path folder;
  private Instant now = BEGIN;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  private LocalFolder open() throws IOException {
    return LocalFolder.named(
        folder, DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN));
  }

  private void say(LocalFolder open, List<RealHistory.Said> commands) {
    long begin = commands.getFirst().at().toEpochMilli();
    for (RealHistory.Said said : commands) {
      now = BEGIN.plusMillis(said.at().toEpochMilli() - Math.min(0, begin));
      var _ = open.node().submit(said.command());
    }
  }

  private static UsageReport reported(LocalFolder open) {
    UsageQuery query =
        UsageQuery.of(
            ScopePath.ROOT, BEGIN.minus(Duration.ofDays(1)), BEGIN.plus(Duration.ofDays(900)));
    return switch (open.instance().usage(query)) {
      case Reply.Decided<UsageReport>(var report) -> report;
      case Reply.Refused<UsageReport>(var refusal) -> throw new AssertionError(refusal.sentence());
      case Reply.Silence<UsageReport>(var _, var cause) -> throw new AssertionError(cause);
    };
  }

  private Path file() {
    return folder.resolve(History.FILE);
  }

  /// All that a history says, whatever numbers it gave to scopes.
  private List<String> content() throws SQLException {
    List<String> content = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
      for (String table : tables(connection)) {
        String rest =
            table.startsWith("usage") ? " JOIN category AS c ON c.number = r.category" : "";
        boolean placed =
            (table.contains("_") && !table.endsWith("terms")) || table.equals("standing");
        String sql =
            placed
                ? "SELECT p.name, r.*"
                    + (rest.isEmpty() ? "" : ", c.name")
                    + " FROM "
                    + table
                    + " AS r JOIN place AS p ON p.number = r.place"
                    + rest
                : "SELECT * FROM " + table;
        try (ResultSet result = connection.createStatement().executeQuery(sql)) {
          while (result.next()) {
            content.add(table + " " + row(result));
          }
        }
      }
    }
    return content.stream().sorted().toList();
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    TreeSet<String> tables = new TreeSet<>();
    try (ResultSet result =
        connection
            .createStatement()
            .executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    tables.removeIf(Predicate.isEqual("place").or(Predicate.isEqual("category")));
    return tables;
  }

  private static String row(ResultSet result) throws SQLException {
    StringBuilder row = new StringBuilder();
    for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
      String name = result.getMetaData().getColumnName(column);
      if (!name.equals("place") && !name.equals("category")) {
        row.append(name).append('=').append(result.getString(column)).append(' ');
      }
    }
    return row.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("has every event once, however often it is closed, and the same where made anew")
  void countsOnce(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<RealHistory.Said> commands = RealHistory.of(seed, COMMANDS);
    int at = 0;
    while (at < commands.size()) {
      int end = Math.min(commands.size(), at + random.nextInt(1, 120));
      try (LocalFolder open = open()) {
        say(open, commands.subList(at, end));
        if (random.nextBoolean()) {
          var _ = reported(open);
        }
      }
      at = end;
    }
    UsageReport grown;
    try (LocalFolder open = open()) {
      grown = reported(open);
      assertThat(grown.sequence()).isEqualTo(open.node().sequence());
    }
    List<String> content = content();
    assertThat(content).hasSizeGreaterThan(100);

    Files.delete(file());
    try (LocalFolder open = open()) {
      assertThat(reported(open)).isEqualTo(grown);
    }
    assertThat(content()).isEqualTo(content);
  }

  @Test
  @DisplayName("begins with the oldest state that is kept, where the journal's beginning is gone")
  void beginsLate() throws Exception {
    UsageReport grown;
    try (LocalFolder open = openSmall()) {
      say(open, RealHistory.of(7, COMMANDS));
      grown = reported(open);
      while (Files.exists(folder.resolve("journal-00000001.log"))) {
        Thread.onSpinWait();
      }
    }
    Files.delete(file());
    try (LocalFolder open = openSmall()) {
      UsageReport late = reported(open);
      assertThat(late.sequence()).isEqualTo(grown.sequence());
      assertThat(late.completeSince().orElseThrow()).isAfter(grown.completeSince().orElseThrow());
      assertThat(late.costs().total()).isLessThanOrEqualTo(grown.costs().total());
    }
  }

  @Test
  @DisplayName("holds up nobody while it cannot be written, and has everything afterwards")
  void holdsUpNobody() throws Exception {
    List<RealHistory.Said> commands = RealHistory.of(5, COMMANDS);
    try (LocalFolder open = open()) {
      say(open, commands.subList(0, 50));
      var _ = reported(open);
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
        execute("PRAGMA busy_timeout = 60000", other);
        execute("BEGIN IMMEDIATE", other); // Whoever else wants to write waits now.
        long written = written(other);

        say(open, commands.subList(50, 150));

        assertThat(written(other)).isEqualTo(written).isLessThan(open.node().sequence());
        execute("ROLLBACK", other);
      }
      UsageQuery query = UsageQuery.of(ScopePath.ROOT, BEGIN, BEGIN.plus(Duration.ofDays(900)));
      while (!(open.instance().usage(query) instanceof Reply.Decided)) {
        Thread.onSpinWait(); // It may have given up waiting, and tries again after a while.
      }
      assertThat(reported(open).sequence()).isEqualTo(open.node().sequence());
    }
  }

  @Test
  @DisplayName("that is damaged holds up nobody, and says how it is made anew")
  void isDamaged() throws Exception {
    Files.writeString(file(), "this is no database, but it is long enough to be taken for one");
    List<RealHistory.Said> commands = RealHistory.of(5, 50);
    try (LocalFolder open = open()) {
      say(open, commands);
      assertThat(open.node().sequence()).isPositive();
      UsageQuery query = UsageQuery.of(ScopePath.ROOT, BEGIN, BEGIN.plus(Duration.ofDays(900)));
      Reply<UsageReport> reply = open.instance().usage(query);
      assertThat(reply).isInstanceOf(Reply.Silence.class);
      assertThat(reply.toString())
          .contains(file().toString(), "headroom history rebuild " + folder + " makes it anew");
    }
  }

  private static void execute(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  /// The number of the last event that is on disk.
  private static long written(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT value FROM about WHERE name = 'sequence'")) {
      return result.getLong(1);
    }
  }

  /// With small segments, a snapshot for each, and nothing kept that two of them cover.
  private LocalFolder openSmall() throws IOException {
    Upkeep upkeep = new Upkeep(20, 6_000, Duration.ofDays(1_000_000), 0);
    Sizes sizes = new Sizes(6_000, 1_500, Duration.ofMillis(1), upkeep);
    return LocalFolder.named(
        folder,
        DataFolder.open(
            FolderDisk.take(folder),
            sizes,
            () -> now,
            RealHistory.REMEMBERED_REQUESTS,
            DataFolder.Progress.UNSEEN));
  }
}
