package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Reply;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.Explanation;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reading")
final class ReadingsTest {
  private final SmallWorld world = SmallWorld.open();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  @DisplayName("of a row puts the most pressing type first, with its share and amounts")
  void barsByPressure() {
    List<BarReading> bars = Readings.bars(scope("/user:ada/swarm:s1"));
    assertThat(bars).extracting(BarReading::name).startsWith("Tokens", "Memory");
    BarReading tokens = bars.getFirst();
    assertThat(tokens.level()).isEqualTo(Level.CRITICAL);
    assertThat(tokens.percent()).isEqualTo("97 %");
    assertThat(tokens.detail()).isEqualTo("39k of 40k");
    assertThat(tokens.used()).isEqualTo(tokens.consumed() + tokens.reserved());
  }

  @Test
  @DisplayName("of headroom is never unlimited below a binding ancestor, and names it")
  void namesWhoBinds() {
    HeadroomReading step = Readings.headroom(scope("/user:ada/swarm:s1/run:r7/step:3"));
    assertThat(step.amount()).isEqualTo("1k");
    assertThat(step.binding()).isEqualTo("bound by swarm s1");
    HeadroomReading swarm = Readings.headroom(scope("/user:ada/swarm:s1"));
    assertThat(swarm.binding()).isEqualTo("own limit");
  }

  @Test
  @DisplayName("of what is used beyond a limit says by how much, at its own scope only")
  void saysHowMuchOver() {
    assertThat(Readings.headroom(scope("/user:bot-ci")).amount()).isEqualTo("−14k");
    assertThat(Readings.headroom(scope("/user:bot-ci/run:build-881")).amount()).isEqualTo("0");
    assertThat(Readings.bars(scope("/user:bot-ci")).getFirst().level()).isEqualTo(Level.OVER);
  }

  @Test
  @DisplayName("of a chain lists limits from / down and the pool, and marks the one that binds")
  void chains() {
    var reply =
        world.instance().explain(ScopePath.of("/user:ada/swarm:s1/run:r8"), ResourceType.TOKENS);
    List<ChainReading> chain = Readings.chain(decided(reply));
    assertThat(chain)
        .extracting(ChainReading::scope)
        .containsExactly("/", "user ada", "swarm s1", "/");
    assertThat(chain).extracting(ChainReading::binding).containsExactly(false, false, true, false);
    assertThat(chain.get(2).terms()).isEqualTo("limit 40k per day · hard");
    assertThat(chain.getLast().terms()).isEqualTo("pool llm · refills 50k per 1 min");
  }

  private ScopeStatus scope(String path) {
    return decided(world.instance().scope(ScopePath.of(path)));
  }

  private static <T> T decided(Reply<T> reply) {
    if (reply instanceof Reply.Decided<T>(var value)) {
      return value;
    }
    throw new AssertionError(reply);
  }

  @Test
  @DisplayName("of an explanation without links is an empty chain")
  void emptyChain() {
    var nothing =
        new Explanation(ScopePath.ROOT, ResourceType.TIME, List.of(), java.util.Optional.empty());
    assertThat(Readings.chain(nothing)).isEmpty();
  }
}
