package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Beginning;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.Event;
import dev.headroom.model.LoanId;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.LoanUses;
import dev.headroom.model.report.UsageQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A report of what was lent and borrowed (P7)")
final class LoanReportTest {
  private static final int COMMANDS = 1_500;

  @TempDir private Path data;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  private static List<Event> events(long seed) {
    List<Event> events = new ArrayList<>();
    Engine engine = new Engine(events::add, RealHistory.REMEMBERED_REQUESTS);
    RealHistory.of(seed, COMMANDS).forEach(said -> engine.apply(said.at(), said.command()));
    return events;
  }

  /// What became of each loan, told event by event.
  private static List<LoanUse> told(List<Event> events) {
    Map<LoanId, LoanUse> loans = new TreeMap<>();
    for (Event event : events) {
      switch (event.body()) {
        case Event.QuotaLent(var _, var loan) ->
            loans.put(
                loan.id(), new LoanUse(loan, Optional.empty(), Optional.empty(), Optional.empty()));
        case Event.QuotaReturned back ->
            loans.put(
                back.loan().id(),
                new LoanUse(
                    back.loan(),
                    Optional.of(event.at()),
                    Optional.of(back.end()),
                    Optional.of(back.peak())));
        default -> {}
      }
    }
    return new ArrayList<>(loans.values()).reversed();
  }

  private static LoanUses report(Rollups rollups, ScopePath path, Instant from, Instant to) {
    return Reporter.report(rollups, UsageQuery.of(path, from, to), to.plusSeconds(1)).loans();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("has each loan that ran within the span and concerns the scope, as events tell it")
  void isExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> events = events(seed);
    Instant first = events.getFirst().at();
    long span = Duration.between(first, events.getLast().at()).toMillis() + 1;
    List<ScopePath> paths = new Told(events).paths();
    Path file = data.resolve("history.db");
    try (Rollups rollups = Rollups.open(file, Retention.DEFAULT)) {
      rollups.add(events.subList(0, events.size() / 2));
    }
    try (Rollups rollups = Rollups.open(file, Retention.DEFAULT)) {
      rollups.add(events);
      for (int at = 0; at < 20; at++) {
        Instant from = first.plusMillis(random.nextLong(span));
        Instant to = from.plusMillis(1 + random.nextLong(span));
        ScopePath path = at % 3 == 0 ? ScopePath.ROOT : paths.get(random.nextInt(paths.size()));
        List<LoanUse> expected =
            told(events).stream()
                .filter(use -> use.loan().concerns(path))
                .filter(use -> use.loan().since().isBefore(to))
                .filter(use -> use.ended().filter(ended -> !ended.isAfter(from)).isEmpty())
                .toList();
        assertThat(report(rollups, path, from, to))
            .isEqualTo(new LoanUses(expected, expected.size()));
      }
    }
  }

  @Test
  @DisplayName("says of a loan that was not seen to end when it ended at the latest")
  void goesOnWithoutTheMiddle() {
    long seed = 3;
    List<Event> events = new ArrayList<>();
    Engine engine = new Engine(events::add, RealHistory.REMEMBERED_REQUESTS);
    List<RealHistory.Said> history = RealHistory.of(seed, COMMANDS);
    try (Rollups rollups = Rollups.inMemory(Retention.DEFAULT)) {
      history.subList(0, COMMANDS / 2).forEach(said -> engine.apply(said.at(), said.command()));
      rollups.add(events);
      history
          .subList(COMMANDS / 2, COMMANDS)
          .forEach(said -> engine.apply(said.at(), said.command()));
      rollups.begin(
          new Beginning(
              engine.sequence(),
              engine.now(),
              engine.inspector().config(),
              List.of(),
              engine.inspector().loans(ScopePath.ROOT).stream().map(LoanStatus::loan).toList()));
      Instant now = engine.now().plusSeconds(1);
      LoanUses uses = report(rollups, ScopePath.ROOT, events.getFirst().at(), now);
      assertThat(uses.latest().stream().filter(use -> use.ended().isEmpty()).map(LoanUse::loan))
          .containsExactlyInAnyOrderElementsOf(
              engine.inspector().loans(ScopePath.ROOT).stream().map(LoanStatus::loan).toList());
      assertThat(uses.latest())
          .allSatisfy(use ->
              assertThat(use.ended().orElse(use.loan().since()))
                  .isBeforeOrEqualTo(use.loan().until()));
    }
  }
}
