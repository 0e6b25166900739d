package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A node that is asked what if")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedWhatIfTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Node node;

  EmbeddedWhatIfTest(Home home) {
    node = home.node(InstantSource.fixed(NOW));
  }

  private static List<Change> changes() {
    Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(0));
    return List.of(new Change.PutLimits(ADA, List.of(limit), 0));
  }

  @ParameterizedTest(name = "at look {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @DisplayName("ends wherever it is cancelled, and nothing has happened")
  void cancelledOnTheWay(int look) {
    String before = node.stateHash();
    AtomicInteger looks = new AtomicInteger();
    assertThat(node.whatIf(changes(), () -> looks.incrementAndGet() >= look)).isEmpty();
    assertThat(looks).hasValue(look);
    assertThat(node.stateHash()).isEqualTo(before);
  }
}
