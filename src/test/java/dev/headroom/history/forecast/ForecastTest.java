package dev.headroom.history.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.history.forecast.Forecast.Exhaustion;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forecast")
final class ForecastTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static double[] demand(int buckets, IntToDoubleFunction of) {
    return IntStream.range(0, buckets).mapToDouble(of).toArray();
  }

  private static Outlook of(Forecast forecast, int horizon) {
    return forecast.ahead().stream()
        .filter(each -> each.buckets() == horizon)
        .findFirst()
        .orElseThrow()
        .mean();
  }

  @Test
  @DisplayName("of what never changes is that it goes on so, and when it is used up is certain")
  void continuesWhatIsConstant() {
    Forecast forecast = Forecast.of(demand(200, _ -> 50), 0, MINUTE);

    for (Forecast.Ahead ahead : forecast.ahead()) {
      assertThat(ahead.mean().expected()).isEqualTo(50, within(1e-6));
    }
    assertThat(of(forecast, 4).low()).isEqualTo(50, within(1e-6));
    assertThat(of(forecast, 4).high()).isEqualTo(50, within(1e-6));
    Exhaustion exhaustion = forecast.exhaustion(1_000).orElseThrow();
    assertThat(exhaustion.earliest()).isEqualTo(Duration.ofMinutes(20));
    assertThat(exhaustion.expected()).isEqualTo(Duration.ofMinutes(20));
    assertThat(exhaustion.latest()).contains(Duration.ofMinutes(20));
  }

  @Test
  @DisplayName("of nothing is nothing, which is never used up")
  void knowsSilence() {
    Forecast forecast = Forecast.of(demand(100, _ -> 0), 24, MINUTE);
    assertThat(of(forecast, 8).expected()).isZero();
    assertThat(forecast.exhaustion(1)).isEmpty();
  }

  @Test
  @DisplayName("knows the hour of the day, and is many times closer than what does not")
  void knowsSeasons() {
    double[] days = demand(24 * 10, hour -> 100 + 90 * Math.sin(2 * Math.PI * hour / 24));
    Backtest.Score score = Backtest.run(days, 24, 4);
    assertThat(score.ofNaive()).isLessThan(.15);
  }

  @Test
  @DisplayName("follows growth instead of lagging behind it")
  void followsTrends() {
    double[] growing = demand(200, minute -> 100 + 5 * minute);
    Outlook next = of(Forecast.of(growing, 0, MINUTE), 8);
    assertThat(next.expected()).isGreaterThan(growing[199] + 5);
    assertThat(Backtest.run(growing, 0, 8).ofNaive()).isLessThan(.9);
  }

  @Test
  @DisplayName("follows one spike a little at most, and soon no more")
  void outlivesSpikes() {
    double[] quiet = demand(120, minute -> 100 + minute % 3);
    double[] spiked = quiet.clone();
    spiked[109] = 5_000;
    double atOnce = of(Forecast.of(Arrays.copyOf(spiked, 110), 0, MINUTE), 8).expected();
    assertThat(atOnce).isBetween(95.0, 1_250.0);
    assertThat(of(Forecast.of(spiked, 0, MINUTE), 8).expected()).isBetween(95.0, 150.0);
  }

  @Test
  @DisplayName("has bounds within which four of five values come, of noise with any spread")
  void keepsItsPromise() {
    for (double spread : new double[] {.1, 1, 3}) {
      SplittableRandom random = new SplittableRandom(7);
      double[] noise = demand(1_500, _ -> Math.exp(spread * random.nextGaussian()));
      for (int horizon : new int[] {1, 4, 12}) {
        assertThat(Backtest.run(noise, 0, horizon).covered())
            .as("spread %s, horizon %d", spread, horizon)
            .isBetween(.75, .85);
      }
    }
  }

  @Test
  @DisplayName("says nothing that it could only know from later")
  void seesNoFuture() {
    SplittableRandom random = new SplittableRandom(3);
    double[] one = demand(300, _ -> random.nextDouble(100));
    double[] other = one.clone();
    Arrays.fill(other, 200, 300, 1e6);
    var first = new Walk(24, 4);
    var second = new Walk(24, 4);
    for (int at = 0; at < 200; at++) {
      first.observe(one[at]);
      second.observe(other[at]);
      assertThat(first.outlook()).isEqualTo(second.outlook());
    }
    assertThat(of(Forecast.of(Arrays.copyOf(one, 200), 24, MINUTE), 4)).isEqualTo(first.outlook());
  }

  @Test
  @DisplayName("of when something is used up is sooner, likely and later, in this order")
  void boundsExhaustion() {
    SplittableRandom random = new SplittableRandom(5);
    double[] noisy = demand(400, _ -> 10 + random.nextDouble(80));
    Forecast forecast = Forecast.of(noisy, 0, MINUTE);
    Exhaustion exhaustion = forecast.exhaustion(1_000).orElseThrow();
    assertThat(exhaustion.earliest()).isLessThan(exhaustion.expected());
    assertThat(exhaustion.latest().orElseThrow()).isGreaterThan(exhaustion.expected());
    assertThat(exhaustion.expected()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(26));
    assertThat(forecast.exhaustion(1e9)).as("far beyond what can be seen").isEmpty();
  }

  @Test
  @DisplayName("is not made of next to nothing")
  void needsSomething() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Forecast.of(new double[7], 0, MINUTE))
        .withMessageContaining("needs 8 buckets, not 7");
  }
}
