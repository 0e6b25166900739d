package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.restorePart;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.takeCheckpoint;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Conflict;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A deadlock (Q6)")
final class DeadlockTest {
  private static final String ONE = "/run:one";
  private static final String TWO = "/run:two";
  private static final String THREE = "/run:three";
  private static final String MEMORY_LIMIT = "/ LIMIT MEMORY";
  private static final String COMPUTE_LIMIT = "/ LIMIT COMPUTE";

  /// One holds all memory, two all compute.
  private static Story eachHoldsOne() {
    return given(limit("/", MEMORY, 100), limit("/", COMPUTE, 100))
        .when(allocate("m", ONE, MEMORY, 100), allocate("c", TWO, COMPUTE, 100));
  }

  @Nested
  @DisplayName("is found when the last wait that closes it begins, and broken")
  class IsBroken {
    @Test
    @DisplayName("by denying the youngest, who is told at once")
    void youngest() {
      eachHoldsOne()
          .when(allocate("first", ONE, COMPUTE, 1).waiting("PT1H"))
          .thenQueues(COMPUTE_LIMIT, 1, "11:00")
          .when(allocate("second", TWO, MEMORY, 1).waiting("PT1H"))
          .thenDenies(no(MEMORY, 1, 0, MEMORY_LIMIT, CONTENTION))
          .thenLive("m", "c")
          .thenWaiting("first")
          .when(release("c"))
          .thenLive("m", "first");
    }

    @Test
    @DisplayName("by denying the lowest priority, where the youngest has a higher one")
    void lowestPriority() {
      eachHoldsOne()
          .when(allocate("low", ONE, COMPUTE, 1).as(LOW).waiting("PT1H"))
          .when(allocate("normal", TWO, MEMORY, 1).waiting("PT1H"))
          .thenQueues(MEMORY_LIMIT, 1, "11:00")
          .thenWaiting("normal");
    }

    @Test
    @DisplayName("by what priorities have come to by waiting (Q2)")
    void effectivePriority() {
      eachHoldsOne()
          .when(allocate("aged", ONE, COMPUTE, 1).as(LOW).waiting("PT1H"))
          .at("10:02")
          .when(allocate("normal", TWO, MEMORY, 1).waiting("PT1H"))
          .thenIs(Outcome.Denied.class)
          .thenWaiting("aged");
    }

    @Test
    @DisplayName("in a longer circle too")
    void threeScopes() {
      given(limit("/", MEMORY, 10), limit("/", COMPUTE, 10), limit("/", STORAGE, 10))
          .when(
              allocate("m", ONE, MEMORY, 10),
              allocate("c", TWO, COMPUTE, 10),
              allocate("s", THREE, STORAGE, 10))
          .when(
              allocate("one", ONE, COMPUTE, 10).as(HIGH).waiting("PT1H"),
              allocate("two", TWO, STORAGE, 10).waiting("PT1H"))
          .when(allocate("three", THREE, MEMORY, 10).as(HIGH).waiting("PT1H"))
          .thenQueues(MEMORY_LIMIT, 1, "11:00")
          .thenWaiting("one", "three");
    }

    @Test
    @DisplayName("at pools as at limits")
    void atPools() {
      given(pool("m", "/", MEMORY, 10), pool("c", "/", COMPUTE, 10))
          .when(allocate("m", ONE, MEMORY, 10), allocate("c", TWO, COMPUTE, 10))
          .when(allocate("one", ONE, COMPUTE, 10).waiting("PT1H"))
          .when(allocate("two", TWO, MEMORY, 10).waiting("PT1H"))
          .thenIs(Outcome.Denied.class)
          .thenWaiting("one");
    }

    @Test
    @DisplayName("one after the other, if a wait closes several")
    void several() {
      eachHoldsOne()
          .when(
              allocate("first", ONE, COMPUTE, 1).as(LOW).waiting("PT1H"),
              allocate("again", ONE, COMPUTE, 2).as(LOW).waiting("PT1H"))
          .when(allocate("second", TWO, MEMORY, 1).waiting("PT1H"))
          .thenTellsTimes(2, Event.DeadlockFound.class)
          .thenWaiting("second");
    }

