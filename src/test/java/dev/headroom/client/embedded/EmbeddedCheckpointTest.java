package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.CheckpointPage;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A checkpoint at an embedded instance")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedCheckpointTest {
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r1");
  private static final CheckpointId FIRST = new CheckpointId(1);
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Instance instance;

  EmbeddedCheckpointTest(Home home) {
    instance =
        new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, home.node(InstantSource.fixed(NOW)));
  }

  private static <T> T decided(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Reply.Decided.class);
    return ((Reply.Decided<T>) reply).value();
  }

  private static Command.RestoreCheckpoint restore(String id) {
    return new Command.RestoreCheckpoint(
        new RequestId(id), FIRST, AllocationRequest.LEASE_DEFAULT, false);
  }

  @Test
  @DisplayName("is taken, seen, restored and forgotten")
  void lives() {
    AllocationRequest request =
        AllocationRequest.of(RUN, RequestLine.required(ResourceType.TOKENS, 7));
    decided(instance.allocate(new RequestId("a"), request));
    assertThat(decided(instance.takeCheckpoint(new RequestId("k"), RUN)))
        .isEqualTo(new Outcome.CheckpointTaken(FIRST, 1));
    Checkpoint kept = decided(instance.checkpoint(FIRST));
    assertThat(kept.at()).isEqualTo(NOW);
    assertThat(decided(instance.checkpoints(ScopePath.ROOT, 0, 10)))
        .isEqualTo(new CheckpointPage(List.of(kept), 1));
    assertThat(decided(instance.checkpoints(ScopePath.ROOT, 1, 10)))
        .isEqualTo(new CheckpointPage(List.of(), 1));
    decided(instance.closeScope(new RequestId("close"), RUN));
    assertThat(decided(instance.restore(restore("r")))).isInstanceOf(Outcome.Restored.class);
    assertThat(instance.scope(RUN)).asString().contains("reserved=7");
    assertThat(decided(instance.forgetCheckpoint(new RequestId("f"), FIRST)))
        .isEqualTo(new Outcome.CheckpointForgotten());
    Refusal gone = new Refusal.UnknownCheckpoint(FIRST);
    assertThat(instance.checkpoint(FIRST)).isEqualTo(new Reply.Refused<>(gone));
    assertThat(instance.restore(restore("r2"))).isEqualTo(new Reply.Refused<>(gone));
    assertThat(gone.sentence()).contains("no checkpoint k1");
  }
}
