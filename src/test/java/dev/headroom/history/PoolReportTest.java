package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.Event;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.PoolUse;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a report says of pools")
final class PoolReportTest {
  private static final int SEEDS = Integer.getInteger("headroom.seeds", 12);
  private static final int COMMANDS = 400;
  private static final int SPANS = 12;

  /// As exact as a sum of parts that were each rounded to six decimals.
  private static final Offset<BigDecimal> ROUNDED = Offset.offset(new BigDecimal("0.0001"));

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("is what is found out event by event")
  void isExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ZoneId zone = Told.zone(seed);
    Told told = Told.aboutClockChanges(seed, zone);
    BrutePools pools = new BrutePools(told.events());
    try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
      rollups.add(told.events());
      for (int at = 0; at < SPANS; at++) {
        ScopePath path =
            at < 6 ? ScopePath.ROOT : told.paths().get(random.nextInt(told.paths().size()));
        Instant from = told.first().plus(Duration.ofMinutes(random.nextInt(90_000)));
        Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(50_000)));
        if (from.isBefore(told.last())) {
          UsageQuery query = UsageQuery.of(path, from, to);
          compare(Reporter.report(rollups, query, told.last().plusSeconds(1)), pools);
        }
      }
    }
  }

  private static void compare(UsageReport report, BrutePools pools) {
    long from = report.from().toEpochMilli();
    long to = report.to().toEpochMilli();
    Map<PoolId, List<BrutePools.Piece>> there =
        pools.pieces.stream()
            .filter(piece -> piece.pool().path().isWithin(report.path()))
            .filter(piece -> piece.since() < to && piece.until() > from)
            .filter(piece -> piece.since() < piece.until())
            .collect(
                Collectors.groupingBy(
                    piece -> piece.pool().id(), TreeMap::new, Collectors.toList()));
    assertThat(report.pools().stream().map(PoolUse::id)).containsExactlyElementsOf(there.keySet());
    for (PoolUse use : report.pools()) {
      List<BrutePools.Piece> pieces = there.getOrDefault(use.id(), List.of());
      assertThat(use.supplied()).isCloseTo(supplied(pieces, from, to), ROUNDED);
      if (use.type().isSpent()) {
        Map<Long, Long> minutes = new TreeMap<>();
        pools.drawn.stream()
            .filter(each -> each.pool().equals(use.id()) && from <= each.at() && each.at() < to)
            .forEach(each -> minutes.merge(each.at() / 60_000, each.consumed(), Long::sum));
        assertThat(use.used().longValueExact())
            .isEqualTo(minutes.values().stream().mapToLong(Long::longValue).sum());
        assertThat(use.peak())
            .isEqualTo(minutes.values().stream().mapToLong(Long::longValue).max().orElse(0));
      } else {
        compareHeld(use, pools, from, to);
      }
    }
  }

  private static void compareHeld(PoolUse use, BrutePools pools, long from, long to) {
    BigDecimal sum = BigDecimal.ZERO;
    long reserved = 0;
    long most = 0;
    long since = from;
    for (BrutePools.Moved each : pools.moved) {
      if (each.pool().equals(use.id()) && each.at() < to) {
        long at = Math.max(from, each.at());
        sum = sum.add(BigDecimal.valueOf(reserved).multiply(BigDecimal.valueOf(at - since, 3)));
        most = each.at() >= from ? Math.max(most, reserved) : most;
        reserved += each.reserved();
        since = at;
        most = each.at() >= from ? Math.max(most, reserved) : most;
      }
    }
    sum = sum.add(BigDecimal.valueOf(reserved).multiply(BigDecimal.valueOf(to - since, 3)));
    assertThat(use.used()).isEqualByComparingTo(sum);
    assertThat(use.peak()).isEqualTo(Math.max(most, reserved));
  }

  private static BigDecimal supplied(List<BrutePools.Piece> pieces, long from, long to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BrutePools.Piece piece : pieces) {
      Pool.Terms terms = piece.pool().terms();
      long millis = Math.min(to, piece.until()) - Math.max(from, piece.since());
      if (piece.pool().type().isHeld()) {
        sum = sum.add(BigDecimal.valueOf(millis, 3).multiply(whole(terms.capacity())));
      } else if (terms.replenishment().isPresent()) {
        Pool.Replenishment refill = terms.replenishment().get();
        sum =
            sum.add(
                whole(refill.amount())
                    .multiply(whole(millis))
                    .divide(whole(refill.interval().toMillis()), 12, RoundingMode.HALF_UP));
      }
    }
    return sum.signum() == 0 && pieces.getLast().pool().type().isSpent()
        ? whole(pieces.getLast().pool().terms().capacity())
        : sum;
  }

  private static BigDecimal whole(long number) {
    return BigDecimal.valueOf(number);
  }

  @Test
  @DisplayName("is in all what the engine has counted itself, whoever borrowed from whom")
  void agreesWithTheEngine() {
    int compared = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Event> events = new ArrayList<>();
      Engine engine = new Engine(events::add, RealHistory.REMEMBERED_REQUESTS);
      RealHistory.of(seed, COMMANDS).forEach(said -> engine.apply(said.at(), said.command()));
      BrutePools pools = new BrutePools(events);
      try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
        rollups.add(events);
        Instant now = engine.now().plusSeconds(1);
        UsageQuery query = UsageQuery.of(ScopePath.ROOT, events.getFirst().at(), now);
        List<PoolUse> used = Reporter.report(rollups, query, now).pools();
        List<PoolStatus> counted = engine.inspector().pools(engine.now());
        for (ResourceType type : ResourceType.ALL) {
          if (type.isSpent() && pools.areForGood(type)) {
            assertThat(
                    used.stream()
                        .filter(use -> use.type() == type)
                        .mapToLong(use -> use.used().longValueExact())
                        .sum())
                .as("seed %d, %s", seed, type)
                .isEqualTo(
                    counted.stream()
                        .filter(status -> status.pool().type() == type)
                        .mapToLong(PoolStatus::consumed)
                        .sum());
            compared++;
          }
        }
      }
    }
    assertThat(compared).isPositive();
  }
}
