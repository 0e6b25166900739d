package dev.headroom.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Amount;
import dev.headroom.model.Config;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Any configuration")
final class ConfigRoundTripTest {
  private static final String NAME_CHARACTERS =
      "abcxyzABCXYZ0123456789._~@+=-0123456789eEnNoOyYtT~-.";
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "+05:30", "-18:00", "NZ");
  private static final List<String> WORDS =
      List.of("true", "No", "null", "~", "-", "=", "1e3", "0x1F", ".inf", "1_000", "@a", "on");

  private final List<Long> edges = List.of(0L, 1L, 1000L, 24_515_000L, Amount.MAX);

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName("is the same after being written and read, as YAML, as JSON, and with CRLF")
  void roundTrip(long seed) {
    Config config = new Generator(new SplittableRandom(seed)).config();
    ConfigReading same = new ConfigReading.Accepted(config);
    String yaml = ConfigDocument.yaml(config);
    String json = ConfigDocument.json(config);
    assertThat(ConfigDocument.read(yaml)).as(yaml).isEqualTo(same);
    assertThat(ConfigDocument.read(json)).as(json).isEqualTo(same);
    assertThat(ConfigDocument.read(yaml.replace("\n", "\r\n"))).isEqualTo(same);
    assertThat(yaml.lines().count())
        .isEqualTo(3 + config.limits().size() + (long) config.pools().size());
  }

  /// Makes configurations that the model allows, with many values at the edges.
  private final class Generator {
    private final SplittableRandom random;

    Generator(SplittableRandom random) {
      this.random = random;
    }

    Config config() {
      Map<String, Limit> limits = new TreeMap<>();
      Map<String, Pool> pools = new TreeMap<>();
      for (int count = random.nextInt(12); count > 0; count--) {
        Limit limit = limit();
        limits.put(limit.path() + " " + limit.key(), limit);
        Pool pool = pool();
        if (pools.values().stream().noneMatch(it -> it.id().equals(pool.id()))) {
          pools.put(pool.path() + " " + pool.type(), pool);
        }
      }
      return new Config(settings(), List.copyOf(limits.values()), List.copyOf(pools.values()));
    }

    private Settings settings() {
      return new Settings(
          ZoneId.of(oneOf(ZONES)),
          duration(1),
          duration(1),
          maybe(() -> duration(1)).orElse(Duration.ZERO));
    }

    private Limit limit() {
      ResourceType type = oneOf(ResourceType.ALL);
      Optional<Period> period = type.isHeld() ? Optional.empty() : maybe(this::period);
      return new Limit(
          path(ScopePath.ROOT),
          type,
          new Limit.Terms(
              amount(0),
              period,
              period.isPresent() && random.nextBoolean(),
              enforcement(),
              thresholds(),
              strategy()));
    }

    private Pool pool() {
      ScopePath path = path(ScopePath.ROOT);
      Map<String, Pool.Member> members = new TreeMap<>();
      for (int count = random.nextInt(4); count > 0; count--) {
        ScopePath member = path(path);
        members.put(
            member.text(),
            new Pool.Member(
                member, amount(0), random.nextInt(1, Pool.Member.WEIGHT_MAX + 1) % 3 + 1));
      }
      ResourceType type = oneOf(ResourceType.ALL);
      SharingPolicy sharing = oneOf(List.of(SharingPolicy.values()));
      List<Pool.Member> sharers = List.copyOf(members.values());
      return new Pool(
          new PoolId(name()),
          path,
          type,
          new Pool.Terms(
              amount(0),
              maybe(() -> new Pool.Replenishment(amount(1), duration(1))),
              new Price(money(), type.isHeld() ? List.of() : steps()),
              sharing,
              sharing == SharingPolicy.QUOTA ? lending(sharers) : sharers,
              amount(0),
              thresholds(),
              strategy()));
    }

    /// Each but the last lends something to the next.
    private List<Pool.Member> lending(List<Pool.Member> members) {
      List<Pool.Member> lending = new ArrayList<>(members);
      for (int at = 1; at < members.size(); at++) {
        Instant until = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        QuotaLoan loan = new QuotaLoan(members.get(at).path(), amount(1), until);
        lending.set(at - 1, members.get(at - 1).lending(List.of(loan)));
      }
      return lending;
    }

    private Money money() {
      return new Money(random.nextBoolean() ? 0 : random.nextLong(Long.MAX_VALUE));
    }

    private List<Price.Step> steps() {
      return random
          .ints(random.nextInt(4), 1, Thresholds.PERCENT_MAX + 1)
          .sorted()
          .distinct()
          .mapToObj(from -> new Price.Step(from, money()))
          .toList();
    }

    private Enforcement enforcement() {
      return random.nextBoolean()
          ? Enforcement.HARD
          : new Enforcement.Soft(
              duration(0),
              random.nextBoolean()
                  ? new Overage.Refused()
                  : new Overage.Charged(
                      random.nextBoolean() ? 1000 : random.nextLong(1000, 1_000_001),
                      maybe(() -> amount(0))));
    }

    private Thresholds thresholds() {
      if (random.nextBoolean()) {
        return Thresholds.DEFAULT;
      }
      return new Thresholds(
          IntStream.range(0, random.nextInt(Thresholds.COUNT_MAX + 1))
              .map(_ -> random.nextInt(1, Thresholds.PERCENT_MAX + 1))
              .sorted()
              .distinct()
              .boxed()
              .toList());
    }

    private Optional<ConflictStrategy> strategy() {
      return maybe(() -> oneOf(List.of(ConflictStrategy.values())));
    }

    private Period period() {
      return new Period(random.nextInt(1, 25), oneOf(List.of(Period.Unit.values())));
    }

    private Duration duration(int leastMillis) {
      return Duration.ofMillis(random.nextLong(leastMillis, 366L * 86_400_000 + 1));
    }

    private ScopePath path(ScopePath above) {
      List<ScopeKind> kinds = new ArrayList<>(List.of(ScopeKind.values()));
      kinds.removeIf(kind -> kind.compareTo(above.kind()) <= 0 || random.nextBoolean());
      ScopePath path = above;
      for (ScopeKind kind : kinds) {
        path = path.child(kind, name());
      }
      return path;
    }

    private String name() {
      if (random.nextInt(3) == 0) {
        return oneOf(WORDS);
      }
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(1, 9); length > 0; length--) {
        name.append(NAME_CHARACTERS.charAt(random.nextInt(NAME_CHARACTERS.length())));
      }
      return name.toString();
    }

    private long amount(long least) {
      return Math.max(least, random.nextBoolean() ? oneOf(edges) : random.nextLong(Amount.MAX + 1));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
      return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T oneOf(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
