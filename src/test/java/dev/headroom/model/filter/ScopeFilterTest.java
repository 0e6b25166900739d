package dev.headroom.model.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A filter of scopes")
final class ScopeFilterTest {
  @Test
  @DisplayName("is a list of words, names, states and comparisons, each of which may be negated")
  void reads() {
    assertThat(
            ScopeFilter.of(" Nightly user:bot* tokens>80 memory.left<=2GiB waiting!=0 !state:idle")
                .terms())
        .containsExactly(
            new Term.Contains(new Glob("nightly")),
            new Term.Named(ScopeKind.USER, new Glob("bot*")),
            compares(Term.Measure.PERCENT, Optional.of(ResourceType.TOKENS), Comparison.MORE, 80),
            compares(
                Term.Measure.LEFT, Optional.of(ResourceType.MEMORY), Comparison.AT_MOST, 2L << 30),
            compares(Term.Measure.WAITING, Optional.empty(), Comparison.DIFFERENT, 0),
            new Term.Not(new Term.In(Term.State.IDLE)));
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource({
    "tokens>80, PERCENT, 80",
    "tokens>80%, PERCENT, 80",
    "tokens>10k, USED, 10000",
    "tokens.used>80, USED, 80",
    "api_calls.limit>1.5k, LIMIT, 1500",
    "time.used>2h, USED, 7200000",
    "compute.left>1.5cores, LEFT, 1500",
    "cost>10, COST, 10000000",
    "cost>=1.5k, COST, 1500000000",
    "cost<0.000001, COST, 1",
    "changed<5m, CHANGED, 300000",
    "changed>1500ms, CHANGED, 1500",
  })
  @DisplayName("compares percent where a type stands alone without a unit, and amounts otherwise")
  void units(String text, Term.Measure measure, long value) {
    assertThat(ScopeFilter.of(text).terms().getFirst())
        .isInstanceOfSatisfying(
            Term.Compares.class,
            term -> {
              assertThat(term.measure()).isEqualTo(measure);
              assertThat(term.value()).isEqualTo(value);
            });
  }

  @ParameterizedTest(name = "{0}: {1} from {2} to {3}")
  @CsvSource({
    "a tokns>8, FIELD, 2, 7",
    "owner:ada, FIELD, 0, 5",
    "state:busy, STATE, 6, 10",
    "tokens>many, NUMBER, 7, 11",
    "tokens.used>0.5, NUMBER, 12, 15",
    "cost>much, NUMBER, 5, 9",
    "cost>0.0000001, NUMBER, 5, 14",
    "cost>9300000000000, NUMBER, 5, 18",
    "changed<5miles, NUMBER, 8, 14",
    "tokens>, MISSING, 0, 7",
    "a !, MISSING, 2, 3",
  })
  @DisplayName("that means nothing says where and why")
  void faults(String text, FilterFault.Reason reason, int from, int to) {
    assertThat(FilterReading.of(text))
        .isInstanceOfSatisfying(
            FilterReading.Faulty.class,
            faulty -> {
              assertThat(faulty.fault().reason()).isEqualTo(reason);
              assertThat(faulty.fault().from()).isEqualTo(from);
              assertThat(faulty.fault().to()).isEqualTo(to);
            });
    assertThatThrownBy(() -> ScopeFilter.of(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("at character " + (from + 1));
  }

  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "bot*, bot-ci, true",
    "bot*, robot, false",
    "*bot, robot, true",
    "a*a, a, false",
    "a*b*c, aXbYc, true",
    "a*b*c, acb, false",
    "Ada, ada, true",
    "ad, ada, false",
  })
  @DisplayName("lets a star stand for anything")
  void stars(String glob, String name, boolean matches) {
    assertThat(new Glob(glob).matches(name.toLowerCase(java.util.Locale.ROOT))).isEqualTo(matches);
  }

  private static Term compares(
      Term.Measure measure, Optional<ResourceType> type, Comparison comparison, long value) {
    return new Term.Compares(measure, type, comparison, value);
  }
}