    @Test
    @DisplayName("where the wait that closes it began elsewhere and has moved")
    void moved() {
      given(limit("/", MEMORY, 120), limit("/", COMPUTE, 100), limit(TWO, MEMORY, 50))
          .when(
              allocate("m", ONE, MEMORY, 60),
              allocate("own", TWO, MEMORY, 30),
              allocate("c", TWO, COMPUTE, 100))
          .when(allocate("first", ONE, COMPUTE, 1).waiting("PT1H"))
          .when(allocate("second", TWO, MEMORY, 40).waiting("PT1H"))
          .thenTellsTimes(0, Event.DeadlockFound.class)
          .thenWaiting("first", "second")
          .when(set(limit(TWO, MEMORY, 1000)))
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first");
    }

    @Test
    @DisplayName("where the scope gave up the one thing that it could have had")
    void gaveUp() {
      eachHoldsOne()
          .when(allocate("first", ONE, COMPUTE, 1).waiting("PT1H"))
          .when(resize("m", MEMORY, 95), allocate("other", THREE, MEMORY, 5))
          .when(
              allocate("little", TWO, MEMORY, 5).waiting("PT1H"),
              allocate("second", TWO, MEMORY, 6).waiting("PT1H"))
          .thenWaiting("first", "little", "second")
          .when(release("little"))
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first");
    }
  }

  @Nested
  @DisplayName("is found when a scope that waits is given more")
  class IsClosedByAGrant {
    /// One holds ten of memory and waits for compute that two has; two waits for ninety of memory.
    private Story twoMayGoOnYet() {
      return given(limit("/", MEMORY, 100), limit("/", COMPUTE, 100))
          .when(
              allocate("m", ONE, MEMORY, 10),
              allocate("c", TWO, COMPUTE, 100),
              allocate("other", THREE, MEMORY, 90))
          .when(
              allocate("first", ONE, COMPUTE, 1).waiting("PT1H"),
              allocate("second", TWO, MEMORY, 90).waiting("PT1H"))
          .thenWaiting("first", "second");
    }

    @Test
    @DisplayName("at once")
    void atOnce() {
      twoMayGoOnYet()
          .when(resize("other", MEMORY, 40))
          .thenWaiting("first", "second")
          .when(allocate("more", ONE, MEMORY, 1))
          .thenGrants(MEMORY, 1)
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first")
          .thenLive("m", "c", "other", "more");
    }

    @Test
    @DisplayName("after it waited for that too")
    void afterItWaited() {
      twoMayGoOnYet()
          .when(allocate("more", ONE, MEMORY, 5).as(HIGH).waiting("PT1H"))
          .thenWaiting("more", "first", "second")
          .when(resize("other", MEMORY, 85))
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first")
          .thenLive("m", "c", "other", "more");
    }

    @Test
    @DisplayName("by growing (A7)")
    void byGrowing() {
      twoMayGoOnYet()
          .when(resize("other", MEMORY, 40), resize("m", MEMORY, 11))
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first");
    }

    @Test
    @DisplayName("by being restored")
    void byBeingRestored() {
      given(limit("/", MEMORY, 100), limit("/", COMPUTE, 100))
          .when(allocate("m", ONE, MEMORY, 100), takeCheckpoint(ONE), release("m"))
          .when(
              allocate("little", ONE, MEMORY, 10),
              allocate("c", TWO, COMPUTE, 100),
              allocate("other", THREE, MEMORY, 90))
          .when(
              allocate("first", ONE, COMPUTE, 1).waiting("PT1H"),
              allocate("second", TWO, MEMORY, 90).waiting("PT1H"))
          .when(resize("other", MEMORY, 80))
          .thenWaiting("first", "second")
          .when(restorePart(1))
          .thenTellsTimes(1, Event.DeadlockFound.class)
          .thenWaiting("first");
    }
  }

