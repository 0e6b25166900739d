package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.removePool;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.cut;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.member;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Facts.shared;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static dev.headroom.model.SharingPolicy.EQUAL;
import static dev.headroom.model.SharingPolicy.PRIORITY;
import static dev.headroom.model.SharingPolicy.QUOTA;

import dev.headroom.model.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The members of a contended pool (P4)")
final class SharingTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String CAT = "/user:cat";
  private static final String POOL = "/ POOL p";

  @Nested
  @DisplayName("that is shared EQUAL")
  class Equal {
    /// Of 100, ada holds 70 and bob 20 of the 30 left; bob waits for 25.
    private static Story contended() {
      return given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("a1", ADA, MEMORY, 40), allocate("a2", ADA + "/run:r", MEMORY, 30))
          .when(allocate("b1", BOB, MEMORY, 20))
          .when(allocate("b2", BOB + "/run:r", MEMORY, 25).waiting("PT1H"));
    }

    @Test
    @DisplayName("have all of it while nobody waits")
    void uncontended() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("b", BOB, MEMORY, 1))
          .when(allocate("a", ADA, MEMORY, 99))
          .thenGrants(MEMORY, 99);
    }

    @Test
    @DisplayName("may not hold more than their part while another is below its own and waits")
    void above() {
      contended()
          .when(allocate("a3", ADA, MEMORY, 5))
          .thenDenies(no(MEMORY, 5, 0, POOL, CONTENTION))
          .thenPool("p", 10, 90, 0)
          .thenHeadroom(ADA, MEMORY, 0)
          .thenHeadroom(BOB, MEMORY, 10);
    }

    @Test
    @DisplayName("are told how much they may still take")
    void stillBelow() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("a", ADA, MEMORY, 45), allocate("b", BOB, MEMORY, 45))
          .when(allocate("b2", BOB, MEMORY, 5), release("b2"))
          .when(
              allocate("c", CAT, MEMORY, 9).waiting("PT1H"),
              allocate("c2", CAT, MEMORY, 20).waiting("PT1H"))
          .thenWaiting("c2")
          .thenHeadroom(ADA, MEMORY, 0)
          .when(resize("a", MEMORY, 27))
          .thenWaiting("c2")
          .thenPool("p", 19, 81, 0)
          .when(allocate("a2", ADA, MEMORY, 7))
          .thenDenies(no(MEMORY, 7, 6, POOL, CONTENTION))
          .when(allocate("a2", ADA, MEMORY, 6))
          .thenGrants(MEMORY, 6);
    }

    @Test
    @DisplayName("get what comes back if they are below their part, whoever came first")
    void whoIsBelow() {
      contended()
          .when(allocate("a3", ADA, MEMORY, 20).as(CRITICAL).waiting("PT1H"))
          .thenWaiting("a3", "b2")
          .when(release("a2"))
          .thenWaiting("a3")
          .thenPool("p", 15, 85, 0)
          .when(release("b1"))
          .thenWaiting();
    }

    @Test
    @DisplayName("are limited when they grow as when they begin (A7)")
    void grow() {
      contended()
          .when(resize("a2", MEMORY, 31))
          .thenAnswers(new Outcome.NotResized(no(MEMORY, 1, 0, POOL, CONTENTION)));
    }

    @Test
    @DisplayName("have optional lines cut to what their part leaves (A3)")
    void cutToThePart() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("a", ADA, MEMORY, 45), allocate("b", BOB, MEMORY, 35))
          .when(allocate("b2", BOB, required(MEMORY, 15), required(COMPUTE, 1)))
          .when(release("b2"))
          .when(allocate("b3", BOB, MEMORY, 15), release("b3"))
          .and(pool("q", BOB, COMPUTE, 0))
          .when(allocate("a2", ADA, MEMORY, 17))
          .when(allocate("b4", BOB, MEMORY, 10).waiting("PT1H"))
          .when(release("a2"))
          .thenLive("a", "b", "b4")
          .when(allocate("b5", BOB, MEMORY, 5).waiting("PT1H"))
          .when(allocate("a3", ADA, optional(MEMORY, 9).atLeast(1)))
          .thenGrantsPart(lines(cut(MEMORY, 9, 5)), no(MEMORY, 9, 5, POOL, CONTENTION));
    }

    @Test
    @DisplayName("cannot keep each other waiting by asking for more than any part")
    void askForMoreThanAPart() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("c", CAT, MEMORY, 90))
          .when(allocate("a", ADA, MEMORY, 60).waiting("PT1H"))
          .when(allocate("b", BOB, MEMORY, 70).waiting("PT1H"))
          .when(release("c"))
          .thenLive("a")
          .thenWaiting("b");
    }

    @Test
    @DisplayName("share the odd unit by priority: parts are whole numbers")
    void oddUnit() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 10)))
          .when(allocate("a", ADA, MEMORY, 3), allocate("b", BOB, MEMORY, 3))
          .when(allocate("c", CAT, MEMORY, 4))
          .when(allocate("a1", ADA, MEMORY, 1).waiting("PT1H"))
          .when(allocate("b1", BOB, MEMORY, 1).waiting("PT1H"))
          .when(resize("c", MEMORY, 3))
          .thenLive("a", "b", "c", "a1")
          .thenWaiting("b1");
    }

    @Test
    @DisplayName("are those that are named, with all that lies below them; guests get what is left")
    void named() {
      given(
              shared(
                  EQUAL,
                  pool("p", "/", MEMORY, 100),
                  member(ADA, 0, 1),
                  member(BOB + "/run:r", 0, 1)))
          .when(allocate("g", CAT, MEMORY, 60), allocate("a", ADA + "/run:x", MEMORY, 30))
          .when(allocate("b", BOB + "/run:r/step:1", MEMORY, 50).waiting("PT1H"))
          .when(allocate("g2", BOB, MEMORY, 1))
          .thenDenies(no(MEMORY, 1, 0, POOL, CONTENTION))
          .when(allocate("a2", ADA, MEMORY, 10))
          .thenGrants(MEMORY, 10)
          .when(release("g"))
          .thenLive("a", "a2", "b")
          .when(allocate("g3", CAT, MEMORY, 10))
          .thenGrants(MEMORY, 10);
    }

    @Test
    @DisplayName("are not bound any more when the policy is taken back, and are when it is set")
    void changed() {
      contended()
          .when(allocate("a3", ADA, MEMORY, 10).waiting("PT1H"))
          .thenWaiting("b2", "a3")
          .and(shared(PRIORITY, pool("p", "/", MEMORY, 100)))
          .thenLive("a1", "a2", "a3", "b1")
          .when(release("a3"))
          .and(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("a4", ADA, MEMORY, 10))
          .thenDenies(no(MEMORY, 10, 0, POOL, CONTENTION));
    }

    @Test
    @DisplayName("go their way when the pool is removed")
    void removed() {
      contended()
          .when(removePool("p"))
          .thenWaiting()
          .when(release("a1"))
          .thenLive("a2", "b1", "b2");
    }

    @Test
    @DisplayName(
        "who ask for no more than their part pass one who starves for more than its own (Q5)")
    void starving() {
      given(shared(EQUAL, pool("p", "/", MEMORY, 100)))
          .when(allocate("a", ADA, MEMORY, 60).lasting("PT5H"))
          .when(allocate("b", BOB, MEMORY, 1).lasting("PT5H"))
          .when(allocate("a2", ADA, MEMORY, 40).waiting("PT1H"))
          .at("10:06")
          .when(allocate("a3", ADA, MEMORY, 1))
          .thenDenies(no(MEMORY, 1, 39, POOL, CONTENTION))
          .when(allocate("b2", BOB, MEMORY, 50))
          .thenDenies(no(MEMORY, 50, 39, POOL, CONTENTION))
          .when(allocate("b3", BOB, MEMORY, 39))
          .thenGrants(MEMORY, 39);
    }
  }

  @Nested
  @DisplayName("that is shared by QUOTA")
  class Quota {
    private static Story quotas() {
      return given(
          shared(QUOTA, pool("p", "/", MEMORY, 100), member(ADA, 60, 1), member(BOB, 30, 1)));
    }

    @Test
    @DisplayName("leave untouched what others that are active have not claimed")
    void guaranteed() {
      quotas()
          .when(allocate("a", ADA, MEMORY, 10))
          .when(allocate("b", BOB, MEMORY, 41))
          .thenDenies(no(MEMORY, 41, 40, POOL, CONTENTION))
          .thenPool("p", 90, 10, 0)
          .when(allocate("b", BOB, MEMORY, 40))
          .when(allocate("a2", ADA, MEMORY, 50))
          .thenGrants(MEMORY, 50);
    }

    @Test
    @DisplayName("leave nothing to those that are not active")
    void inactive() {
      quotas().when(allocate("b", BOB, MEMORY, 100)).thenGrants(MEMORY, 100);
    }

    @Test
    @DisplayName("claim their own though it was lent before they came, as soon as it comes back")
    void claimed() {
      quotas()
          .when(allocate("b", BOB, MEMORY, 50), allocate("b2", BOB, MEMORY, 50))
          .when(allocate("a", ADA, MEMORY, 60).waiting("PT1H"))
          .when(allocate("b3", BOB, MEMORY, 20).as(CRITICAL).waiting("PT1H"))
          .when(allocate("g", CAT, MEMORY, 1).as(CRITICAL).waiting("PT1H"))
          .when(release("b"))
          .thenWaiting("b3", "g", "a")
          .thenPool("p", 50, 50, 0)
          .when(resize("b2", MEMORY, 40))
          .thenLive("b2", "a")
          .thenWaiting("b3", "g");
    }

    @Test
    @DisplayName("may claim their own where the quotas are more than there is, first come first")
    void overcommitted() {
      given(shared(QUOTA, pool("p", "/", MEMORY, 10), member(ADA, 8, 1), member(BOB, 8, 1)))
          .when(allocate("c", CAT, MEMORY, 10))
          .when(allocate("a", ADA, MEMORY, 8).waiting("PT1H"))
          .when(allocate("b", BOB, MEMORY, 8).waiting("PT1H"))
          .when(release("c"))
          .thenLive("a")
          .thenWaiting("b");
    }

    @Test
    @DisplayName("have what guests may not touch")
    void guests() {
      quotas()
          .when(allocate("a", ADA, MEMORY, 1), allocate("b", BOB, MEMORY, 30))
          .when(allocate("g", CAT, MEMORY, 11))
          .thenDenies(no(MEMORY, 11, 10, POOL, CONTENTION));
    }

    @Test
    @DisplayName("wait until replenishment covers the quotas of others as well (P3)")
    void replenished() {
      given(refilled(shared(QUOTA, pool("p", "/", TOKENS, 100), member(ADA, 60, 1)), 1, "PT1S"))
          .when(allocate("a", ADA, TOKENS, 10).lasting("P1D"))
          .when(allocate("all", BOB, TOKENS, 40).lasting("P1D"), use("all", TOKENS, 40))
          .when(allocate("b", BOB, TOKENS, 8).waiting("PT1H"))
          .until("10:00:07.999")
          .thenWaiting("b")
          .until("10:01")
          .thenWasGranted("b", "10:00:08");
    }

    @Test
    @DisplayName("claim their own past a guest who starves (Q5)")
    void starving() {
      quotas()
          .when(allocate("g", CAT, MEMORY, 60).lasting("PT5H"))
          .when(allocate("g2", CAT, MEMORY, 50).waiting("PT1H"))
          .at("10:06")
          .when(allocate("b", BOB, MEMORY, 30))
          .thenGrants(MEMORY, 30)
          .when(allocate("b2", BOB, MEMORY, 1))
          .thenDenies(no(MEMORY, 1, 10, POOL, CONTENTION));
    }
  }

  @Test
  @DisplayName("are the owner's children where none is named, and the owner for itself")
  void unnamed() {
    given(shared(EQUAL, pool("p", ADA, MEMORY, 90)))
        .when(allocate("own", ADA, MEMORY, 31))
        .when(allocate("r", ADA + "/run:r", MEMORY, 59))
        .when(allocate("s", ADA + "/swarm:s/run:t", MEMORY, 22).waiting("PT1H"))
        .when(resize("r", MEMORY, 38))
        .thenHeadroom(ADA, MEMORY, 0)
        .thenHeadroom(ADA + "/run:r", MEMORY, 0)
        .thenHeadroom(ADA + "/run:new", MEMORY, 21)
        .thenHeadroom(ADA + "/swarm:s", MEMORY, 21)
        .when(resize("r", MEMORY, 37))
        .thenLive("own", "r", "s");
  }
}
