package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The zoom of a window")
final class ZoomTest {
  @ParameterizedTest(name = "from {0} % it goes to {1} and {2} %")
  @CsvSource(
      textBlock =
          """
           80,  80,  90
           90,  80, 100
          100,  90, 110
          110, 100, 125
          120, 110, 125
          175, 150, 200
          200, 175, 200
          """)
  @DisplayName("goes in steps, and stays where there is no further one")
  void steps(int percent, int smaller, int larger) {
    assertThat(new Zoom(percent).smaller()).isEqualTo(new Zoom(smaller));
    assertThat(new Zoom(percent).larger()).isEqualTo(new Zoom(larger));
  }

  @Test
  @DisplayName("is never below 80 % or above 200 %")
  void bounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Zoom(79));
    assertThatIllegalArgumentException().isThrownBy(() -> new Zoom(201));
    assertThat(Zoom.near(1)).isEqualTo(new Zoom(80));
    assertThat(Zoom.near(999)).isEqualTo(new Zoom(200));
  }
}
