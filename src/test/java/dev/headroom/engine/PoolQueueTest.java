package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resolve;
import static dev.headroom.engine.Facts.borrowing;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.SharingPolicy.EQUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Resolution;
import dev.headroom.model.SharingPolicy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("One who waits for a pool")
final class PoolQueueTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";

  /// Ada holds all of a pool that its members share.
  private static Story allHeld(SharingPolicy policy) {
    return given(shared(policy, pool("p", "/", MEMORY, 100)))
        .when(allocate("most", ADA, MEMORY, 80), allocate("rest", ADA, MEMORY, 20));
  }

  private static void thenGrantedInTurn(Story story, String... names) {
    assertThat(story.told())
        .extracting(Event::body)
        .filteredOn(Event.Granted.class::isInstance)
        .extracting(body -> ((Event.Granted) body).allocation())
        .containsExactly(
            java.util.Arrays.stream(names)
                .map(story::allocation)
                .toArray(dev.headroom.model.AllocationId[]::new));
  }

  @Nested
  @DisplayName("that its members share (P4)")
  class Shared {
    @ParameterizedTest
    @EnumSource(
        value = SharingPolicy.class,
        names = {"EQUAL", "QUOTA", "FAIR"})
    @DisplayName("is considered by the priority that an administrator gave it (Q7)")
    void reprioritised(SharingPolicy policy) {
      allHeld(policy)
          .when(
              allocate("first", ADA, MEMORY, 15).waiting("PT1H"),
              allocate("second", ADA, MEMORY, 15).waiting("PT1H"))
          .when(resolve("second", new Resolution.Reprioritise(CRITICAL)))
          .thenWaiting("second", "first")
          .when(release("rest"))
          .thenLive("most", "second")
          .thenWaiting("first")
          .when(release("second"))
          .thenLive("most", "first");
    }

    @ParameterizedTest
    @EnumSource(
        value = SharingPolicy.class,
        names = {"EQUAL", "QUOTA", "FAIR"})
    @DisplayName(
        "is considered after those of its member with a higher priority, but not forgotten")
    void byRankAmongOwn(SharingPolicy policy) {
      allHeld(policy)
          .when(
              allocate("low", ADA, MEMORY, 10).as(LOW).waiting("PT1H"),
              allocate("high", ADA, MEMORY, 10).as(HIGH).waiting("PT1H"))
          .when(release("rest"))
          .thenLive("most", "low", "high")
          .then(story -> thenGrantedInTurn(story, "high", "low"));
    }

    @Test
    @DisplayName("is considered after those of other members with a higher priority")
    void byRankAmongMembers() {
      allHeld(EQUAL)
          .when(
              allocate("bobs", BOB, MEMORY, 10).as(LOW).waiting("PT1H"),
              allocate("his", BOB, MEMORY, 60).as(HIGH).waiting("PT1H"),
              allocate("hers", "/user:eve", MEMORY, 10).as(HIGH).waiting("PT1H"))
          .when(release("rest"))
          .thenLive("most", "bobs", "hers")
          .then(story -> thenGrantedInTurn(story, "hers", "bobs"));
    }
  }

  @Nested
  @DisplayName("that may borrow (P5)")
  class Borrowing {
    @Test
    @DisplayName("takes over the limit what could be lent first, and the rest from the pool (Q7)")
    void overTheLimit() {
      given(pool("common", "/", MEMORY, 100), borrowing(5, pool("ada", ADA, MEMORY, 10)))
          .when(allocate("a", ADA, MEMORY, 12))
          .when(allocate("waits", ADA, MEMORY, 10).waiting("PT1H"))
          .when(resolve("waits", new Resolution.Grant()))
          .thenLive("a", "waits")
          .thenPool("ada", 0, 17, 0)
          .thenPool("common", 95, 5, 0)
          .then(story -> {
            PoolStatus ada = story.look().pool(new PoolId("ada"), story.now()).orElseThrow();
            assertThat(ada.borrowed()).isEqualTo(5);
          })
          .when(release("waits"))
          .thenPool("ada", 0, 10, 0)
          .thenPool("common", 98, 2, 0)
          .when(release("a"))
          .thenPool("ada", 10, 0, 0)
          .thenPool("common", 100, 0, 0);
    }
  }
}
