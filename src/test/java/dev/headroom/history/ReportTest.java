package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Beginning;
import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.Event;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A report")
final class ReportTest {
  private static final int SEEDS = Integer.getInteger("headroom.seeds", 12);
  private static final int COMMANDS = 400;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("has the sums that are made of the events one by one, to the last unit")
  void isExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ZoneId zone = Told.zone(seed);
    Told told = Told.aboutClockChanges(seed, zone);
    try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
      addInPortions(rollups, told, random);
      for (Asked asked : asked(told, zone, random)) {
        compare(rollups, told, asked);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("on what is old is widened to what is kept, and exact all the same")
  void isWidened(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ZoneId zone = Told.zone(seed);
    Told told = Told.aboutClockChanges(seed, zone);
    long rowsMax = seed % 3 == 0 ? 400 : 1_000_000;
    Retention some =
        new Retention(Duration.ofDays(1), Duration.ofDays(6), Duration.ofDays(35), rowsMax);
    try (Rollups rollups = Rollups.inMemory(some);
        Rollups atOnce = Rollups.inMemory(some)) {
      addInPortions(rollups, told, random);
      atOnce.add(told.events());
      int widened = 0;
      for (Asked asked : asked(told, zone, random)) {
        UsageReport report = report(rollups, told, asked);
        assertThat(report(atOnce, told, asked)).isEqualTo(report);
        boolean kept = rollups.keptSince(Grain.MONTH) <= asked.from().toEpochMilli();
        if (kept && !asked.from().isAfter(told.last())) {
          assertThat(report.from()).isBeforeOrEqualTo(asked.from());
          widened += report.from().isBefore(asked.from()) ? 1 : 0;
          compare(report, told, asked);
        }
      }
      assertThat(widened + seed % 3).isPositive();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("is exact from a state on, where what happened before cannot be told any more")
  void goesOnFromAState(long seed) {
    List<Event> events = new ArrayList<>();
    Engine engine = new Engine(events::add, RealHistory.REMEMBERED_REQUESTS);
    List<RealHistory.Said> commands = RealHistory.of(seed, COMMANDS);
    commands.subList(0, COMMANDS / 2).forEach(said -> engine.apply(said.at(), said.command()));
    try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
      rollups.add(events.subList(0, seed % 2 == 0 ? 0 : events.size() / 2));
      Inspector state = engine.inspector();
      rollups.begin(
          new Beginning(
              engine.sequence(),
              engine.now(),
              state.config(),
              state.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE),
              state.loans(ScopePath.ROOT).stream().map(LoanStatus::loan).toList()));
      Instant from = engine.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      commands
          .subList(COMMANDS / 2, COMMANDS)
          .forEach(said -> engine.apply(said.at(), said.command()));
      rollups.add(events);
      Told told = new Told(events);
      for (ScopePath path : told.paths()) {
        Asked asked = new Asked(path, from, told.last().plusSeconds(1));
        if (asked.from().isBefore(asked.to())) {
          compare(report(rollups, told, asked), told, asked);
        }
      }
    }
  }

  private static void addInPortions(Rollups rollups, Told told, SplittableRandom random) {
    int at = 0;
    while (at < told.events().size()) {
      int end = Math.min(told.events().size(), at + random.nextInt(1, 50));
      rollups.add(told.events().subList(Math.max(0, at - 3), end));
      if (random.nextBoolean()) {
        rollups.commit();
      }
      at = end;
    }
  }

  private record Asked(ScopePath path, Instant from, Instant to) {}

  private static List<Asked> asked(Told told, ZoneId zone, SplittableRandom random) {
    List<ScopePath> paths = told.paths();
    List<Asked> asked = new ArrayList<>();
    for (int at = 0; at < 12; at++) {
      ScopePath path = at < 4 ? ScopePath.ROOT : paths.get(random.nextInt(paths.size()));
      LocalDate day = told.first().atZone(zone).toLocalDate().plusDays(random.nextInt(75));
      Instant from =
          switch (at % 4) {
            case 0 -> day.withDayOfMonth(1).atStartOfDay(zone).toInstant();
            case 1 -> day.atStartOfDay(zone).toInstant();
            default -> day.atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
          };
      Instant to =
          switch (at % 4) {
            case 0 -> day.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
            case 1 -> day.plusDays(1 + random.nextInt(9)).atStartOfDay(zone).toInstant();
            case 2 -> from.plus(Duration.ofMinutes(1 + random.nextInt(100)));
            default -> from.plus(Duration.ofMinutes(1 + random.nextInt(100_000)));
          };
      asked.add(new Asked(path, from, to));
    }
    return asked;
  }

  private static void compare(Rollups rollups, Told told, Asked asked) {
    Instant now = told.last().plusSeconds(1);
    if (!asked.from().isAfter(now)) {
      UsageReport report = report(rollups, told, asked);
      assertThat(report.from()).isEqualTo(asked.from());
      assertThat(report.to()).isEqualTo(asked.to().isAfter(now) ? now : asked.to());
      compare(report, told, asked);
    }
  }

  private static UsageReport report(Rollups rollups, Told told, Asked asked) {
    UsageQuery query = UsageQuery.of(asked.path(), asked.from(), asked.to());
    return Reporter.report(rollups, query, told.last().plusSeconds(1));
  }

  private static void compare(UsageReport report, Told told, Asked asked) {
    BruteForce expected = new BruteForce(told.events(), asked.path(), report.from(), report.to());
    compareTypes(report, expected);
    compareCosts(report.costs(), expected);
    assertThat(report.requests().granted()).isEqualTo(expected.granted());
    assertThat(report.requests().denied()).isEqualTo(expected.denied());
    assertThat(report.requests().waitedMillis()).isEqualTo(expected.waitedMillis());
  }

  private static void compareTypes(UsageReport report, BruteForce expected) {
    for (ResourceType type : ResourceType.ALL) {
      TypeUsage usage =
          report.types().stream()
              .filter(each -> each.type() == type)
              .findFirst()
              .orElseGet(() -> nothing(type));
      assertThat(usage.cost().credits())
          .isEqualByComparingTo(expected.cost(used -> used.type() == type));
      assertThat(usage.overage().credits())
          .isEqualByComparingTo(expected.overage(used -> used.type() == type));
      if (type.isSpent()) {
        assertThat(usage.total()).as("%s", type).isEqualByComparingTo(expected.consumed(type));
        assertThat(usage.beyond()).isEqualTo(expected.beyond(type));
        assertThat(usage.peak()).isEqualTo(expected.busiest(type));
        assertThat(usage.wasted()).isEqualByComparingTo(expected.returned(type));
      } else {
        List<BruteForce.Step> steps = expected.reserved(type);
        assertThat(usage.total().movePointRight(3).toBigIntegerExact())
            .as("%s", type)
            .isEqualTo(expected.integral(steps));
        assertThat(usage.peak()).as("%s", type).isEqualTo(expected.most(steps));
        usage
            .averageInUse()
            .ifPresent(average ->
                assertThat(average)
                    .isCloseTo(
                        average(expected.integral(expected.inUse(type)), report),
                        org.assertj.core.data.Offset.offset(new BigDecimal("0.000001"))));
      }
    }
  }

  private static BigDecimal average(BigInteger integral, UsageReport report) {
    return new BigDecimal(integral)
        .divide(
            BigDecimal.valueOf(ChronoUnit.MILLIS.between(report.from(), report.to())),
            7,
            java.math.RoundingMode.HALF_UP);
  }

  private static TypeUsage nothing(ResourceType type) {
    return new TypeUsage(
        type,
        BigDecimal.ZERO,
        0,
        0,
        java.util.Optional.empty(),
        BigDecimal.ZERO,
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        BigDecimal.ZERO,
        0,
        Money.ZERO,
        Money.ZERO);
  }

  private static void compareCosts(Costs costs, BruteForce expected) {
    assertThat(costs.usage().credits()).isEqualByComparingTo(expected.cost(_ -> true));
    assertThat(costs.overage().credits()).isEqualByComparingTo(expected.overage(_ -> true));
    assertThat(costs.total()).isEqualTo(costs.usage().plus(costs.overage()));
    assertThat(costs.categories().stream().map(Costs.OfCategory::category).sorted())
        .containsExactlyElementsOf(expected.categories());
    for (Costs.OfCategory each : costs.categories()) {
      assertThat(each.usage().credits())
          .isEqualByComparingTo(expected.cost(used -> used.category().equals(each.category())));
      assertThat(each.overage().credits())
          .isEqualByComparingTo(expected.overage(used -> used.category().equals(each.category())));
    }
  }
}
