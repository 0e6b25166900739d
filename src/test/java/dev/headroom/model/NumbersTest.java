package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Numbers:")
final class NumbersTest {

  @Nested
  @DisplayName("an amount (S6)")
  class Amounts {
    @Test
    @DisplayName("is at most 2^53 − 1, which JSON readers keep exactly")
    void max() {
      assertThat(Amount.MAX).isEqualTo(9_007_199_254_740_991L);
      assertThat((double) Amount.MAX).isNotEqualTo((double) (Amount.MAX - 1));
    }

    @ParameterizedTest(name = "{0}, at least {1}")
    @CsvSource({"0, 0", "1, 0", "1, 1", "9007199254740991, 0", "9007199254740991, 1"})
    @DisplayName("is itself where it is in range")
    void inRange(long amount, long least) {
      assertThat(Amount.require(amount, least, "it")).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0}, at least {1}")
    @CsvSource({
      "-1, 0",
      "0, 1",
      "9007199254740992, 0",
      "9223372036854775807, 0",
      "-9223372036854775808, 0"
    })
    @DisplayName("is refused outside, and the range named")
    void outOfRange(long amount, long least) {
      assertThatThrownBy(() -> Amount.require(amount, least, "it"))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("it must be between " + least + " and 9007199254740991, not " + amount);
    }
  }

  @Nested
  @DisplayName("a cost (S5)")
  class Costs {
    @ParameterizedTest(name = "{0} credits are {1} millionths, written {2}")
    @CsvSource(
        textBlock =
            """
            0,                    0,                   0
            0.000001,             1,                   0.000001
            0.0001,               100,                 0.0001
            1,                    1000000,             1
            1.50,                 1500000,             1.5
            0.1000000000,         100000,              0.1
            100,                  100000000,           100
            1E+2,                 100000000,           100
            9223372036854.775807, 9223372036854775807, 9223372036854.775807
            """)
    @DisplayName("is exact to the sixth decimal")
    void exact(String credits, long micros, String written) {
      Money cost = Money.of(new BigDecimal(credits));
      assertThat(cost.micros()).isEqualTo(micros);
      assertThat(cost).hasToString(written);
      assertThat(Money.of(cost.credits())).isEqualTo(cost);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1.2345678", "9223372036854.775808", "1E+13"})
    @DisplayName("is refused where that would round or wrap")
    void inexact(String credits) {
      assertThatThrownBy(() -> Money.of(new BigDecimal(credits)))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("at most 6 decimals");
    }

    @Test
    @DisplayName("is never negative")
    void negative() {
      assertThatThrownBy(() -> new Money(-1)).isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> Money.of(new BigDecimal("-0.000001")))
          .isInstanceOf(InvalidValueException.class);
    }

    @Test
    @DisplayName("adds and multiplies exactly, and stops rather than wraps (S6)")
    void arithmetic() {
      assertThat(new Money(100).times(3).plus(new Money(1))).isEqualTo(new Money(301));
      assertThat(new Money(5).times(0)).isEqualTo(Money.ZERO);
      Money most = new Money(Long.MAX_VALUE);
      assertThat(most.plus(Money.ZERO)).isEqualTo(most);
      assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    @DisplayName("is ordered by its value")
    void order() {
      assertThat(new Money(1)).isGreaterThan(Money.ZERO).isLessThan(new Money(2));
    }
  }

  @Nested
  @DisplayName("thresholds (T1)")
  class Percents {
    @Test
    @DisplayName("are 50, 80 and 100 by default: INFO, WARNING, CRITICAL")
    void defaults() {
      assertThat(Thresholds.DEFAULT.percents()).containsExactly(50, 80, 100);
      assertThat(Thresholds.DEFAULT.percents())
          .map(Thresholds::severityAt)
          .containsExactly(Severity.INFO, Severity.WARNING, Severity.CRITICAL);
    }

    @ParameterizedTest(name = "{0} % is {1}")
    @CsvSource({
      "1, INFO",
      "79, INFO",
      "80, WARNING",
      "99, WARNING",
      "100, CRITICAL",
      "1000, CRITICAL"
    })
    @DisplayName("are the more severe the higher they are")
    void severity(int percent, Severity severity) {
      assertThat(Thresholds.severityAt(percent)).isEqualTo(severity);
    }

    @Test
    @DisplayName("are none to eight, from 1 to 1000 percent")
    void allowed() {
      assertThat(new Thresholds(List.of()).percents()).isEmpty();
      assertThat(new Thresholds(List.of(1, 1000)).percents()).containsExactly(1, 1000);
      assertThat(new Thresholds(IntStream.rangeClosed(1, 8).boxed().toList()).percents())
          .hasSize(Thresholds.COUNT_MAX);
    }

    @ParameterizedTest(name = "not {0}")
    @ValueSource(strings = {"0", "-1", "1001", "50 50", "80 50", "1 2 3 4 5 6 7 8 9"})
    @DisplayName("ascend")
    void refused(String percents) {
      List<Integer> list = List.of(percents.split(" ", -1)).stream().map(Integer::valueOf).toList();
      assertThatThrownBy(() -> new Thresholds(list))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("thresholds");
    }
  }
}
