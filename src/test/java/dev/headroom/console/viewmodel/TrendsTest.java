package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.LiveFrame;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Standing;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The trend of a scope")
final class TrendsTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  private final Curves curves = new Curves();
  private final Trends trends = new Trends(curves);
  private Instant windowEnd = BEGIN.plusSeconds(3_600);
  private ScopeNode ada = ScopeNode.of(status(0));

  private ScopeStatus status(long used) {
    var limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(1_000));
    var its =
        new LimitStatus(
            limit, 1_000, 0, used, Optional.of(windowEnd), 0, new Standing.Within(), Money.ZERO);
    var tokens =
        new TypeStatus(
            ResourceType.TOKENS,
            0,
            used,
            List.of(its),
            OptionalLong.of(1_000 - used),
            Optional.of(limit.ref()));
    return new ScopeStatus(
        ADA,
        List.of(tokens),
        0,
        0,
        0,
        ScopeStatus.AlertCounts.NONE,
        0,
        Money.ZERO,
        Optional.empty());
  }

  private void at(long seconds, long used) {
    curves.sample(frame(seconds, used));
  }

  private LiveFrame frame(long seconds, long used) {
    ScopeStatus now = status(used);
    ada = ScopeNode.of(now);
    return new LiveFrame(BEGIN.plusSeconds(seconds), 0, List.of(now), Optional.empty(), 0, 1, 0, 0);
  }

  @ParameterizedTest(name = "from {0} to {1}: {2} {3}")
  @CsvSource(
      textBlock =
          """
          100, 220, RISES,  +12 %
          220, 100, FALLS,  −12 %
          100, 110, RISES,  +1 %
          100, 109, STEADY, steady
          100, 100, STEADY, steady
          """)
  @DisplayName("is the change of use in hundredths of the allowance; less than one is steady")
  void tells(long before, long now, TrendReading.Direction direction, String amount) {
    at(0, before);
    at(60, now);
    TrendReading trend = trends.of(ada);
    assertThat(trend.direction()).isEqualTo(direction);
    assertThat(trend.amount()).isEqualTo(amount);
    assertThat(trend.span()).isEqualTo("in 1 min");
  }

  @Test
  @DisplayName("is forgotten at once where somebody goes back to an instant")
  void goesBack() {
    long second = 1_000_000_000;
    curves.follow(frame(0, 100), second);
    curves.follow(frame(60, 400), 2 * second);
    curves.follow(frame(30, 220), 2 * second + 1);
    assertThat(trends.of(ada).direction()).isEqualTo(TrendReading.Direction.UNKNOWN);
  }

  @Test
  @DisplayName("begins anew with the first frame of that instant that shows the scope")
  void beginsAnew() {
    long second = 1_000_000_000;
    curves.follow(frame(60, 400), second);
    curves.follow(
        new LiveFrame(BEGIN.plusSeconds(30), 0, List.of(), Optional.empty(), 0, 1, 0, 0),
        second + 1);
    curves.follow(frame(30, 220), second + 2);
    assertThat(curves.of(ADA, ResourceType.TOKENS))
        .hasValueSatisfying(curve -> assertThat(curve.used().size()).isEqualTo(1));
  }

  @Test
  @DisplayName("says exactly what changed, on hover")
  void isExact() {
    at(0, 100);
    at(90, 223);
    assertThat(trends.of(ada).sentence())
        .startsWith("Tokens: +123 tokens, from 100 tokens to 223 tokens in the last 1 min 30 s.");
  }

  @Test
  @DisplayName("looks back five minutes, the first and the last of them included")
  void looksBack() {
    at(0, 900);
    at(10, 100);
    at(310, 300);
    TrendReading trend = trends.of(ada);
    assertThat(trend.amount()).isEqualTo("+20 %");
    assertThat(trend.curve()).containsExactly(0.0, 1.0);
  }

  @Test
  @DisplayName(
      "is not told over less than five seconds, nor across a time of which nothing is known")
  void isUnknown() {
    at(0, 100);
    at(4, 200);
    assertThat(trends.of(ada).direction()).isEqualTo(TrendReading.Direction.UNKNOWN);
    at(5, 200);
    assertThat(trends.of(ada).amount()).isEqualTo("+10 %");
    curves.interrupt(BEGIN.plusSeconds(6).toEpochMilli());
    at(30, 300);
    assertThat(trends.of(ada).direction()).isEqualTo(TrendReading.Direction.UNKNOWN);
  }

  @Test
  @DisplayName("begins anew with a window of the limit, whose use has fallen to nothing")
  void beginsWithWindow() {
    at(0, 900);
    windowEnd = windowEnd.plusSeconds(3_600);
    at(60, 0);
    at(90, 50);
    TrendReading trend = trends.of(ada);
    assertThat(trend.direction()).isEqualTo(TrendReading.Direction.RISES);
    assertThat(trend.amount()).isEqualTo("+5 %");
  }
}
