package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A time")
final class TimesTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @ParameterizedTest(name = "{0} is \"{1}\", or \"{2}\" where there is little room")
  @CsvSource({
    "PT0S, 0 s, 0 s",
    "PT0.84S, 840 ms, 840 ms",
    "PT59S, 59 s, 59 s",
    "PT60S, 1 min, 1 min",
    "PT125S, 2 min 5 s, 2 min",
    "PT3H10M59S, 3 h 10 min, 3 h",
    "PT24H, 1 d, 1 d",
    "PT122H, 5 d 2 h, 5 d",
    "PT-90S, −1 min 30 s, −1 min"
  })
  @DisplayName("span has two neighbouring units at most")
  void spans(Duration span, String expected, String expectedShort) {
    assertThat(Times.span(span)).isEqualTo(expected);
    assertThat(Times.shortSpan(span)).isEqualTo(expectedShort);
  }

  @Test
  @DisplayName("says when a window resets, and that it does so now")
  void resets() {
    assertThat(Times.resets(NOON, NOON.plusSeconds(7300))).isEqualTo("resets in 2 h");
    assertThat(Times.resets(NOON, NOON)).isEqualTo("resets now");
  }

  @Test
  @DisplayName("names the day only where it is another one, in the zone of the reader")
  void clocks() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(Times.clock(NOON, NOON.minusSeconds(60), tokyo)).isEqualTo("20:59:00");
    assertThat(Times.clock(NOON, NOON.minusSeconds(86_400), tokyo)).isEqualTo("3 Mar 21:00:00");
    assertThat(Times.ago(NOON, NOON.minusMillis(999))).isEqualTo("just now");
    assertThat(Times.ago(NOON, NOON.minusSeconds(12))).isEqualTo("12 s ago");
  }
}
