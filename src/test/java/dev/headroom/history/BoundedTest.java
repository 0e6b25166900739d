package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.AllocationId;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A history")
final class BoundedTest {
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final int ROWS_MAX = 1200;

  @TempDir private Path folder;

  /// A run a day, each of its own name, for six years.
  private static List<Event> sixYears() {
    List<Event> events = new ArrayList<>();
    for (int day = 0; day < 6 * 365; day++) {
      Instant at = BEGIN.plus(Duration.ofDays(day));
      ScopePath path = ScopePath.of("/user:ada/run:r" + day);
      AllocationId id = new AllocationId(day + 1);
      List<GrantedLine> lines = List.of(new GrantedLine(ResourceType.TOKENS, 10, 10));
      tell(events, at, new Event.Granted(path, id, lines, at.plusSeconds(3600), 0));
      tell(events, at, new Event.Used(path, id, ResourceType.TOKENS, 10, 0, new Money(7), "model"));
      tell(events, at, new Event.Ended(path, id, EndCause.RELEASED, List.of()));
    }
    return events;
  }

  private static void tell(List<Event> events, Instant at, Event.Body body) {
    events.add(new Event(events.size() + 1L, at, body));
  }

  private long count(Path file, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet result =
            connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      assertThat(result.next()).isTrue();
      return result.getLong(1);
    }
  }

  @Test
  @DisplayName(
      "does not grow for ever, forgets scopes with their sums, and says from when it has all")
  void isBounded() throws SQLException {
    Path file = folder.resolve("history.db");
    List<Event> events = sixYears();
    var retention =
        new Retention(Duration.ofDays(2), Duration.ofDays(20), Duration.ofDays(200), ROWS_MAX);
    UsageReport report;
    try (Rollups rollups = Rollups.open(file, retention)) {
      rollups.add(events);
      Instant now = events.getLast().at().plusSeconds(1);
      report = Reporter.report(rollups, UsageQuery.of(ScopePath.ROOT, BEGIN, now), now);
    }
    for (String grain : List.of("minute", "hour", "day", "month")) {
      assertThat(count(file, "usage_" + grain)).as(grain).isLessThan(ROWS_MAX);
    }
    assertThat(count(file, "place")).isLessThan(ROWS_MAX);
    Instant since = report.completeSince().orElseThrow();
    assertThat(since).isAfter(BEGIN);
    assertThat(report.from()).isEqualTo(since);
    long kept = events.stream().filter(each -> !each.at().isBefore(since)).count() / 3;
    assertThat(report.costs().total()).isEqualTo(new Money(7 * kept));
  }
}
