package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A period (L2)")
final class PeriodTest {

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      textBlock =
          """
          PT1M,    1,    MINUTE
          PT1440M, 1440, MINUTE
          PT1H,    1,    HOUR
          PT24H,   24,   HOUR
          P1D,     1,    DAY
          P366D,   366,  DAY
          P1W,     1,    WEEK
          P53W,    53,   WEEK
          P1M,     1,    MONTH
          P120M,   120,  MONTH
          """)
  @DisplayName("is a number of minutes, hours, days, weeks or months, written as in ISO 8601")
  void textForm(String text, int count, Period.Unit unit) {
    assertThat(Period.of(text)).isEqualTo(new Period(count, unit)).hasToString(text);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "", "P", "PT", "1D", "P1", "p1d", "P1Y", "PT1S", "PT1D", "PT1W", "P1H", "P-1D", "P1.5D",
        "P1D ", "P1DT1H", "PT1H30M", "P12345D", "P١D"
      })
  @DisplayName("has no other form, and says which it has")
  void malformed(String text) {
    assertThatThrownBy(() -> Period.of(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "not a period; write PT5M, PT1H, P1D, P1W or P1M, with any whole number: " + text);
  }

  @ParameterizedTest(name = "{0}: at most {1}")
  @CsvSource({
    "PT1441M, 1440",
    "PT25H, 24",
    "P367D, 366",
    "P54W, 53",
    "P121M, 120",
    "P0D, 366",
    "PT0M, 1440"
  })
  @DisplayName("has a bounded length, and at least one unit")
  void outOfRange(String text, int most) {
    assertThatThrownBy(() -> Period.of(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("counts 1 to " + most);
  }

  @Test
  @DisplayName("comes after every period of a shorter unit, then by count")
  void order() {
    assertThat(Stream.of("P1M", "P2D", "P1D", "PT90M", "P1W", "PT1H").map(Period::of).sorted())
        .map(Period::toString)
        .containsExactly("PT90M", "PT1H", "P1D", "P2D", "P1W", "P1M");
  }
}
