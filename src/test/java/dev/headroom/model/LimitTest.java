package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.Enforcement.Overage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A limit")
final class LimitTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Period DAY = Period.of("P1D");

  @Test
  @DisplayName("L1: is told from the others of its scope by its type and period")
  void key() {
    Limit daily = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(5).per(DAY));
    assertThat(daily.key()).isEqualTo(new LimitKey(ResourceType.TOKENS, Optional.of(DAY)));
    assertThat(daily.key()).hasToString("TOKENS/P1D");
    assertThat(new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(5)).key())
        .hasToString("TOKENS");
    assertThat(daily.ref())
        .isEqualTo(new ConstraintRef(ADA, ConstraintRef.Kind.LIMIT, "TOKENS/P1D"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ResourceType.class,
      names = {"MEMORY", "COMPUTE", "STORAGE", "NETWORK"})
  @DisplayName("L3: of a held type has no period")
  void heldWithPeriod(ResourceType type) {
    assertThat(type.isHeld()).isTrue();
    assertThat(new Limit(ADA, type, Limit.Terms.hard(5)).terms().period()).isEmpty();
    assertThatThrownBy(() -> new Limit(ADA, type, Limit.Terms.hard(5).per(DAY)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(type + " is held, not spent: its limits have no period (rule L3)");
  }

  @ParameterizedTest
  @EnumSource(
      value = ResourceType.class,
      names = {"CREDITS", "TOKENS", "API_CALLS", "TIME"})
  @DisplayName("L3: of a spent type may have one")
  void spentWithPeriod(ResourceType type) {
    assertThat(type.isSpent()).isTrue();
    assertThat(new Limit(ADA, type, Limit.Terms.hard(5).per(DAY)).terms().period()).contains(DAY);
  }

  @Test
  @DisplayName(
      "is hard, without period or rollover, with the default thresholds, unless said otherwise")
  void defaults() {
    Limit.Terms terms = Limit.Terms.hard(0);
    assertThat(terms.amount()).isZero();
    assertThat(terms.enforcement()).isEqualTo(Enforcement.HARD).isEqualTo(new Enforcement.Hard());
    assertThat(terms.period()).isEmpty();
    assertThat(terms.rollover()).isFalse();
    assertThat(terms.thresholds()).isEqualTo(Thresholds.DEFAULT);
    assertThat(terms.onConflict()).isEmpty();
    assertThat(terms.withAmount(7).amount()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Amount.MAX + 1})
  @DisplayName("S6: has an amount in range")
  void amount(long amount) {
    assertThatThrownBy(() -> Limit.Terms.hard(amount))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("a limit's amount must be between 0 and");
  }

  @Test
  @DisplayName("L4: rolls over only from window to window")
  void rollover() {
    assertThat(rolling(Optional.of(DAY)).rollover()).isTrue();
    assertThatThrownBy(() -> rolling(Optional.empty()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("rollover needs a period");
  }

  private static Limit.Terms rolling(Optional<Period> period) {
    return new Limit.Terms(1, period, true, Enforcement.HARD, Thresholds.DEFAULT, Optional.empty());
  }

  @Test
  @DisplayName("is ordered by path, type and period, the lifetime first")
  void order() {
    Limit lifetime = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(1));
    Limit hourly = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(1).per(Period.of("PT1H")));
    Limit daily = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(1).per(DAY));
    Limit credits = new Limit(ADA, ResourceType.CREDITS, Limit.Terms.hard(9).per(DAY));
    Limit root = new Limit(ScopePath.ROOT, ResourceType.NETWORK, Limit.Terms.hard(1));
    assertThat(Stream.of(daily, hourly, credits, lifetime, root).sorted())
        .containsExactly(root, credits, lifetime, hourly, daily);
  }

  @Nested
  @DisplayName("that is soft (L6)")
  class Soft {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT5M", "P366D"})
    @DisplayName("has a grace of up to 366 days in whole milliseconds")
    void grace(Duration grace) {
      assertThat(new Enforcement.Soft(grace, new Overage.Refused()).grace()).isEqualTo(grace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT0.0001S", "P366DT0.001S", "PT2562047788015215H"})
    @DisplayName("has no other grace")
    void noGrace(Duration grace) {
      assertThatThrownBy(() -> new Enforcement.Soft(grace, new Overage.Refused()))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageStartingWith("a grace period is between PT0S and");
    }

    @ParameterizedTest(name = "{0} thousandths: {1}")
    @CsvSource({
      "999, false",
      "1000, true",
      "1001, true",
      "1000000, true",
      "1000001, false",
      "0, false"
    })
    @DisplayName("multiplies the cost of overage by 1 to 1000")
    void multiplier(long thousandths, boolean allowed) {
      if (allowed) {
        assertThat(new Overage.Charged(thousandths, Optional.empty()).multiplierMillis())
            .isEqualTo(thousandths);
      } else {
        assertThatThrownBy(() -> new Overage.Charged(thousandths, Optional.empty()))
            .isInstanceOf(InvalidValueException.class);
      }
    }

    @Test
    @DisplayName("may cap the overage at any amount")
    void cap() {
      assertThat(new Overage.Charged(1000, Optional.of(0L)).cap()).contains(0L);
      assertThatThrownBy(() -> new Overage.Charged(1000, Optional.of(-1L)))
          .hasMessageStartingWith("an overage cap");
    }
  }

  @Nested
  @DisplayName("among those of its scope")
  class AmongOthers {
    @Test
    @DisplayName("is of that scope")
    void otherScope() {
      Limit elsewhere = new Limit(ScopePath.ROOT, ResourceType.TIME, Limit.Terms.hard(1));
      assertThatThrownBy(() -> new Change.PutLimits(ADA, List.of(elsewhere), 0))
          .hasMessage("a limit of / among those of /user:ada");
    }

    @Test
    @DisplayName("L1: is the only one for its type and period")
    void twice() {
      Limit first = new Limit(ADA, ResourceType.TIME, Limit.Terms.hard(1));
      Limit second = new Limit(ADA, ResourceType.TIME, Limit.Terms.hard(2));
      assertThatThrownBy(() -> new Change.PutLimits(ADA, List.of(first, second), 0))
          .hasMessageContaining("rule L1");
      Limit daily = new Limit(ADA, ResourceType.TIME, Limit.Terms.hard(2).per(DAY));
      assertThat(new Change.PutLimits(ADA, List.of(first, daily), 0).limits()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    @DisplayName("is one of at most 64")
    void many(int count) {
      List<Limit> limits =
          Stream.iterate(1, days -> days + 1)
              .limit(count)
              .map(days -> Limit.Terms.hard(1).per(new Period(days, Period.Unit.DAY)))
              .map(terms -> new Limit(ADA, ResourceType.TIME, terms))
              .toList();
      if (count <= Change.LIMITS_PER_SCOPE_MAX) {
        assertThat(new Change.PutLimits(ADA, limits, 0).limits()).hasSize(count);
      } else {
        assertThatThrownBy(() -> new Change.PutLimits(ADA, limits, 0))
            .hasMessage("a scope has at most 64 limits");
      }
    }
  }
}
