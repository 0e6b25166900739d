package dev.headroom.node.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionKind;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Pictures are drawn on cores that cost 30 millionths a piece, or in time that is bought. Of the
/// cores there are too few at times.
@DisplayName("To ask for a cheaper type first is suggested")
final class CheaperTypeTest {
  private static final long SEED = 20_260_302;
  private static final String DRAWING = "draw";
  private static final String LAB = "/user:lab/swarm:a/run:r1";
  private static final long MILLIS_PER_CORE = 10;

  private static Scene scene(long cores, long microsPerMilli) {
    Pool.Terms time =
        Pool.Terms.of(1_000_000_000).withCostPerUnit(Price.flat(new Money(microsPerMilli)));
    return new Scene(SEED)
        .limit("/user:lab", ResourceType.COMPUTE, cores, "")
        .pool(new Pool(new PoolId("rented"), ScopePath.ROOT, ResourceType.TIME, time))
        .with(drawing(LAB, ResourceType.COMPUTE, 500, 1_000).in("", new Money(30)));
  }

  private static Caller drawing(String path, ResourceType type, long least, long most) {
    return Caller.at(path, type, least, most).forPurpose(DRAWING).taking(Duration.ofSeconds(45));
  }

  private static Scene naming(long cores, long microsPerMilli) {
    return scene(cores, microsPerMilli).naming(DRAWING, ResourceType.TIME, MILLIS_PER_CORE).begun();
  }

  @Test
  @DisplayName("to work that names it as the alternative, had to take it at times, and paid less")
  void cheaper() {
    Suggestion suggestion =
        SuggestionScenarioTest.requireRight(SuggestionKind.SUBSTITUTE, () -> naming(4_000, 1));

    assertThat(suggestion.remedy())
        .isEqualTo(new Remedy.SubstituteType(DRAWING, ResourceType.COMPUTE, ResourceType.TIME));
    assertThat(suggestion.gain().measure()).isEqualTo(Measure.COST);
    assertThat(suggestion.changes()).as("callers must change").isEmpty();
    assertThat(suggestion.risk()).isEqualTo(Degree.LOW);
    assertThat(suggestion.figure(Measure.ALTERNATIVE)).isPresent();
    assertThat(suggestion.figure(Measure.PRICE).orElseThrow().doubleValue())
        .isBetween(180.0, 220.0);
  }

  @Test
  @DisplayName("not where it is no cheaper for what it takes, though a unit of it is")
  void dearer() {
    SuggestionScenarioTest.requireSilent(SuggestionKind.SUBSTITUTE, () -> naming(4_000, 3));
  }

  @Test
  @DisplayName("not where nobody has taken it yet: nobody knows what it would cost")
  void neverTaken() {
    SuggestionScenarioTest.requireSilent(SuggestionKind.SUBSTITUTE, () -> naming(40_000, 1));
  }

  @Test
  @DisplayName("not to work that does not name it, though others do the same with it for less")
  void notNamed() {
    SuggestionScenarioTest.requireSilent(
        SuggestionKind.SUBSTITUTE,
        () ->
            scene(40_000, 1)
                .with(drawing("/user:bob/swarm:b/run:r1", ResourceType.TIME, 5_000, 10_000))
                .begun());
  }
}
