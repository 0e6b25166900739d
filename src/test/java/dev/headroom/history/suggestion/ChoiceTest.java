package dev.headroom.history.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of suggestions, those are chosen that go together:")
final class ChoiceTest {
  private static final LimitKey DAILY =
      new LimitKey(ResourceType.TOKENS, Optional.of(Period.of("P1D")));
  private static final LimitKey HOURLY =
      new LimitKey(ResourceType.TOKENS, Optional.of(Period.of("PT1H")));
  private static final LimitKey MEMORY = new LimitKey(ResourceType.MEMORY, Optional.empty());

  private static Suggestion of(String path, Remedy remedy, int saved) {
    return new Suggestion(
        ScopePath.of(path),
        Optional.of(ResourceType.TOKENS),
        remedy,
        List.of(),
        new Gain(Measure.DENIED, BigDecimal.valueOf(100), BigDecimal.valueOf(100 - saved)),
        BigDecimal.valueOf(saved),
        Degree.LOW,
        Degree.HIGH,
        List.of());
  }

  private static Suggestion raise(String path, LimitKey limit) {
    return of(path, new Remedy.RaiseAllowance(limit, 10, 20), 50);
  }

  private static Suggestion reduce(String path, LimitKey limit) {
    return of(path, new Remedy.ReduceAllowance(limit, 20, 10), 50);
  }

  private static Suggestion move(String parent, String from, String to) {
    return of(
        parent,
        new Remedy.Rebalance(
            DAILY,
            List.of(
                new Remedy.Rebalance.Share(ScopePath.of(from), 20, 10),
                new Remedy.Rebalance.Share(ScopePath.of(to), 10, 20))),
        60);
  }

  @Test
  @DisplayName("never two about the same limit")
  void sameLimit() {
    Suggestion raise = raise("/user:ada", DAILY);
    assertThat(Choice.of(List.of(reduce("/user:ada", DAILY), raise))).containsExactly(raise);
  }

  @Test
  @DisplayName("none that raises what another lends away")
  void lentAway() {
    Suggestion move = move("/", "/user:ada", "/user:bob");
    assertThat(Choice.of(List.of(raise("/user:ada", DAILY), move))).containsExactly(move);
  }

  @Test
  @DisplayName("none that lowers above what another raises below, of one type")
  void aboveAndBelow() {
    Suggestion raise = raise("/user:ada/swarm:s", HOURLY);
    Suggestion elsewhere = reduce("/user:bob", DAILY);
    Suggestion otherType = reduce("/user:ada", MEMORY);
    assertThat(Choice.of(List.of(reduce("/user:ada", DAILY), elsewhere, otherType, raise)))
        .containsExactlyInAnyOrder(raise, elsewhere, otherType);
  }

  @Test
  @DisplayName("of several ways to do one thing, the best")
  void best() {
    Suggestion good = of("/", new Remedy.Batch("work", 10), 80);
    Suggestion better = of("/", new Remedy.Batch("work", 20), 90);
    assertThat(Choice.of(List.of(good, better))).containsExactly(better);
  }

  @Test
  @DisplayName("of a cheaper category and a cheaper type for the same work, the better one")
  void categoryOrType() {
    Suggestion category = of("/", new Remedy.Substitute("work", "large", "small"), 60);
    Suggestion type =
        of("/", new Remedy.SubstituteType("work", ResourceType.COMPUTE, ResourceType.TIME), 70);
    assertThat(Choice.of(List.of(category, type))).containsExactly(type);
  }
}
