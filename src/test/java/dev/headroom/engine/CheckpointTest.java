package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.forgetCheckpoint;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.restore;
import static dev.headroom.engine.Deed.separately;
import static dev.headroom.engine.Deed.takeCheckpoint;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A checkpoint of a run's resource state")
final class CheckpointTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String RUN = "/user:ada/run:r1";
  private static final String STEP = "/user:ada/run:r1/step:1";

  private static Checkpoint checkpoint(Story story, long id) {
    return story.look().checkpoint(new CheckpointId(id)).orElseThrow();
  }

  private static List<Long> ids(Story story, String below) {
    return story.look().checkpoints(ScopePath.of(below), 0, Integer.MAX_VALUE).stream()
        .map(checkpoint -> checkpoint.id().value())
        .toList();
  }

  private static Deed.Ask[] thousand(String path) {
    List<Deed.Ask> asks = new ArrayList<>();
    while (asks.size() < Checkpoint.ALLOCATIONS_MAX) {
      asks.add(allocate("", path, MEMORY, 1));
    }
    return asks.toArray(Deed.Ask[]::new);
  }

  @Test
  @DisplayName(
      "keeps of each live allocation at and below the scope what it has and what it is for")
  void keeps() {
    given(limit("/", TOKENS, 1000))
        .when(
            allocate("a", RUN, required(TOKENS, 100).atLeast(60), required(MEMORY, 7))
                .to("to think")
                .negotiable(),
            allocate("b", STEP, TOKENS, 50).as(Priority.HIGH).requeued(),
            allocate("other", ADA, TOKENS, 1),
            use("a", TOKENS, 30),
            use("a", MEMORY, 5),
            takeCheckpoint(RUN))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(1), 2))
        .thenTells(new Event.CheckpointTaken(ScopePath.of(RUN), new CheckpointId(1), 2))
        .then(story ->
            assertThat(checkpoint(story, 1))
                .isEqualTo(
                    new Checkpoint(
                        new CheckpointId(1),
                        ScopePath.of(RUN),
                        story.now(),
                        List.of(
                            new Checkpoint.Total(TOKENS, 120, 30),
                            new Checkpoint.Total(MEMORY, 7, 5)),
                        List.of(
                            new Checkpoint.Kept(
                                story.allocation("b"),
                                ScopePath.of(STEP),
                                Priority.HIGH,
                                Map.of(),
                                true,
                                "",
                                Map.of(),
                                List.of(new AllocationStatus.Line(TOKENS, 50, 0))),
                            new Checkpoint.Kept(
                                story.allocation("a"),
                                ScopePath.of(RUN),
                                Priority.NORMAL,
                                Map.of(TOKENS, 60L, MEMORY, 7L),
                                false,
                                "to think",
                                Map.of(),
                                List.of(
                                    new AllocationStatus.Line(TOKENS, 70, 30),
                                    new AllocationStatus.Line(MEMORY, 7, 5)))))));
  }

  @Test
  @DisplayName("tells what was used by those that have ended, and keeps nothing that only waits")
  void tellsWhatWasUsed() {
    given(limit(RUN, MEMORY, 10))
        .when(
            allocate("gone", RUN, required(TOKENS, 9), required(MEMORY, 10)),
            use("gone", TOKENS, 9),
            allocate("waits", RUN, MEMORY, 1).waiting("PT1H"),
            takeCheckpoint(RUN),
            release("gone"),
            release("waits"),
            takeCheckpoint(RUN))
        .then(story -> {
          assertThat(checkpoint(story, 1).allocations())
              .extracting(Checkpoint.Kept::allocation)
              .containsExactly(story.allocation("gone"));
          assertThat(checkpoint(story, 2).totals())
              .containsExactly(new Checkpoint.Total(TOKENS, 0, 9));
          assertThat(checkpoint(story, 2).allocations()).isEmpty();
        });
  }

  @Test
  @DisplayName("of no scope is refused and changes nothing")
  void ofNoScope() {
    given(limit(ADA, TOKENS, 10))
        .when(takeCheckpoint(RUN))
        .thenRefuses(new Refusal.UnknownScope(ScopePath.of(RUN)));
  }

  @Test
  @DisplayName("has at most as many allocations as a batch; with one more it is refused")
  void atMostThousand() {
    given(limit(BOB, TOKENS, 10))
        .when(separately("a", thousand(RUN)), takeCheckpoint(RUN))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(1), Checkpoint.ALLOCATIONS_MAX))
        .when(allocate("more", STEP, TOKENS, 1), takeCheckpoint(RUN))
        .thenRefuses(
            new Refusal.TooManyAllocations(
                ScopePath.of(RUN), Checkpoint.ALLOCATIONS_MAX + 1, Checkpoint.ALLOCATIONS_MAX))
        .when(takeCheckpoint(STEP))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(2), 1));
  }

  @Test
  @DisplayName("gives way to a newer one where its scope has the most it may have")
  void givesWay() {
    Story story = given(limit(ADA, TOKENS, 10), limit(BOB, TOKENS, 10)).when(takeCheckpoint(BOB));
    for (int taken = 0; taken < Checkpoint.PER_SCOPE_MAX; taken++) {
      story.when(takeCheckpoint(ADA));
    }
    assertThat(ids(story, "/")).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    story
        .when(takeCheckpoint(ADA))
        .thenTells(
            new Event.CheckpointForgotten(ScopePath.of(ADA), new CheckpointId(2)),
            new Event.CheckpointTaken(ScopePath.of(ADA), new CheckpointId(10), 0));
    assertThat(ids(story, "/")).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 1L);
    assertThat(ids(story, BOB)).containsExactly(1L);
    story.when(restore(2)).thenRefuses(new Refusal.UnknownCheckpoint(new CheckpointId(2)));
  }

  @Test
  @DisplayName("is refused where all together would keep too much, unless an old one makes room")
  void allTogether() {
    Story story = given(limit(BOB, TOKENS, 10));
    int weight = 0;
    long count = 0;
    for (int user = 0; weight + Checkpoint.weight(1000) <= Checkpoint.WEIGHT_MAX; user++) {
      String path = "/user:u" + user;
      story.when(separately("", thousand(path)));
      for (int taken = 0;
          taken < Checkpoint.PER_SCOPE_MAX
              && weight + Checkpoint.weight(1000) <= Checkpoint.WEIGHT_MAX;
          taken++) {
        story.when(takeCheckpoint(path)).thenIs(Outcome.CheckpointTaken.class);
        weight += Checkpoint.weight(1000);
        count++;
      }
    }
    assertThat(story.look().countCheckpoints(ScopePath.ROOT)).isEqualTo((int) count);
    story
        .when(takeCheckpoint("/user:u0"))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(count + 1), 1000))
        .when(separately("", thousand("/user:last")), takeCheckpoint("/user:last"))
        .thenAnswers(new Refusal.TooManyCheckpoints(weight, Checkpoint.WEIGHT_MAX))
        .when(forgetCheckpoint(count), takeCheckpoint("/user:last"))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(count + 2), 1000));
  }

  @Test
  @DisplayName("that is refused for want of room changes nothing")
  void noRoomChangesNothing() {
    Story story = given(limit(BOB, TOKENS, 10));
    int paths = Checkpoint.WEIGHT_MAX / Checkpoint.weight(1000) / Checkpoint.PER_SCOPE_MAX + 1;
    for (int user = 0; user < paths; user++) {
      String path = "/user:u" + user;
      story.when(separately("", thousand(path)));
      for (int taken = 0; taken < Checkpoint.PER_SCOPE_MAX; taken++) {
        story.when(takeCheckpoint(path));
      }
    }
    story.thenNothingChanged().thenIs(Refusal.TooManyCheckpoints.class);
  }

  @Test
  @DisplayName("outlives its scope, and can be forgotten, once")
  void isForgotten() {
    CheckpointId first = new CheckpointId(1);
    given(limit("/", TOKENS, 10))
        .when(allocate("a", RUN, TOKENS, 4), takeCheckpoint(RUN), close(ADA))
        .then(story -> assertThat(ids(story, RUN)).containsExactly(1L))
        .when(forgetCheckpoint(1))
        .thenAnswers(new Outcome.CheckpointForgotten())
        .thenTells(new Event.CheckpointForgotten(ScopePath.of(RUN), first))
        .then(story -> assertThat(ids(story, "/")).isEmpty())
        .when(forgetCheckpoint(1))
        .thenRefuses(new Refusal.UnknownCheckpoint(first))
        .when(restore(1))
        .thenRefuses(new Refusal.UnknownCheckpoint(first));
  }

  @Test
  @DisplayName("is taken once under one request id (A5)")
  void isTakenOnce() {
    given(limit("/", TOKENS, 10))
        .when(
            allocate("a", RUN, TOKENS, 4),
            takeCheckpoint(RUN).under("once"),
            release("a"),
            takeCheckpoint(RUN).under("once"))
        .thenAnswers(new Outcome.CheckpointTaken(new CheckpointId(1), 1))
        .thenTells()
        .when(takeCheckpoint(ADA).under("once"))
        .thenRefuses(new Refusal.RequestIdConflict(new RequestId("once")));
  }

  @Test
  @DisplayName("cannot be asked to be restored for no time")
  void forNoTime() {
    Assertions.assertThatThrownBy(() ->
            new Command.RestoreCheckpoint(
                new RequestId("r"), new CheckpointId(1), Duration.ZERO, false))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("a lease is between");
    Assertions.assertThatThrownBy(() -> new CheckpointId(0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("positive");
  }
}
