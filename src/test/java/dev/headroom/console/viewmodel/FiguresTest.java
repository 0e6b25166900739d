package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ResourceType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A figure")
final class FiguresTest {
  @ParameterizedTest(name = "{1} of {0} is \"{2}\", exactly \"{3}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOKENS    | 0               | 0             | 0 tokens
          TOKENS    | 1               | 1             | 1 token
          TOKENS    | 999             | 999           | 999 tokens
          TOKENS    | 1000            | 1k            | 1,000 tokens
          CREDITS   | 38812           | 38.8k         | 38,812 credits
          API_CALLS | 99950           | 100k          | 99,950 calls
          API_CALLS | 999499          | 999k          | 999,499 calls
          API_CALLS | 999500          | 1M            | 999,500 calls
          TOKENS    | -1200           | −1.2k         | -1,200 tokens
          TIME      | 11400000        | 3 h 10 min    | 11,400,000 milliseconds
          MEMORY    | 1023            | 1023 B        | 1,023 bytes
          MEMORY    | 14066017075     | 13.1 GiB      | 14,066,017,075 bytes
          STORAGE   | 1024            | 1 KiB         | 1,024 bytes
          COMPUTE   | 250             | 0.25 cores     | 250 millicores
          COMPUTE   | 1000            | 1 core        | 1,000 millicores
          COMPUTE   | 1500            | 1.5 cores     | 1,500 millicores
          COMPUTE   | 12000000        | 12k cores     | 12,000,000 millicores
          NETWORK   | 12500000        | 12.5 MB/s     | 12,500,000 bytes per second
          TOKENS    | 9007199254740991 | 9P           | 9,007,199,254,740,991 tokens
          """)
  @DisplayName("is short for reading and exact for hover")
  void amounts(ResourceType type, long amount, String shown, String exact) {
    assertThat(Figures.amount(type, amount)).isEqualTo(shown);
    assertThat(Figures.exact(type, amount)).isEqualTo(exact);
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "0, 10, 0 %",
    "1, 1000, <1 %",
    "799, 1000, 79 %",
    "999, 1000, 99 %",
    "1000, 1000, 100 %",
    "1001, 1000, 100 %",
    "1140, 1000, 114 %",
    "5, 0, ∞ %",
    "0, 0, 0 %",
    "120000, 1000, ×120"
  })
  @DisplayName("in percent is never full before it is")
  void percents(long part, long whole, String expected) {
    assertThat(Figures.percent(part, whole)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "79, 100, CALM",
    "80, 100, WARNING",
    "94, 100, WARNING",
    "95, 100, CRITICAL",
    "99, 100, CRITICAL",
    "100, 100, EXHAUSTED",
    "101, 100, OVER",
    "0, 0, EXHAUSTED",
    "1, 0, OVER"
  })
  @DisplayName("has the level that its share of the allowance says")
  void levels(long used, long allowance, Level expected) {
    assertThat(Level.of(used, allowance)).isEqualTo(expected);
  }
}
