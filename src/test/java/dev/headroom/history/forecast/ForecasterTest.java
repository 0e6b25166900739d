package dev.headroom.history.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.model.Exhaustion;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.Prospect;
import dev.headroom.model.forecast.UsageForecast;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("When a constraint runs out")
final class ForecasterTest {
  private static final Limit.Terms HOURLY = Limit.Terms.hard(1_000).per(Period.of("PT1H"));

  private final Demanded demanded = new Demanded();

  @AfterEach
  void close() {
    demanded.close();
  }

  private static Instant expected(ConstraintForecast forecast) {
    return forecast.exhaustion().expected().orElseThrow();
  }

  @Test
  @DisplayName("within its window is told to the minute where demand is even")
  void windowRunsOut() {
    demanded.limit(HOURLY).minutes(20, _ -> 30);
    ConstraintForecast forecast = demanded.only();

    assertThat(forecast.used()).isEqualTo(600);
    assertThat(forecast.prospect()).isEqualTo(Prospect.EXPECTED);
    assertThat(expected(forecast))
        .isCloseTo(demanded.now().plusSeconds(800), within(1, ChronoUnit.SECONDS));
    assertThat(forecast.windowEnd()).contains(Demanded.BEGIN.plus(Duration.ofHours(1)));
  }

  @Test
  @DisplayName("is never where the window ends before")
  void windowResetsFirst() {
    demanded.limit(HOURLY).minutes(45, _ -> 15);
    ConstraintForecast forecast = demanded.only();

    assertThat(forecast.prospect()).isEqualTo(Prospect.NOT_EXPECTED);
    assertThat(forecast.exhaustion()).isEqualTo(Exhaustion.NONE);
    assertThat(forecast.until()).isEqualTo(Demanded.BEGIN.plus(Duration.ofHours(1)));
    assertThat(forecast.ahead().getLast().expected()).isEqualTo(900);
  }

  @Test
  @DisplayName("is unknown where too little was seen, and now where nothing is left")
  void saysWhatItCannot() {
    demanded.limit(HOURLY).minutes(5, _ -> 10);
    assertThat(demanded.only().prospect()).isEqualTo(Prospect.UNKNOWN);
    assertThat(demanded.only().basis()).isEmpty();
    assertThat(demanded.only().ahead()).isEmpty();
    demanded.consume(950);
    assertThat(demanded.only().prospect()).isEqualTo(Prospect.EXHAUSTED);
  }

  @Test
  @DisplayName("of a lifetime budget can be told as far ahead as was looked back")
  void lifetimes() {
    demanded.limit(Limit.Terms.hard(2_100)).minutes(100, _ -> 10);
    assertThat(demanded.only().prospect()).isEqualTo(Prospect.NOT_EXPECTED);
    assertThat(demanded.only().until()).isEqualTo(demanded.now().plus(Duration.ofMinutes(100)));

    demanded.minutes(70, _ -> 10);
    assertThat(expected(demanded.only()))
        .isCloseTo(demanded.now().plus(Duration.ofMinutes(40)), within(2, ChronoUnit.SECONDS));
  }

  @Test
  @DisplayName("of a lifetime budget is seen days ahead once hours were seen")
  void seesFar() {
    demanded.limit(Limit.Terms.hard(25_000));
    for (int hour = 0; hour < 100; hour++) {
      demanded.consume(100);
      demanded.pass(Duration.ofHours(1));
    }
    ConstraintForecast none = demanded.only();
    assertThat(none.prospect()).isEqualTo(Prospect.NOT_EXPECTED);
    for (int hour = 0; hour < 70; hour++) {
      demanded.consume(100);
      demanded.pass(Duration.ofHours(1));
    }
    ConstraintForecast seen = demanded.only();
    assertThat(seen.prospect()).isEqualTo(Prospect.EXPECTED);
    assertThat(seen.basis().orElseThrow().bucket()).isGreaterThan(Duration.ofMinutes(1));
    assertThat(expected(seen))
        .isCloseTo(demanded.now().plus(Duration.ofHours(80)), within(90, ChronoUnit.MINUTES));
  }

  @Test
  @DisplayName("of a pool counts what comes back by itself")
  void poolsRefill() {
    demanded
        .pool(ResourceType.TOKENS, Pool.Terms.of(300).replenished(15, Duration.ofMinutes(1)))
        .minutes(40, _ -> 20);
    long left = 300 - demanded.only().used();
    assertThat(expected(demanded.only()))
        .isCloseTo(demanded.now().plusSeconds(left * 60 / 5), within(5, ChronoUnit.SECONDS));
  }

  @Test
  @DisplayName("of a pool is never where as much comes back as is used")
  void poolsLast() {
    demanded
        .pool(ResourceType.TOKENS, Pool.Terms.of(1_000).replenished(25, Duration.ofMinutes(1)))
        .minutes(40, _ -> 20);
    assertThat(demanded.only().prospect()).isEqualTo(Prospect.NOT_EXPECTED);
  }

  @Test
  @DisplayName("of a pool of what is held is when as much is held as there is")
  void heldPools() {
    demanded.pool(ResourceType.COMPUTE, Pool.Terms.of(1_000));
    for (int minute = 0; minute < 45; minute++) {
      var _ = demanded.reserve(ResourceType.COMPUTE, 20);
      demanded.pass(Duration.ofMinutes(1));
    }
    ConstraintForecast forecast = demanded.only();
    assertThat(forecast.prospect()).isIn(Prospect.EXPECTED, Prospect.POSSIBLE);
    assertThat(forecast.exhaustion().earliest().orElseThrow())
        .isBetween(demanded.now(), demanded.now().plus(Duration.ofMinutes(20)));
  }

  @Test
  @DisplayName("is followed by what was used until now, in the window only")
  void tellsThePast() {
    demanded.limit(HOURLY).minutes(70, minute -> minute < 60 ? 10 : 5);
    ConstraintForecast forecast = demanded.only();
    assertThat(forecast.past().getFirst().at())
        .isEqualTo(Demanded.BEGIN.plus(Duration.ofMinutes(61)));
    assertThat(forecast.past().getFirst().used()).isEqualTo(5);
    assertThat(forecast.past().getLast().at()).isEqualTo(demanded.now());
    assertThat(forecast.past().getLast().used()).isEqualTo(50);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("is sooner, likely and later in this order, and so are the amounts")
  void isInOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    demanded.limit(Limit.Terms.hard(12_000)).minutes(150, _ -> random.nextLong(100));
    UsageForecast forecast = demanded.forecast();
    ConstraintForecast constraint = forecast.constraints().getFirst();
    Exhaustion exhaustion = constraint.exhaustion();
    exhaustion
        .expected()
        .ifPresent(at -> assertThat(exhaustion.earliest().orElseThrow()).isBeforeOrEqualTo(at));
    exhaustion
        .latest()
        .ifPresent(at -> assertThat(exhaustion.expected().orElseThrow()).isBeforeOrEqualTo(at));
    DemandForecast demand = forecast.demands().getFirst();
    for (Ahead ahead : demand.ahead()) {
      ahead.high().ifPresent(high -> assertThat(ahead.expected()).isBetween(ahead.low(), high));
    }
    assertThat(demand.basis().orElseThrow().buckets()).isEqualTo(constraint.past().size() - 1);
  }
}
