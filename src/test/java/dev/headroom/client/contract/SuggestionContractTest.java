package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Suggestions of any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class SuggestionContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  SuggestionContractTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    world = new World(where, data);
    instance = world.instance();
    world.limit(ADA, Limit.Terms.hard(10_000).per(Period.of("PT5M")));
    world.pass(Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void useALittleFor(int windows) {
    useALittleFor(0, windows);
  }

  private void useALittleFor(int from, int to) {
    for (int window = from; window < to; window++) {
      AllocationId allocation = World.granted(world.allocate("r" + window, ADA, 1_000));
      UsageRecord usage = UsageRecord.of(allocation, ResourceType.TOKENS, 900);
      World.decided(instance.recordUsage(new RequestId("u" + window), usage));
      World.decided(instance.release(new RequestId("e" + window), allocation));
      world.pass(Duration.ofMinutes(5));
    }
  }

  private Advice advice(ScopePath below) {
    return World.decided(
        instance.advisor().suggestions(SuggestionQuery.of(below), new Cancellation(), _ -> {}));
  }

  @Test
  @DisplayName("are none while too little has happened")
  void tooYoung() {
    Advice advice = advice(ScopePath.ROOT);
    assertThat(advice.isTooYoung()).isTrue();
    assertThat(advice.suggestions()).isEmpty();
  }

  @Test
  @DisplayName("say what to change and what that would bring, and can be applied")
  void applied() {
    useALittleFor(12);
    Suggestion suggestion = advice(ADA).suggestions().getFirst();
    assertThat(suggestion.remedy()).isInstanceOf(Remedy.ReduceAllowance.class);
    assertThat(suggestion.gain().saved()).isPositive();
    World.decided(
        instance.apply(
            new Command.ApplyChanges(
                new RequestId("as-suggested"), suggestion.changes(), "op", "as suggested")));
    assertThat(advice(ADA).suggestions()).isEmpty();
  }

  @Test
  @DisplayName("are about what is at and below the scope that is asked for")
  void below() {
    useALittleFor(12);
    assertThat(advice(ScopePath.of("/user:bob")).suggestions()).isEmpty();
    assertThat(advice(ScopePath.of("/user:bob")).requests()).isZero();
    assertThat(advice(ScopePath.ROOT).requests()).isEqualTo(12);
  }

  @Test
  @DisplayName("stay away once they are dismissed, and come back when they are recalled")
  void dismissed() {
    useALittleFor(12);
    Suggestion suggestion = advice(ADA).suggestions().getFirst();
    Dismissal dismissal =
        Dismissal.of(suggestion, "op", "the quarter's end is near", Instant.EPOCH);
    Dismissal kept = World.decided(instance.advisor().dismiss(dismissal));
    assertThat(kept.at()).isEqualTo(instance.info().now());
    Advice without = advice(ADA);
    assertThat(without.suggestions()).isEmpty();
    assertThat(without.dismissed())
        .singleElement()
        .satisfies(each -> assertThat(each.why()).isEqualTo(kept));
    Dismissal.Recall recall = new Dismissal.Recall(suggestion.id(), suggestion.path());
    assertThat(World.decided(instance.advisor().recall(recall))).isTrue();
    assertThat(World.decided(instance.advisor().recall(recall))).isFalse();
    assertThat(advice(ADA).suggestions()).hasSize(1);
  }

  @Test
  @DisplayName("come back by themselves once what they are about has changed")
  void changed() {
    useALittleFor(12);
    Suggestion suggestion = advice(ADA).suggestions().getFirst();
    World.decided(
        instance.advisor().dismiss(Dismissal.of(suggestion, "op", "not now", Instant.EPOCH)));
    Limit more =
        new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(20_000).per(Period.of("PT5M")));
    long version = World.decided(instance.scope(ADA)).version();
    World.decided(world.apply("more", new Change.PutLimits(ADA, List.of(more), version)));
    useALittleFor(20, 32);
    assertThat(advice(ADA).suggestions()).hasSize(1);
  }

  @Test
  @DisplayName("can be cancelled")
  void cancelled() {
    useALittleFor(3);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(instance.advisor().suggestions(SuggestionQuery.of(ADA), cancellation, _ -> {}))
        .isInstanceOf(Reply.Silence.class);
  }
}
