package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a report says of allowances")
final class AllowanceReportTest {
  private static final int SEEDS = Integer.getInteger("headroom.seeds", 12);
  private static final int SPANS = 12;

  /// Long spans are looked at now and then: some windows last a minute.
  private static final int MINUTES_MAX = 5_000;

  private static final int MINUTES_LONG = 50_000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("is what is found out window by window, changes of limits and clocks included")
  void isExact(long seed) {
    ZoneId zone = Told.zone(seed);
    Told told = Told.aboutClockChanges(seed, zone);
    try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
      rollups.add(told.events());
      LongUnaryOperator minute = instant -> Math.floorDiv(instant, 60_000L) * 60_000;
      int compared = 0;
      for (UsageReport report : reports(rollups, told, zone, new SplittableRandom(seed))) {
        BruteTerms expected = expected(report, told, minute);
        assertThat(report.allowances().stream().map(use -> new LimitKey(use.type(), use.period())))
            .containsExactlyInAnyOrderElementsOf(expected.keys());
        for (AllowanceUse use : report.allowances()) {
          BruteTerms.Figures figures = compare(use, report, expected);
          assertThat(use.neverUsed()).isEqualByComparingTo(figures.neverUsed());
          compared++;
        }
      }
      assertThat(compared).isPositive();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("has all that was consumed in windows of which no single sums are kept any more")
  void isWhole(long seed) {
    ZoneId zone = Told.zone(seed);
    Told told = Told.aboutClockChanges(seed, zone);
    Retention some =
        new Retention(Duration.ofDays(1), Duration.ofDays(6), Duration.ofDays(35), 1_000_000);
    try (Rollups rollups = Rollups.inMemory(some)) {
      rollups.add(told.events());
      LongUnaryOperator known =
          instant ->
              Grain.ALL.stream()
                  .filter(
                      grain -> rollups.keptSince(grain) <= rollups.calendar().floor(grain, instant))
                  .mapToLong(grain -> rollups.calendar().floor(grain, instant))
                  .findFirst()
                  .orElseThrow();
      for (UsageReport report : reports(rollups, told, zone, new SplittableRandom(seed))) {
        BruteTerms expected = expected(report, told, known);
        report.allowances().forEach(use -> compare(use, report, expected));
      }
    }
  }

  private static BruteTerms.Figures compare(
      AllowanceUse use, UsageReport report, BruteTerms expected) {
    LimitKey key = new LimitKey(use.type(), use.period());
    BruteTerms.Figures figures = expected.of(key);
    String what = key + " of " + report.path() + " from " + report.from() + " to " + report.to();
    assertThat(use.windows()).as(what).isEqualTo(figures.windows());
    assertThat(use.allowed()).as(what).isEqualByComparingTo(figures.allowed());
    assertThat(use.used()).as(what).isEqualByComparingTo(figures.used());
    return figures;
  }

  private static BruteTerms expected(UsageReport report, Told told, LongUnaryOperator known) {
    long to = report.to().toEpochMilli();
    boolean open = Math.ceilDiv(to, 60_000L) * 60_000 > told.last().toEpochMilli();
    return new BruteTerms(
        told.events(), report.path(), report.zone(), report.from().toEpochMilli(), to, open, known);
  }

  /// Of scopes with limits, over all sorts of spans.
  private static List<UsageReport> reports(
      Rollups rollups, Told told, ZoneId zone, SplittableRandom random) {
    List<ScopePath> limited = told.limited();
    Instant now = told.last().plusSeconds(1);
    return LongStream.range(0, SPANS)
        .mapToObj(at -> {
          ScopePath path = limited.get(random.nextInt(limited.size()));
          LocalDate day = told.first().atZone(zone).toLocalDate().plusDays(random.nextInt(60));
          Instant from =
              at % 2 == 0
                  ? day.atStartOfDay(zone).toInstant()
                  : day.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
          int longest = at % 6 == 0 ? MINUTES_LONG : MINUTES_MAX;
          Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(longest)));
          return new UsageQuery(path, from, to, Optional.empty(), 0);
        })
        .filter(query -> query.from().isBefore(told.last()))
        .map(query -> Reporter.report(rollups, query, now))
        .toList();
  }
}
