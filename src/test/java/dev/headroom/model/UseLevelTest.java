package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A level of use")
final class UseLevelTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      textBlock =
          """
          0, 100, CALM
          79, 100, CALM
          80, 100, WARNING
          94, 100, WARNING
          95, 100, CRITICAL
          99, 100, CRITICAL
          100, 100, EXHAUSTED
          101, 100, OVER
          0, 0, EXHAUSTED
          1, 0, OVER
          -5, 0, CALM
          7205759403792792, 9007199254740991, CALM
          7205759403792793, 9007199254740991, WARNING
          9007199254740990, 9007199254740991, CRITICAL
          """)
  @DisplayName("turns at 80 and 95 percent, at all of it, and beyond")
  void levels(long used, long allowance, UseLevel expected) {
    assertThat(UseLevel.of(used, allowance)).isEqualTo(expected);
  }

  @Test
  @DisplayName("is listed with how many there are in all, never fewer than are listed")
  void listed() {
    assertThat(new Listed<>(List.of(1, 2), 2).first()).hasSize(2);
    assertThatThrownBy(() -> new Listed<>(List.of(1, 2), 1)).hasMessage("2 listed of 1");
  }
}