  @Nested
  @DisplayName("is told")
  class IsTold {
    @Test
    @DisplayName("with its circle, before the denial; the conflict's story keeps it")
    void withItsCircle() {
      eachHoldsOne()
          .when(allocate("first", ONE, COMPUTE, 1).as(LOW).waiting("PT1H"))
          .then(story -> {
            var low = story.allocation("first");
            story.when(allocate("second", TWO, MEMORY, 1).waiting("PT1H"));
            List<Conflict.Wait> cycle =
                List.of(
                    new Conflict.Wait(
                        ScopePath.of(TWO), story.allocation("second"), constraint(MEMORY_LIMIT)),
                    new Conflict.Wait(ScopePath.of(ONE), low, constraint(COMPUTE_LIMIT)));
            Conflict closed = story.look().conflicts(false, 0, 10).getFirst();
            story.thenTellsAmongOthers(
                new Event.DeadlockFound(ScopePath.of(ONE), closed.id(), cycle, low),
                new Event.ConflictDecided(
                    ScopePath.of(ONE), closed.id(), low, Conflict.Verdict.DEADLOCK, 0));
            story.thenTellsTimes(1, Event.Denied.class);
            assertThat(closed.decisions())
                .singleElement()
                .satisfies(decision -> {
                  assertThat(decision.verdict()).isEqualTo(Conflict.Verdict.DEADLOCK);
                  assertThat(decision.cycle()).isEqualTo(cycle);
                });
          });
    }
  }

  @Nested
  @DisplayName("is none")
  class IsNone {
    @Test
    @DisplayName("while others who hold what is waited for may let go of enough")
    void othersMayLetGo() {
      given(limit("/", MEMORY, 100), limit("/", COMPUTE, 100))
          .when(
              allocate("m", ONE, MEMORY, 50),
              allocate("other", THREE, MEMORY, 50),
              allocate("c", TWO, COMPUTE, 100))
          .when(
              allocate("first", ONE, COMPUTE, 1).waiting("PT1H"),
              allocate("second", TWO, MEMORY, 50).waiting("PT1H"))
          .thenWaiting("first", "second")
          .when(allocate("third", TWO, MEMORY, 51).waiting("PT1H"))
          .thenWaiting("first", "second", "third");
    }

    @Test
    @DisplayName(
        "where each waits for more of what they hold together: that is contention (Q3, P4)")
    void oneConstraint() {
      given(limit("/", MEMORY, 100))
          .when(allocate("one", ONE, MEMORY, 50), allocate("two", TWO, MEMORY, 50))
          .when(
              allocate("more", ONE, MEMORY, 10).waiting("PT1H"),
              allocate("most", TWO, MEMORY, 10).waiting("PT1H"))
          .thenWaiting("more", "most");
    }

    @Test
    @DisplayName("where a scope waits for what it holds itself")
    void itself() {
      given(limit("/", MEMORY, 100))
          .when(allocate("held", ONE, MEMORY, 100))
          .when(allocate("more", ONE, MEMORY, 10).waiting("PT1H"))
          .thenWaiting("more");
    }

    @Test
    @DisplayName("where it is a scope below that holds it, which may go on by itself")
    void heldBelow() {
      given(limit("/", MEMORY, 100), limit("/", COMPUTE, 100))
          .when(allocate("m", "/user:ada/run:r", MEMORY, 100), allocate("c", TWO, COMPUTE, 100))
          .when(
              allocate("first", "/user:ada", COMPUTE, 1).waiting("PT1H"),
              allocate("second", TWO, MEMORY, 1).waiting("PT1H"))
          .thenWaiting("first", "second");
    }

    @Test
    @DisplayName("where time alone brings what is waited for")
    void timeHelps() {
      given(refilled(pool("t", "/", TOKENS, 100), 1, "PT1M"))
          .and(limit("/", COMPUTE, 100))
          .when(allocate("t", ONE, TOKENS, 50), allocate("c", TWO, COMPUTE, 100))
          .when(allocate("spent", THREE, TOKENS, 50), use("spent", TOKENS, 50))
          .when(
              allocate("first", ONE, COMPUTE, 1).waiting("PT1H"),
              allocate("second", TWO, TOKENS, 10).waiting("PT1H"))
          .thenWaiting("first", "second");
    }
  }
}
