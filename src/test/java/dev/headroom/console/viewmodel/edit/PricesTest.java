package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.PriceCurve;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The steps of a price")
final class PricesTest {
  private static final Price RISING =
      new Price(
          new Money(1_000_000),
          List.of(
              new Price.Step(50, new Money(2_000_000)), new Price.Step(90, new Money(5_000_000))));

  @ParameterizedTest
  @ValueSource(strings = {"50 % 2\n90 % 5", "50% 2\n\n90: 5", "  50 2\n90 %: 5.0  "})
  @DisplayName("are typed one a line")
  void typed(String text) {
    assertThat(Prices.read(text)).isEqualTo(new Typed.Right<>(RISING.steps()));
    assertThat(Prices.text(RISING.steps())).isEqualTo("50 % 2\n90 % 5");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          half 2        | Not a percent and a price: half 2
          50            | Not a percent and a price: 50
          50 % cheap    | Type credits such as 0.002
          0 % 1         | Between 1 and 1000 percent: 0 % 1
          1001 % 1      | Between 1 and 1000 percent: 1001 % 1
          """)
  @DisplayName("say what is wrong with them")
  void wrong(String text, String problem) {
    assertThat(Prices.read(text).problem()).startsWith(problem);
  }

  @Test
  @DisplayName("ascend")
  void ascend() {
    assertThat(Prices.read("90 % 5\n50 % 2").problem())
        .isEqualTo("50 % comes after 90 %; the steps ascend");
  }

  @Test
  @DisplayName("are a curve with the point where the pool stands")
  void curve() {
    PriceCurve curve = PriceCurve.of(status(RISING)).orElseThrow();
    assertThat(curve.stretches())
        .containsExactly(
            new PriceCurve.Stretch(0, 50, 1),
            new PriceCurve.Stretch(50, 90, 2),
            new PriceCurve.Stretch(90, 100, 5));
    assertThat(curve.dearest()).isEqualTo(5);
    assertThat(curve.drawn()).contains(62.0);
    assertThat(curve.text())
        .isEqualTo("The next unit costs 2, at 62 % drawn · 1; 2 from 50 % on; 5 from 90 % on");
    assertThat(PriceCurve.of(Price.NONE, Optional.empty())).isEmpty();
  }

  private static PoolStatus status(Price price) {
    Pool pool =
        new Pool(
            new PoolId("p"),
            ScopePath.ROOT,
            ResourceType.TOKENS,
            Pool.Terms.of(1_000).withCostPerUnit(price));
    return new PoolStatus(pool, 1, 300, 80, 620, 1_000, 0, 0, 0, 0, 0, 50);
  }
}
