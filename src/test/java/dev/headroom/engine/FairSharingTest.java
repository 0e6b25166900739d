package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.SharingPolicy.FAIR;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The members of a contended pool that is shared FAIR (P4)")
final class FairSharingTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String CAT = "/user:cat";
  private static final String POOL = "/ POOL p";

  @Test
  @DisplayName("go in the order of what they hold, the least first, whoever came first")
  void leastFirst() {
    given(shared(FAIR, pool("p", "/", MEMORY, 100)))
        .when(allocate("a", ADA, MEMORY, 60), allocate("b", BOB, MEMORY, 30))
        .when(allocate("c", CAT, MEMORY, 10))
        .when(allocate("a2", ADA, MEMORY, 10).as(CRITICAL).waiting("PT1H"))
        .when(allocate("b2", BOB, MEMORY, 10).waiting("PT1H"))
        .when(release("c"))
        .thenLive("a", "b", "b2")
        .thenWaiting("a2");
  }

  @Test
  @DisplayName("take turns as their shares grow")
  void takeTurns() {
    given(shared(FAIR, pool("p", "/", MEMORY, 60)))
        .when(allocate("c", CAT, MEMORY, 60))
        .when(allocate("a1", ADA, MEMORY, 20).waiting("PT1H"))
        .when(allocate("a2", ADA, MEMORY, 20).waiting("PT1H"))
        .when(allocate("b1", BOB, MEMORY, 10).waiting("PT1H"))
        .when(allocate("b2", BOB, MEMORY, 20).waiting("PT1H"))
        .when(release("c"))
        .thenLive("a1", "b1", "b2")
        .thenWaiting("a2");
  }

  @Test
  @DisplayName("are measured by weight")
  void weighted() {
    given(shared(FAIR, pool("p", "/", MEMORY, 100), member(ADA, 0, 3), member(BOB, 0, 1)))
        .when(allocate("a", ADA, MEMORY, 60), allocate("b", BOB, MEMORY, 21))
        .when(allocate("g", CAT, MEMORY, 19))
        .when(allocate("g2", CAT, MEMORY, 10).as(CRITICAL).waiting("PT1H"))
        .when(allocate("b2", BOB, MEMORY, 10).waiting("PT1H"))
        .when(allocate("a2", ADA, MEMORY, 10).waiting("PT1H"))
        .when(release("g"))
        .thenLive("a", "b", "a2")
        .thenWaiting("g2", "b2")
        .when(release("a2"))
        .thenWaiting("g2");
  }

  @Test
  @DisplayName("are measured by what they hold most of, over all pools of the owner (DRF)")
  void dominant() {
    given(shared(FAIR, pool("p", "/", MEMORY, 100)), shared(FAIR, pool("q", "/", COMPUTE, 10)))
        .when(allocate("a", ADA, required(MEMORY, 30), required(COMPUTE, 1)))
        .when(allocate("b", BOB, required(MEMORY, 10), required(COMPUTE, 5)))
        .when(allocate("c", CAT, MEMORY, 60))
        .when(allocate("b2", BOB, MEMORY, 20).waiting("PT1H"))
        .when(allocate("a2", ADA, MEMORY, 20).waiting("PT1H"))
        .when(resize("c", MEMORY, 40))
        .thenLive("a", "b", "c", "a2")
        .thenWaiting("b2");
  }

  @Test
  @DisplayName("may pass one who starves only if they have less (Q5)")
  void starving() {
    given(shared(FAIR, pool("p", "/", MEMORY, 100)))
        .when(allocate("a", ADA, MEMORY, 40).lasting("PT5H"))
        .when(allocate("b", BOB, MEMORY, 20).lasting("PT5H"))
        .when(allocate("c", CAT, MEMORY, 30).lasting("PT5H"))
        .when(allocate("c2", CAT, MEMORY, 20).waiting("PT1H"))
        .at("10:06")
        .when(allocate("a2", ADA, MEMORY, 1))
        .thenDenies(no(MEMORY, 1, 10, POOL, CONTENTION))
        .when(allocate("c3", CAT, MEMORY, 1))
        .thenDenies(no(MEMORY, 1, 10, POOL, CONTENTION))
        .when(allocate("b2", BOB, MEMORY, 10))
        .thenGrants(MEMORY, 10);
  }

  @Test
  @DisplayName("are considered again when what they hold of another type changes")
  void besides() {
    given(shared(FAIR, pool("p", "/", MEMORY, 100)), shared(FAIR, pool("q", "/", COMPUTE, 10)))
        .when(allocate("a", ADA, MEMORY, 40).lasting("PT5H"))
        .when(allocate("b", BOB, COMPUTE, 9).lasting("PT5H"))
        .when(allocate("a2", ADA, MEMORY, 70).waiting("PT1H"))
        .at("10:06")
        .when(allocate("b2", BOB, MEMORY, 10).waiting("PT1H").lasting("PT5H"))
        .thenWaiting("a2", "b2")
        .when(release("b"))
        .thenWaiting("a2")
        .thenLive("a", "b2");
  }
}
