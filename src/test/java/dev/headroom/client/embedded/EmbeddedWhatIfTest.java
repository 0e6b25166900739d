package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import dev.headroom.node.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An embedded instance that is asked what if")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedWhatIfTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Node node;
  private final Instance instance;

  EmbeddedWhatIfTest(Home home) {
    node = home.node(InstantSource.fixed(NOW));
    instance = new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, node);
  }

  private static List<Change> changes(long basedOn) {
    Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(0));
    return List.of(new Change.PutLimits(ADA, List.of(limit), basedOn));
  }

  @Test
  @DisplayName("says what would be, and nothing is")
  void says() {
    String before = node.stateHash();
    assertThat(instance.whatIf(changes(0), new Cancellation()))
        .isInstanceOfSatisfying(
            Reply.Decided.class,
            decided ->
                assertThat(((WhatIf) decided.value()).levels().first())
                    .containsExactly(
                        new WhatIf.LevelChange(
                            ADA, ResourceType.TOKENS, UseLevel.UNBOUNDED, UseLevel.EXHAUSTED)));
    assertThat(node.stateHash()).isEqualTo(before);
    assertThat(instance.scope(ADA)).isEqualTo(new Reply.Refused<>(new Refusal.UnknownScope(ADA)));
  }

  @Test
  @DisplayName("refuses what would be refused")
  void refuses() {
    assertThat(instance.whatIf(changes(3), new Cancellation())).isInstanceOf(Reply.Refused.class);
  }

  @Test
  @DisplayName("is silent when cancelled or interrupted, and can be asked again")
  void cancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(instance.whatIf(changes(0), cancellation)).isInstanceOf(Reply.Silence.class);
    Thread.currentThread().interrupt();
    assertThat(instance.whatIf(changes(0), new Cancellation())).isInstanceOf(Reply.Silence.class);
    assertThat(Thread.interrupted()).isTrue();
    for (int again = 0; again <= Node.WHAT_IFS_MAX; again++) {
      assertThat(instance.whatIf(changes(0), new Cancellation())).isInstanceOf(Reply.Decided.class);
    }
  }

  @ParameterizedTest(name = "at look {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @DisplayName("ends wherever it is cancelled, and nothing has happened")
  void cancelledOnTheWay(int look) {
    String before = node.stateHash();
    AtomicInteger looks = new AtomicInteger();
    assertThat(node.whatIf(changes(0), () -> looks.incrementAndGet() >= look)).isEmpty();
    assertThat(looks).hasValue(look);
    assertThat(node.stateHash()).isEqualTo(before);
  }
}
