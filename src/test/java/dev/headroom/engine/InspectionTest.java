package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Story.begin;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.AllocationStatus.Line;
import dev.headroom.model.AllocationStatus.State;
import dev.headroom.model.Priority;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What can be seen")
final class InspectionTest {
  private static final String ADA = "/user:ada";
  private static final String RUN = "/user:ada/run:r1";

  private static ScopeStatus scope(Story story, String path) {
    return story.look().scope(ScopePath.of(path), story.now()).orElseThrow();
  }

  private static List<AllocationStatus> seen(
      Story story, String below, boolean waiting, int offset, int count) {
    return story.look().allocations(ScopePath.of(below), waiting, offset, count);
  }

  @Test
  @DisplayName("of a live allocation is what it has: reserved and consumed per type")
  void liveAllocation() {
    begin()
        .at("10:05")
        .when(
            allocate("a", RUN, required(TOKENS, 60), required(MEMORY, 8), required(TOKENS, 40))
                .as(Priority.HIGH)
                .to("index the mail"),
            use("a", TOKENS, 70),
            use("a", MEMORY, 5),
            use("a", CREDITS, 2))
        .then(story ->
            assertThat(seen(story, "/", false, 0, 10))
                .containsExactly(
                    new AllocationStatus(
                        story.allocation("a"),
                        ScopePath.of(RUN),
                        State.LIVE,
                        Priority.HIGH,
                        time("10:05"),
                        time("11:05"),
                        List.of(
                            new Line(TOKENS, 30, 70),
                            new Line(MEMORY, 8, 5),
                            new Line(CREDITS, 0, 2)),
                        List.of(),
                        "index the mail",
                        Map.of())));
  }

  @Test
  @DisplayName("of a waiting request is what it asks for, and once granted what it has")
  void waitingRequest() {
    given(limit(ADA, TOKENS, 100))
        .when(allocate("held", ADA, TOKENS, 100))
        .at("10:05")
        .when(allocate("w", RUN, required(TOKENS, 60), optional(CREDITS, 8)).waiting("PT10M"))
        .then(story ->
            assertThat(seen(story, "/", true, 0, 10))
                .containsExactly(
                    new AllocationStatus(
                        story.allocation("w"),
                        ScopePath.of(RUN),
                        State.WAITING,
                        Priority.NORMAL,
                        time("10:05"),
                        time("10:15"),
                        List.of(new Line(TOKENS, 60, 0), new Line(CREDITS, 8, 0)),
                        List.of(no(TOKENS, 60, 0, "/user:ada LIMIT TOKENS", CONTENTION)),
                        "",
                        Map.of())))
        .at("10:07")
        .when(release("held"), use("w", TOKENS, 1))
        .then(story ->
            assertThat(seen(story, "/", false, 0, 10))
                .containsExactly(
                    new AllocationStatus(
                        story.allocation("w"),
                        ScopePath.of(RUN),
                        State.LIVE,
                        Priority.NORMAL,
                        time("10:07"),
                        time("11:07"),
                        List.of(new Line(TOKENS, 59, 1), new Line(CREDITS, 8, 0)),
                        List.of(),
                        "",
                        Map.of())));
  }

  @Test
  @DisplayName(
      "of an allocation says as long as it lives why it was cut or lines were left out (A9)")
  void cutAllocation() {
    given(limit(ADA, TOKENS, 100), limit("/", CREDITS, 5))
        .when(
            allocate("a", RUN, optional(TOKENS, 150).atLeast(50), optional(CREDITS, 8)),
            set(limit(ADA, TOKENS, 1000)))
        .then(story ->
            assertThat(seen(story, "/", false, 0, 10))
                .singleElement()
                .extracting(AllocationStatus::because)
                .isEqualTo(
                    List.of(
                        no(TOKENS, 150, 100, "/user:ada LIMIT TOKENS", EXCEEDS_LIMIT),
                        no(CREDITS, 8, 5, "/ LIMIT CREDITS", EXCEEDS_LIMIT))))
        .when(release("a"), allocate("b", RUN, TOKENS, 1))
        .then(story ->
            assertThat(seen(story, "/", false, 0, 10))
                .singleElement()
                .extracting(AllocationStatus::because)
                .isEqualTo(List.of()));
  }

