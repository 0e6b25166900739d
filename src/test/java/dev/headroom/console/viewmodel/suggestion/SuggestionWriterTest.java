package dev.headroom.console.viewmodel.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Samples;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionKind;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A suggestion in words")
final class SuggestionWriterTest {
  private final SuggestionWriter writer = new SuggestionWriter(ZoneOffset.UTC);

  static Stream<Remedy> remedies() {
    return Samples.remedies().stream();
  }

  private SuggestionReading reading(Remedy remedy) {
    return writer.reading(
        new Suggestion(
            ScopePath.of("/user:ada"),
            Optional.of(ResourceType.MEMORY),
            remedy,
            List.of(),
            new Gain(Measure.COST, BigDecimal.TEN, BigDecimal.ONE),
            BigDecimal.ONE,
            Degree.LOW,
            Degree.HIGH,
            List.of()),
        Optional.empty());
  }

  @Test
  @DisplayName("is there for whatever can be suggested, of each of the ten kinds")
  void everything() {
    assertThat(Samples.remedies().stream().map(Object::getClass).map(Class.class::cast))
        .containsExactlyInAnyOrder(Remedy.class.getPermittedSubclasses());
    assertThat(Samples.remedies().stream().map(Remedy::kind).distinct())
        .containsExactlyInAnyOrder(SuggestionKind.values());
    Set<String> told =
        Samples.remedies().stream()
            .map(remedy -> reading(remedy).what())
            .collect(Collectors.toSet());
    assertThat(told).hasSameSizeAs(Samples.remedies());
  }

  @ParameterizedTest
  @MethodSource("remedies")
  @DisplayName(
      "can be staged where it changes the configuration, and else says what callers change")
  void stagedOrTold(Remedy remedy) {
    SuggestionReading reading = reading(remedy);
    assertThat(reading.isConfiguration()).isEqualTo(remedy.kind().isConfiguration());
    assertThat(reading.how()).doesNotContain("suggestion.");
    assertThat(reading.title() + reading.what()).doesNotContain("suggestion.");
  }

  @Test
  @DisplayName("names both types where one is to be asked for first")
  void types() {
    SuggestionReading reading =
        reading(new Remedy.SubstituteType("draw", ResourceType.COMPUTE, ResourceType.TIME));
    assertThat(reading.title()).isEqualTo("Ask for the cheaper type first");
    assertThat(reading.what())
        .isEqualTo("“draw”: ask for Time first, and for Compute only where that cannot be had");
    assertThat(reading.how()).startsWith("For callers to change: the order");
  }
}
