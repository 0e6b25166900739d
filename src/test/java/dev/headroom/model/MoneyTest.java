package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What was charged")
final class MoneyTest {
  @ParameterizedTest(name = "{0} and {1} are {2}")
  @CsvSource(
      textBlock =
          """
                 0,                    0,                    0
          0.000001,             0.999999,                    1
             2.500,             0.000001,             2.500001
                 1, 9223372036853.775807, 9223372036854.775807
                 1, 9223372036854.775807, 9223372036854.775807
          9223372036854.775807, 9223372036854.775807, 9223372036854.775807
          """)
  @DisplayName("adds up exactly, up to the largest cost that there is")
  void addUp(BigDecimal one, BigDecimal other, BigDecimal sum) {
    assertThat(Money.of(one).plusCapped(Money.of(other))).isEqualTo(Money.of(sum));
    assertThat(Money.of(other).plusCapped(Money.of(one))).isEqualTo(Money.of(sum));
  }
}
