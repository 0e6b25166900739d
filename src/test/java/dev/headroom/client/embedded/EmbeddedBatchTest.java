package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A batch (A6) given to an embedded instance")
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EmbeddedBatchTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Instance instance;

  EmbeddedBatchTest(Home home) {
    instance =
        new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, home.node(InstantSource.fixed(NOW)));
  }

  private static Command.Allocate ask(String id, long amount) {
    return new Command.Allocate(
        new RequestId(id),
        AllocationRequest.of(ADA, RequestLine.required(ResourceType.TOKENS, amount)));
  }

  private static Command.AllocateBatch batch(String id, Command.Allocate... requests) {
    return new Command.AllocateBatch(new RequestId(id), true, List.of(requests));
  }

  @Test
  @DisplayName("is decided as a whole, refused as a whole, and used as a whole")
  void isDecided() {
    Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(10));
    instance.apply(
        new Command.ApplyChanges(
            new RequestId("limit"),
            List.of(new Change.PutLimits(ADA, List.of(limit), 0)),
            "op",
            "as told"));
    assertThat(instance.allocateAll(batch("x", ask("a", 6), ask("b", 5))))
        .isInstanceOfSatisfying(
            Reply.Decided.class,
            decided -> assertThat(decided.value()).isInstanceOf(Outcome.BatchDenied.class));
    Reply<Outcome.OfBatch> granted = instance.allocateAll(batch("y", ask("a", 6), ask("b", 4)));
    assertThat(granted).isInstanceOf(Reply.Decided.class);
    assertThat(instance.allocateAll(batch("z", ask("a", 6))))
        .isEqualTo(new Reply.Refused<>(new Refusal.RequestIdConflict(new RequestId("a"))));
    Outcome.Batched batched = (Outcome.Batched) ((Reply.Decided<?>) granted).value();
    Outcome.Granted first = (Outcome.Granted) batched.answers().getFirst();
    UsageRecord usage = UsageRecord.of(first.allocation(), ResourceType.TOKENS, 6);
    assertThat(
            instance.recordAll(
                new Command.RecordUsageBatch(
                    new RequestId("u"),
                    List.of(new Command.RecordUsage(new RequestId("u1"), usage)))))
        .isInstanceOf(Reply.Decided.class);
    assertThat(instance.scope(ADA)).asString().contains("consumed=6");
  }
}
