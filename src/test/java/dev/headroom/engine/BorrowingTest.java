package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.close;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.topUp;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.borrowing;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.BUDGET_EXHAUSTED;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_CAPACITY;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static dev.headroom.model.SharingPolicy.EQUAL;
import static dev.headroom.model.SharingPolicy.QUOTA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pool that is out of stock and may borrow (P5)")
final class BorrowingTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String RUN = "/user:ada/run:r";

  /// Ada's pool of 10 may borrow 5 from the common one of 100.
  private static Story lending() {
    return given(pool("common", "/", MEMORY, 100), borrowing(5, pool("ada", ADA, MEMORY, 10)));
  }

  private static Story spending() {
    return given(pool("common", "/", TOKENS, 100), borrowing(5, pool("ada", ADA, TOKENS, 10)));
  }

  private static java.util.function.Consumer<Story> owes(String id, long borrowed, long lent) {
    return story -> {
      PoolStatus pool = story.look().pool(new PoolId(id), story.now()).orElseThrow();
      assertThat(pool.borrowed()).as("borrowed by %s", id).isEqualTo(borrowed);
      assertThat(pool.lent()).as("lent by %s", id).isEqualTo(lent);
    };
  }

  @Test
  @DisplayName("takes the difference from the next one up the path")
  void takesTheDifference() {
    lending()
        .thenHeadroom(ADA, MEMORY, 15)
        .when(allocate("a", ADA, MEMORY, 12))
        .thenGrants(MEMORY, 12)
        .thenPool("ada", 0, 10, 0)
        .thenPool("common", 98, 2, 0)
        .then(owes("ada", 2, 0))
        .then(owes("common", 0, 2))
        .thenHeadroom(ADA, MEMORY, 3);
  }

  @Test
  @DisplayName("takes nothing while it has stock itself")
  void takesNothing() {
    lending()
        .when(allocate("a", ADA, MEMORY, 10))
        .thenPool("common", 100, 0, 0)
        .then(owes("ada", 0, 0));
  }

  @Test
  @DisplayName("takes no more than its limit, and says how much")
  void limit() {
    lending()
        .when(allocate("a", ADA, MEMORY, 1), allocate("b", ADA, MEMORY, 15))
        .thenDenies(no(MEMORY, 15, 14, "/user:ada POOL ada", CONTENTION))
        .when(allocate("b", ADA, MEMORY, 16))
        .thenDenies(no(MEMORY, 16, 14, "/user:ada POOL ada", EXCEEDS_CAPACITY))
        .when(allocate("b", ADA, MEMORY, 14))
        .thenGrants(MEMORY, 14);
  }

  @Test
  @DisplayName("takes no more than the lender has itself, who does not borrow to lend")
  void noMoreThanThereIs() {
    given(
            pool("common", "/", MEMORY, 100),
            borrowing(50, pool("ada", ADA, MEMORY, 3)),
            borrowing(50, pool("run", RUN, MEMORY, 10)))
        .thenHeadroom(RUN, MEMORY, 13)
        .when(allocate("a", RUN, MEMORY, 13))
        .thenPool("run", 0, 10, 0)
        .thenPool("ada", 0, 3, 0)
        .thenHeadroom(RUN, MEMORY, 0)
        .thenHeadroom(ADA, MEMORY, 50);
  }

  @Test
  @DisplayName("has nobody to borrow from at the top")
  void noLender() {
    given(borrowing(5, pool("ada", ADA, MEMORY, 10)))
        .thenHeadroom(ADA, MEMORY, 10)
        .when(allocate("a", ADA, MEMORY, 11))
        .thenDenies(no(MEMORY, 11, 10, "/user:ada POOL ada", EXCEEDS_CAPACITY));
  }

  @Test
  @DisplayName("returns first what was borrowed when an allocation shrinks or ends")
  void returnsFirst() {
    lending()
        .when(allocate("a", ADA, MEMORY, 14), resize("a", MEMORY, 11))
        .thenPool("common", 99, 1, 0)
        .thenPool("ada", 0, 10, 0)
        .when(resize("a", MEMORY, 9))
        .thenPool("common", 100, 0, 0)
        .thenPool("ada", 1, 9, 0)
        .when(resize("a", MEMORY, 12))
        .thenAnswers(new Outcome.ResizedTo(12))
        .then(owes("ada", 2, 0))
        .when(release("a"))
        .thenPool("common", 100, 0, 0)
        .thenPool("ada", 10, 0, 0)
        .then(owes("common", 0, 0));
  }

  @Test
  @DisplayName("returns first what others of its allocations have borrowed, the oldest first")
  void returnsForOthers() {
    lending()
        .when(allocate("a", ADA, MEMORY, 10))
        .when(allocate("b", ADA, MEMORY, 2), allocate("c", ADA, MEMORY, 3))
        .then(owes("ada", 5, 0))
        .when(resize("a", MEMORY, 7))
        .then(owes("ada", 2, 0))
        .thenPool("ada", 0, 10, 0)
        .thenPool("common", 98, 2, 0)
        .when(release("c"))
        .thenPool("ada", 1, 9, 0)
        .thenPool("common", 100, 0, 0)
        .when(release("a"), release("b"))
        .thenPool("ada", 10, 0, 0);
  }

  @Test
  @DisplayName(
      "consumes its own part first, then at the lender, and owes what goes beyond itself (U3)")
  void consumes() {
    spending()
        .when(allocate("a", ADA, TOKENS, 14), use("a", TOKENS, 9))
        .thenPool("ada", 0, 1, 9)
        .thenPool("common", 96, 4, 0)
        .when(use("a", TOKENS, 3))
        .thenPool("ada", 0, 0, 10)
        .thenPool("common", 96, 2, 2)
        .then(owes("ada", 2, 0))
        .when(use("a", TOKENS, 5))
        .thenPool("ada", -3, 0, 13)
        .thenPool("common", 96, 0, 4)
        .then(owes("ada", 0, 0))
        .when(release("a"))
        .thenPool("common", 96, 0, 4);
  }

  @Test
  @DisplayName("borrows though it is overdrawn, but not to cover that")
  void overdrawn() {
    spending()
        .when(allocate("a", ADA, TOKENS, 10), use("a", TOKENS, 13))
        .thenPool("ada", -3, 0, 13)
        .thenHeadroom(ADA, TOKENS, 5)
        .when(allocate("b", ADA, TOKENS, 5))
        .thenGrants(TOKENS, 5)
        .thenPool("ada", -3, 0, 13)
        .thenHeadroom(ADA, TOKENS, -3);
  }

  @Test
  @DisplayName("has a budget that is exhausted only when the lender's is as well (A4)")
  void budget() {
    given(pool("common", "/", TOKENS, 8), borrowing(5, pool("ada", ADA, TOKENS, 10)))
        .when(allocate("a", ADA, TOKENS, 10), use("a", TOKENS, 10), release("a"))
        .when(allocate("all", BOB, TOKENS, 8))
        .when(allocate("b", ADA, TOKENS, 5))
        .thenDenies(no(TOKENS, 5, 0, "/user:ada POOL ada", CONTENTION))
        .when(use("all", TOKENS, 4))
        .when(allocate("b", ADA, TOKENS, 5))
        .thenDenies(no(TOKENS, 5, 0, "/user:ada POOL ada", BUDGET_EXHAUSTED));
  }

  @Test
  @DisplayName("lets those who wait go on as soon as the lender has something (Q5)")
  void waits() {
    lending()
        .when(allocate("all", BOB, MEMORY, 99), allocate("own", ADA, MEMORY, 10))
        .when(allocate("a", ADA, MEMORY, 4).waiting("PT1H"))
        .thenQueues("/user:ada POOL ada", 1, "11:00")
        .when(resize("all", MEMORY, 97))
        .thenWaiting("a")
        .when(resize("all", MEMORY, 96))
        .thenLive("all", "own", "a");
  }

  @Test
  @DisplayName("lets them go on when both replenish enough together (P3)")
  void replenished() {
    given(
            refilled(pool("common", "/", TOKENS, 100), 1, "PT2S"),
            refilled(borrowing(5, pool("ada", ADA, TOKENS, 10)), 1, "PT3S"))
        .when(allocate("x", BOB, TOKENS, 100), use("x", TOKENS, 100))
        .when(allocate("y", ADA, TOKENS, 10), use("y", TOKENS, 10))
        .when(allocate("a", ADA, TOKENS, 5).waiting("PT1H"))
        .until("10:00:05.999")
        .thenWaiting("a")
        .until("10:01")
        .thenWasGranted("a", "10:00:06");
  }

  @Test
  @DisplayName("borrows nothing where someone starves at the lender (Q5)")
  void starving() {
    lending()
        .when(allocate("b", BOB, MEMORY, 60).lasting("PT5H"))
        .when(allocate("b2", BOB, MEMORY, 60).waiting("PT1H"))
        .when(allocate("own", ADA, MEMORY, 10).lasting("PT5H"))
        .when(allocate("a", ADA, MEMORY, 1), release("a"))
        .at("10:06")
        .when(allocate("a", ADA, MEMORY, 1).waiting("PT10M"))
        .thenWaiting("b2", "a")
        .when(release("b2"))
        .thenLive("b", "own", "a");
  }

  @Test
  @DisplayName("is a guest to the lender's policy (P4)")
  void guest() {
    given(
            shared(QUOTA, pool("common", "/", MEMORY, 100), member(BOB, 98, 1)),
            borrowing(5, pool("ada", ADA, MEMORY, 10)))
        .when(allocate("b", BOB, MEMORY, 1))
        .thenHeadroom(ADA, MEMORY, 12)
        .and(shared(EQUAL, pool("common", "/", MEMORY, 100)))
        .thenHeadroom(ADA, MEMORY, 15)
        .when(allocate("c", "/user:cat", MEMORY, 95))
        .when(allocate("b2", BOB, MEMORY, 10).waiting("PT1H"))
        .thenHeadroom(ADA, MEMORY, 10);
  }

  @Test
  @DisplayName("keeps what it has borrowed when its limit is lowered, and borrows no more")
  void limitLowered() {
    lending()
        .when(allocate("a", ADA, MEMORY, 14))
        .and(borrowing(3, pool("ada", ADA, MEMORY, 10)))
        .then(owes("ada", 4, 0))
        .thenHeadroom(ADA, MEMORY, 0)
        .when(resize("a", MEMORY, 12))
        .thenHeadroom(ADA, MEMORY, 1)
        .and(pool("ada", ADA, MEMORY, 10))
        .then(owes("ada", 2, 0))
        .thenHeadroom(ADA, MEMORY, 0);
  }

  @Test
  @DisplayName("borrows what its lowered capacity lacks only for what comes next (P6)")
  void capacityLowered() {
    lending()
        .when(allocate("a", ADA, MEMORY, 10))
        .and(borrowing(5, pool("ada", ADA, MEMORY, 4)))
        .thenPool("ada", 0, 10, 0)
        .then(owes("ada", 0, 0))
        .when(allocate("b", ADA, MEMORY, 5))
        .then(owes("ada", 5, 0))
        .when(resize("a", MEMORY, 4))
        .then(owes("ada", 5, 0))
        .when(resize("a", MEMORY, 3))
        .then(owes("ada", 4, 0))
        .and(pool("common", "/", MEMORY, 2))
        .thenPool("common", 0, 4, 0)
        .when(release("b"))
        .thenPool("common", 2, 0, 0)
        .thenPool("ada", 1, 3, 0);
  }

  @Test
  @DisplayName("returns everything when it is removed")
  void removed() {
    lending()
        .when(allocate("a", ADA, MEMORY, 14), removePool("ada"))
        .thenPool("common", 100, 0, 0)
        .then(owes("common", 0, 0))
        .when(release("a"))
        .thenPool("common", 100, 0, 0);
  }

  @Test
  @DisplayName("owes nothing to a lender that is removed, and may borrow from the next")
  void lenderRemoved() {
    given(
            pool("common", "/", MEMORY, 100),
            pool("ada", ADA, MEMORY, 10),
            borrowing(5, pool("run", RUN, MEMORY, 1)))
        .when(allocate("a", RUN, MEMORY, 6))
        .thenPool("ada", 5, 5, 0)
        .when(allocate("b", RUN, MEMORY, 5).waiting("PT1H"))
        .thenWaiting("b")
        .when(removePool("ada"))
        .thenLive("a", "b")
        .thenPool("common", 95, 5, 0)
        .then(owes("run", 5, 0))
        .when(release("a"))
        .thenPool("run", 0, 1, 0)
        .thenPool("common", 96, 4, 0);
  }

  @Test
  @DisplayName("returns everything when its scope closes")
  void closed() {
    lending()
        .when(allocate("a", RUN, MEMORY, 14), close(ADA))
        .thenPool("common", 100, 0, 0)
        .then(owes("common", 0, 0));
  }

  @Test
  @DisplayName("leaves no trace where it cannot help: a top-up is its own")
  void toppedUp() {
    spending()
        .when(allocate("a", ADA, TOKENS, 12), use("a", TOKENS, 11))
        .when(topUp("ada", 4))
        .thenPool("ada", 4, 0, 10)
        .then(owes("ada", 1, 0))
        .when(set(borrowing(5, pool("ada", ADA, TOKENS, 10))))
        .thenHeadroom(ADA, TOKENS, 8);
  }
}
