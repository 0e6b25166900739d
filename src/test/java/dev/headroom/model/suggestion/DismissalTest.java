package dev.headroom.model.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A dismissal")
final class DismissalTest {
  private static final LimitKey MEMORY = new LimitKey(ResourceType.MEMORY, Optional.empty());

  private static Suggestion suggestion(String path, long from, String hourly) {
    return new Suggestion(
        ScopePath.of(path),
        Optional.of(ResourceType.MEMORY),
        new Remedy.ReduceAllowance(MEMORY, from, 10),
        List.of(),
        new Gain(Measure.NEVER_USED, BigDecimal.TEN, BigDecimal.ZERO),
        new BigDecimal(hourly),
        Degree.LOW,
        Degree.HIGH,
        List.of());
  }

  @ParameterizedTest(name = "{0}, limit {1}, {2} an hour: {3}")
  @CsvSource(
      textBlock =
          """
          /user:ada, 100, 8,     true
          /user:ada, 100, 1,     true
          /user:ada, 100, 9.999, true
          /user:ada, 100, 10,    false
          /user:ada, 200, 8,     false
          /user:bob, 100, 8,     false
          """)
  @DisplayName("holds until its evidence changes")
  void covers(String path, long from, String hourly, boolean covered) {
    Dismissal dismissal =
        Dismissal.of(suggestion("/user:ada", 100, "8"), "ops", "not now", Instant.EPOCH);
    assertThat(dismissal.covers(suggestion(path, from, hourly))).isEqualTo(covered);
  }

  @Test
  @DisplayName("says who and why")
  void saysWhy() {
    assertThatThrownBy(
            () -> Dismissal.of(suggestion("/user:ada", 100, "8"), "ops", " ", Instant.EPOCH))
        .isInstanceOf(InvalidValueException.class);
  }
}
