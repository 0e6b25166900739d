package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Amount;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is said about a soft limit")
final class SoftnessTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Overage CHARGED = new Overage.Charged(1500, Optional.empty());
  private static final Standing GRACE = new Standing.Grace(NOW.plusSeconds(240));

  private static LimitStatus limit(
      long used, Enforcement enforcement, Standing standing, long chargedMicros) {
    Limit.Terms terms = Limit.Terms.hard(100).withEnforcement(enforcement);
    return new LimitStatus(
        new Limit(ScopePath.of("/user:ada"), ResourceType.TOKENS, terms),
        100,
        used,
        0,
        Optional.empty(),
        0,
        standing,
        new Money(chargedMicros));
  }

  private static Enforcement soft(int graceMinutes, Overage overage) {
    return new Enforcement.Soft(Duration.ofMinutes(graceMinutes), overage);
  }

  private static String left(LimitStatus limit) {
    return Softness.left(ResourceType.TOKENS, limit);
  }

  @Test
  @DisplayName("is what its allowance leaves, and what comes then or is going on")
  void left() {
    assertThat(left(limit(40, soft(5, CHARGED), Standing.WITHIN, 0)))
        .isEqualTo("60 left, then grace");
    assertThat(left(limit(40, soft(0, CHARGED), Standing.WITHIN, 0)))
        .isEqualTo("60 left, then charged");
    assertThat(left(limit(40, soft(0, new Overage.Refused()), Standing.WITHIN, 0)))
        .isEqualTo("60 left");
    assertThat(left(limit(150, soft(5, CHARGED), GRACE, 0))).isEqualTo("50 over, in grace");
    assertThat(left(limit(150, soft(5, CHARGED), Standing.OVERAGE, 0)))
        .isEqualTo("50 over, charged");
    assertThat(left(limit(150, soft(5, new Overage.Refused()), Standing.OVERAGE, 0)))
        .isEqualTo("50 over");
    assertThat(left(limit(150, Enforcement.HARD, Standing.WITHIN, 0))).isEqualTo("50 over");
  }

  @Test
  @DisplayName("never takes a headroom without end for a number")
  void withoutEnd() {
    assertThat(Softness.left(ResourceType.TOKENS, Amount.MAX)).isEqualTo("no end, soft limit");
    assertThat(Softness.left(ResourceType.TOKENS, 7)).isEqualTo("7 left");
  }

  @Test
  @DisplayName("names how long the grace lasts still, and what overage has cost")
  void edge() {
    assertThat(Softness.edge(limit(40, Enforcement.HARD, Standing.WITHIN, 0), NOW))
        .isEqualTo("nothing more is granted");
    assertThat(Softness.edge(limit(40, soft(5, CHARGED), Standing.WITHIN, 0), NOW))
        .isEqualTo("granted for 5 min, then charged");
    assertThat(Softness.edge(limit(150, soft(5, CHARGED), GRACE, 0), NOW))
        .isEqualTo("in grace for 4 min");
    assertThat(Softness.edge(limit(150, soft(5, CHARGED), Standing.OVERAGE, 0), NOW))
        .isEqualTo("grace is over");
    assertThat(Softness.note(limit(150, soft(5, CHARGED), Standing.OVERAGE, 3_200_000), NOW))
        .isEqualTo(" · overage, 3.2 credits charged");
    assertThat(Softness.note(limit(40, soft(5, CHARGED), Standing.WITHIN, 0), NOW)).isEmpty();
  }
}