  @Test
  @DisplayName("of allocations below a scope are pages of them, the newest first, and their number")
  void pages() {
    Story story = begin();
    for (int minute = 0; minute < 5; minute++) {
      story
          .at("10:0" + minute)
          .when(
              allocate("a" + minute, "/user:ada/run:r" + minute, TOKENS, 1),
              allocate("b" + minute, "/user:bob", CREDITS, 1));
    }
    assertThat(seen(story, ADA, false, 1, 3))
        .extracting(AllocationStatus::id)
        .containsExactly(story.allocation("a3"), story.allocation("a2"), story.allocation("a1"));
    assertThat(seen(story, ADA, false, 4, 3))
        .extracting(AllocationStatus::id)
        .containsExactly(story.allocation("a0"));
    assertThat(seen(story, "/user:eve", false, 0, 3)).isEmpty();
    assertThat(story.look().countAllocations(ScopePath.ROOT, false)).isEqualTo(10);
    assertThat(story.look().countAllocations(ScopePath.of(ADA), false)).isEqualTo(5);
    assertThat(story.look().countAllocations(ScopePath.of("/user:eve"), false)).isZero();
  }

  @Test
  @DisplayName("of a scope are how many scopes, allocations and waiters are at and below it")
  void counts() {
    given(limit("/", MEMORY, 5))
        .when(
            allocate("a", RUN, required(TOKENS, 1), required(MEMORY, 5)),
            allocate("b", ADA, required(CREDITS, 1), required(TOKENS, 1), required(CREDITS, 1)),
            allocate("c", "/user:ada/run:r2", TOKENS, 1),
            allocate("w", RUN, MEMORY, 1).waiting("PT10M"))
        .then(story -> {
          assertThat(counted(scope(story, "/"))).containsExactly(1, 3, 1);
          assertThat(counted(scope(story, ADA))).containsExactly(2, 3, 1);
          assertThat(counted(scope(story, RUN))).containsExactly(0, 1, 1);
        })
        .when(use("b", CREDITS, 2), release("b"), close(RUN))
        .then(story -> {
          assertThat(counted(scope(story, "/"))).containsExactly(1, 1, 0);
          assertThat(counted(scope(story, ADA))).containsExactly(1, 1, 0);
        });
  }

  private static List<Integer> counted(ScopeStatus scope) {
    return List.of(scope.children(), scope.allocations(), scope.waiters());
  }

  @Test
  @DisplayName("of a scope are the version of its limits, and its limits, the tightest first")
  void limits() {
    given(limit(ADA, TOKENS, 100))
        .and(limit(ADA, TOKENS, 90), limit(ADA, TOKENS, 50, "PT1H"), limit(ADA, TOKENS, 70, "P1D"))
        .then(story -> {
          assertThat(scope(story, ADA).version()).isEqualTo(2);
          assertThat(scope(story, "/").version()).isZero();
          assertThat(scope(story, ADA).types())
              .singleElement()
              .satisfies(tokens -> {
                assertThat(tokens.limits())
                    .extracting(limit -> limit.limit().terms().amount())
                    .containsExactly(50L, 70L, 90L);
                assertThat(tokens.headroom()).hasValue(50);
                assertThat(tokens.binding())
                    .contains(Facts.constraint("/user:ada LIMIT TOKENS/PT1H"));
              });
        });
  }

  @Test
  @DisplayName("of two thousand scopes is each of them, and none once they are closed")
  void manyScopes() {
    Story story = begin();
    int[] numbers = IntStream.range(0, 2000).toArray();
    for (int number : numbers) {
      story.when(allocate("a", "/user:u" + number + "/run:r", TOKENS, number + 1));
    }
    assertThat(story.look().scopeCount()).isEqualTo(4001);
    assertThat(scope(story, "/").children()).isEqualTo(2000);
    for (int number : numbers) {
      story.thenCounts("/user:u" + number, TOKENS, number + 1, 0);
    }
    for (int number = 0; number < 2000; number += 2) {
      story.when(close("/user:u" + number));
    }
    assertThat(story.look().scopeCount()).isEqualTo(2001);
    for (int number : numbers) {
      story.thenCounts("/user:u" + number, TOKENS, number % 2 == 0 ? 0 : number + 1, 0);
    }
  }
}
