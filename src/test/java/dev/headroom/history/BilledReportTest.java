package dev.headroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.UsageQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers draw from a pool whose price rises, below a daily limit that charges what is beyond it
/// two and a half times. What that costs is worked out unit by unit here.
@DisplayName("A report of what was drawn at rising prices and beyond a soft limit")
final class BilledReportTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 25);
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BEN = ScopePath.of("/user:ben");
  private static final PoolId POOL = new PoolId("models");
  private static final int CAPACITY = 3_000;
  private static final int DAILY = 400;
  private static final int CALLS = 300;
  private static final List<String> MODELS = List.of("large", "small", "");

  private final List<Event> events = new ArrayList<>();
  private final Engine engine = new Engine(events::add, Engine.REMEMBERED_REQUESTS_DEFAULT);
  private final List<Billed> bill = new ArrayList<>();
  private Instant now = FIRST.atStartOfDay(BERLIN).toInstant();
  private LocalDate day = FIRST;
  private long ids;
  private int drawn;
  private int adaToday;

  /// What one call costs.
  private record Billed(
      Instant at, ScopePath path, String model, BigDecimal usage, BigDecimal overage) {}

  private RequestId id() {
    ids++;
    return new RequestId("r" + ids);
  }

  private Answer say(Command command) {
    return engine.apply(now, command);
  }

  private void begin() {
    Price price =
        new Price(
            new Money(2),
            List.of(
                new Price.Step(40, new Money(6)),
                new Price.Step(75, new Money(1_000_014)),
                new Price.Step(110, new Money(40))));
    Pool.Terms terms = Pool.Terms.of(CAPACITY).withCostPerUnit(price);
    Enforcement charged =
        new Enforcement.Soft(
            Duration.ZERO, new Enforcement.Overage.Charged(2_500, Optional.empty()));
    Limit limit =
        new Limit(
            ADA,
            ResourceType.TOKENS,
            Limit.Terms.hard(DAILY).per(Period.of("P1D")).withEnforcement(charged));
    Settings settings =
        new Settings(
            BERLIN, Settings.DEFAULT.agingInterval(), Settings.DEFAULT.starvationInterval());
    List<Change> changes =
        List.of(
            new Change.PutSettings(settings, 0),
            new Change.PutLimits(ADA, List.of(limit), 0),
            new Change.PutPool(new Pool(POOL, ScopePath.ROOT, ResourceType.TOKENS, terms), 0));
    assertThat(say(new Command.ApplyChanges(id(), changes, "ops", "to begin")))
        .isInstanceOf(Outcome.ConfigChanged.class);
  }

  /// Micros of a unit, of which so many are drawn before it.
  private static long price(int before) {
    if (before * 100 >= 110 * CAPACITY) {
      return 40;
    }
    if (before * 100 >= 75 * CAPACITY) {
      return 1_000_014;
    }
    return before * 100 >= 40 * CAPACITY ? 6 : 2;
  }

  private void call(ScopePath user, String model, int units) {
    ScopePath path = ScopePath.of(user + "/run:r" + ids % 3);
    Answer answer =
        say(
            new Command.Allocate(
                id(), AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 1))));
    if (!(answer instanceof Outcome.Granted granted)) {
      return; // The pool is drawn dry, until it is topped up.
    }
    UsageRecord usage =
        new UsageRecord(
            granted.allocation(), ResourceType.TOKENS, units, Optional.empty(), model, Map.of());
    assertThat(say(new Command.RecordUsage(id(), usage))).isInstanceOf(Outcome.Used.class);
    var _ = say(new Command.Release(id(), granted.allocation()));
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal overage = BigDecimal.ZERO;
    for (int unit = 0; unit < units; unit++) {
      BigDecimal each = BigDecimal.valueOf(price(drawn), Money.SCALE);
      cost = cost.add(each);
      if (user.equals(ADA)) {
        overage = adaToday >= DAILY ? overage.add(each.multiply(new BigDecimal("1.5"))) : overage;
        adaToday++;
      }
      drawn++;
    }
    bill.add(new Billed(now, path, model, cost, overage));
  }

  private void pass(SplittableRandom random) {
    now = now.plusMillis(random.nextLong(Duration.ofHours(6).toMillis()));
    LocalDate today = now.atZone(BERLIN).toLocalDate();
    adaToday = today.equals(day) ? adaToday : 0;
    day = today;
    if (random.nextInt(8) == 0 && drawn > 0) {
      int back = random.nextInt(1, drawn + 1);
      assertThat(say(new Command.TopUp(id(), POOL, back, "ops", "more")))
          .isInstanceOf(Outcome.ToppedUp.class);
      drawn -= back;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("has what each unit costs, to the sixth decimal, by day, month, scope and category")
  void isExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    begin();
    for (int at = 0; at < CALLS; at++) {
      pass(random);
      String model = MODELS.get(random.nextInt(MODELS.size()));
      call(random.nextBoolean() ? ADA : BEN, model, 1 + random.nextInt(300));
    }
    assertThat(bill).anyMatch(each -> each.overage.signum() > 0);
    try (Rollups rollups = Rollups.inMemory(Told.EVERYTHING)) {
      rollups.add(events);
      for (ScopePath path : List.of(ScopePath.ROOT, ADA, BEN, ScopePath.of("/user:ada/run:r1"))) {
        compare(rollups, path, FIRST.withDayOfMonth(1), FIRST.withDayOfMonth(1).plusMonths(1));
        compare(rollups, path, FIRST.withDayOfMonth(1).plusMonths(1), FIRST.plusMonths(2));
        for (int days = 0; days < 14; days++) { // The 29th has 23 hours.
          compare(rollups, path, FIRST.plusDays(days), FIRST.plusDays(days + 1L));
        }
      }
    }
  }

  private void compare(Rollups rollups, ScopePath path, LocalDate from, LocalDate to) {
    Instant begin = from.atStartOfDay(BERLIN).toInstant();
    Instant end = to.atStartOfDay(BERLIN).toInstant();
    if (begin.isAfter(now)) {
      return;
    }
    Costs costs =
        Reporter.report(rollups, UsageQuery.of(path, begin, end), now.plusSeconds(1)).costs();
    List<Billed> within =
        bill.stream()
            .filter(each -> !each.at.isBefore(begin) && each.at.isBefore(end))
            .filter(each -> each.path.isWithin(path))
            .toList();
    assertThat(costs.usage().credits()).isEqualByComparingTo(sum(within, Billed::usage));
    assertThat(costs.overage().credits()).isEqualByComparingTo(sum(within, Billed::overage));
    for (Costs.OfCategory each : costs.categories()) {
      List<Billed> own =
          within.stream().filter(billed -> billed.model.equals(each.category())).toList();
      assertThat(each.usage().credits()).isEqualByComparingTo(sum(own, Billed::usage));
      assertThat(each.overage().credits()).isEqualByComparingTo(sum(own, Billed::overage));
    }
  }

  private static BigDecimal sum(List<Billed> billed, Function<Billed, BigDecimal> what) {
    return billed.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
