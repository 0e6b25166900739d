package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
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
  private static final ZoneId[] ZONES = {
    ZoneId.of("UTC"),
    ZoneId.of("Europe/Berlin"),
    ZoneId.of("America/New_York"),
    ZoneId.of("Australia/Lord_Howe"),
    ZoneId.of("Asia/Kolkata"),
    ZoneId.of("America/Havana")
  };

  /// Nothing is ever too old.
  private static final Retention EVERYTHING =
      new Retention(
          Duration.ofDays(100_000), Duration.ofDays(100_000), Duration.ofDays(100_000), 10_000_000);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("has the sums that are made of the events one by one, to the last unit")
  void isExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ZoneId zone = ZONES[(int) (seed % ZONES.length)];
    Told told = aboutClockChanges(seed, zone);
    try (Rollups rollups = Rollups.inMemory(EVERYTHING)) {
      addInPortions(rollups, told, random);
      for (Asked asked : asked(told, zone, random)) {
        compare(rollups, told, asked);
      }
    }
  }

  /// A quarter of a year in which clocks are set, or the like elsewhere.
  private static Told aboutClockChanges(long seed, ZoneId zone) {
    Instant from = LocalDate.of(2026, seed % 2 == 0 ? 3 : 10, 3).atStartOfDay(zone).toInstant();
    Told once = Told.of(seed, COMMANDS, from, 1);
    long length = Math.max(1, ChronoUnit.MILLIS.between(once.first(), once.last()));
    long stretch = Math.max(1, Duration.ofDays(70).toMillis() / length);
    return Told.of(seed, COMMANDS, from, stretch).in(zone);
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
    UsageQuery query = UsageQuery.of(asked.path(), asked.from(), asked.to());
    UsageReport report = Reporter.report(rollups, query, now);
    if (asked.from().isAfter(now)) {
      return;
    }
    assertThat(report.from()).isEqualTo(asked.from());
    assertThat(report.to()).isEqualTo(asked.to().isAfter(now) ? now : asked.to());
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
