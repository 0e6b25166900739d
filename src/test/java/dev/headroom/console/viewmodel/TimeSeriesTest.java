package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A time series")
final class TimeSeriesTest {
  private final TimeSeries series = new TimeSeries(3);

  @Test
  @DisplayName("keeps the newest samples, oldest first")
  void forgetsTheOldest() {
    for (int at = 1; at <= 5; at++) {
      series.add(at * 10L, at);
    }
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.millisAt(0)).isEqualTo(30);
    assertThat(series.valueAt(2)).isEqualTo(5);
  }

  @Test
  @DisplayName("takes the last word where time stood still")
  void replacesTheLast() {
    series.add(10, 1);
    series.add(10, 2);
    assertThat(series.size()).isEqualTo(1);
    assertThat(series.valueAt(0)).isEqualTo(2);
  }

  @Test
  @DisplayName("finds the sample that held at an instant, and none before the first")
  void finds() {
    series.add(10, 1);
    series.add(20, 2);
    assertThat(series.indexAt(9)).isEqualTo(-1);
    assertThat(series.indexAt(10)).isZero();
    assertThat(series.indexAt(19)).isZero();
    assertThat(series.indexAt(99)).isEqualTo(1);
  }
}
