package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resolve;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Facts.refilled;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.PREEMPTION;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ConflictStrategy.SHARING;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.WAIT_TIMEOUT;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.Priority.NORMAL;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.Resolution;
import dev.headroom.model.WaitStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A conflict")
final class ConflictTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String AT = "/ LIMIT MEMORY";

  private static Story allHeld() {
    return given(limit("/", MEMORY, 100)).when(allocate("held", ADA, MEMORY, 100));
  }

  private static Conflict only(Story story, boolean open) {
    List<Conflict> conflicts = story.look().conflicts(open, 0, 10);
    assertThat(conflicts).hasSize(1);
    return conflicts.getFirst();
  }

  private static WaitStatus waiting(Story story, String name) {
    return story.look().waiting(story.allocation(name), story.now()).orElseThrow();
  }

  @Nested
  @DisplayName("has a story (Q8):")
  class HasAStory {
    @Test
    @DisplayName(
        "it opens with the first that waits, is joined by others, and closes with the last")
    void opensAndCloses() {
      allHeld()
          .when(allocate("first", ADA, MEMORY, 60).waiting("PT1H"))
          .thenTellsTimes(1, Event.ConflictOpened.class)
          .when(allocate("second", BOB, MEMORY, 50).waiting("PT1M"))
          .thenTellsTimes(0, Event.ConflictOpened.class)
          .then(story -> {
            Conflict open = only(story, true);
            assertThat(story.answer())
                .isInstanceOfSatisfying(
                    Outcome.Queued.class,
                    queued -> assertThat(queued.conflict()).isEqualTo(open.id()));
            assertThat(open.at()).isEqualTo(constraint(AT));
            assertThat(open.waiting()).isEqualTo(2);
            assertThat(open.openedBy().text()).isEqualTo(ADA);
            assertThat(story.look().countConflicts(false)).isZero();
          })
          .until("10:01")
          .then(story ->
              assertThat(only(story, true).decisions())
                  .singleElement()
                  .satisfies(decision -> {
                    assertThat(decision.verdict()).isEqualTo(Conflict.Verdict.TIMED_OUT);
                    assertThat(decision.waitedMillis()).isEqualTo(60_000);
                    assertThat(decision.because())
                        .containsExactly(no(MEMORY, 50, 0, AT, WAIT_TIMEOUT));
                  }))
          .when(release("held"))
          .thenTellsTimes(1, Event.ConflictClosed.class)
          .then(story -> {
            Conflict closed = only(story, false);
            assertThat(closed.closedAt()).contains(story.now());
            assertThat(closed.decided()).isEqualTo(2);
            assertThat(closed.decisions().getLast().verdict()).isEqualTo(Conflict.Verdict.GRANTED);
            assertThat(story.look().countConflicts(true)).isZero();
          });
    }

    @Test
    @DisplayName(
        "what is denied as soon as it fails opens and closes one, and only the denial tells")
    void deniedAtOnce() {
      allHeld()
          .when(allocate("late", BOB, MEMORY, 1))
          .then(story -> {
            assertThat(story.told()).hasSize(1);
            Conflict closed = only(story, false);
            assertThat(closed.decisions().getFirst().verdict()).isEqualTo(Conflict.Verdict.DENIED);
            assertThat(closed.decisions().getFirst().allocation()).isEmpty();
            assertThat(closed.decisions().getFirst().because())
                .containsExactly(no(MEMORY, 1, 0, AT, CONTENTION));
          });
    }

    @Test
    @DisplayName("who lost what by preemption")
    void losses() {
      given(deciding(PREEMPTION, limit("/", MEMORY, 100)))
          .when(allocate("low", ADA, MEMORY, 100).as(LOW))
          .then(story -> {
            var low = story.allocation("low");
            story.when(allocate("high", BOB, MEMORY, 10).as(HIGH));
            Conflict.Decision decision = only(story, false).decisions().getFirst();
            assertThat(decision.verdict()).isEqualTo(Conflict.Verdict.GRANTED_BY_PREEMPTION);
            assertThat(decision.losses())
                .containsExactly(new Conflict.Loss(dev.headroom.model.ScopePath.of(ADA), low, 100));
          });
    }

    @Test
    @DisplayName("which tells of each allocation what was decided about it, and at its cost (A9)")
    void byAllocation() {
      given(deciding(PREEMPTION, limit("/", MEMORY, 100)))
          .when(allocate("held", ADA, MEMORY, 100))
          .when(allocate("waits", BOB, MEMORY, 100).as(LOW).waiting("PT1H"))
          .then(story -> assertThat(story.look().decisions(story.allocation("held"))).isEmpty())
          .when(release("held"))
          .when(allocate("high", ADA, MEMORY, 100).as(HIGH))
          .then(story -> {
            AllocationId waited = story.allocation("waits");
            assertThat(story.look().decisions(waited))
                .extracting(episode -> episode.decision().verdict())
                .containsExactly(Conflict.Verdict.GRANTED, Conflict.Verdict.GRANTED_BY_PREEMPTION);
            assertThat(story.look().decisions(story.allocation("high")))
                .singleElement()
                .satisfies(episode -> {
                  assertThat(episode.at()).isEqualTo(constraint(AT));
                  assertThat(episode.decision().losses().getFirst().allocation()).isEqualTo(waited);
                });
          });
    }

    @Test
    @DisplayName("only so many that have closed are remembered, the latest")
    void bounded() {
      Story story = allHeld();
      for (int made = 0; made <= ConflictBook.CLOSED_MAX; made++) {
        story.when(allocate("late", BOB, MEMORY, 1));
      }
      assertThat(story.look().countConflicts(false)).isEqualTo(ConflictBook.CLOSED_MAX);
      assertThat(story.look().conflict(new ConflictId(1))).isEmpty();
      assertThat(story.look().conflict(new ConflictId(2))).isPresent();
    }
  }

  @Nested
  @DisplayName("says of one that waits")
  class SaysOfOneThatWaits {
    @Test
    @DisplayName("its position, whom it is behind, who is in the way, and what is free")
    void whereItStands() {
      given(limit("/", MEMORY, 100))
          .when(allocate("large", ADA, MEMORY, 60), allocate("small", BOB, MEMORY, 30))
          .when(
              allocate("normal", ADA, MEMORY, 50).waiting("PT1H"),
              allocate("high", BOB, MEMORY, 80).as(HIGH).waiting("PT1H"))
          .at("10:01")
          .then(story -> {
            WaitStatus normal = waiting(story, "normal");
            assertThat(normal.position()).isEqualTo(2);
            assertThat(normal.behind()).contains(story.allocation("high"));
            assertThat(normal.effective()).isEqualTo(HIGH);
            assertThat(normal.free()).isEqualTo(10);
            assertThat(normal.requested()).isEqualTo(50);
            assertThat(normal.blockers())
                .extracting(WaitStatus.Blocker::id)
                .containsExactly(story.allocation("large"), story.allocation("small"));
            assertThat(waiting(story, "high").position()).isEqualTo(1);
            assertThat(waiting(story, "high").behind()).isEmpty();
          });
    }

    @Test
    @DisplayName("when it fits by what expires, after those before it")
    void byExpiry() {
      given(limit("/", MEMORY, 100))
          .when(
              allocate("soon", ADA, MEMORY, 60).lasting("PT10M"),
              allocate("later", ADA, MEMORY, 40).lasting("PT20M"))
          .when(
              allocate("first", BOB, MEMORY, 50).waiting("PT1H"),
              allocate("second", BOB, MEMORY, 50).waiting("PT1H"))
          .then(story -> {
            assertThat(waiting(story, "first").expectedAt()).contains(Story.time("10:10"));
            assertThat(waiting(story, "second").expectedAt()).contains(Story.time("10:20"));
          });
    }

    @Test
    @DisplayName("when it fits by replenishment, or by a window's end, if that is sooner")
    void byTime() {
      given(refilled(pool("p", "/", TOKENS, 100), 1, "PT1S"))
          .when(allocate("all", ADA, TOKENS, 100), Deed.use("all", TOKENS, 100))
          .when(allocate("waits", BOB, TOKENS, 30).waiting("PT1H"))
          .then(story ->
              assertThat(waiting(story, "waits").expectedAt()).contains(Story.time("10:00:30")));
      given(limit("/", TOKENS, 100, "PT5M"))
          .when(allocate("all", ADA, TOKENS, 100), Deed.use("all", TOKENS, 100))
          .when(allocate("waits", BOB, TOKENS, 30).waiting("PT1H"))
          .then(story ->
              assertThat(waiting(story, "waits").expectedAt()).contains(Story.time("10:05")));
    }

    @Test
    @DisplayName("nothing of when, where nothing known frees enough")
    void unknown() {
      given(limit("/", MEMORY, 100))
          .when(allocate("half", ADA, MEMORY, 50))
          .when(
              allocate("first", BOB, MEMORY, 100).waiting("PT1H"),
              allocate("second", BOB, MEMORY, 90).waiting("PT1H"))
          .then(story -> {
            assertThat(waiting(story, "first").expectedAt()).contains(Story.time("11:00"));
            assertThat(waiting(story, "second").expectedAt()).isEmpty();
          });
    }
  }

  @Nested
  @DisplayName("can be resolved by an administrator (Q7)")
  class Resolved {
    @Test
    @DisplayName("by granting over the limit, which owes what is beyond it")
    void granting() {
      given(pool("p", "/", TOKENS, 100))
          .when(allocate("held", ADA, TOKENS, 100))
          .when(allocate("waits", BOB, TOKENS, 30).waiting("PT1H"))
          .when(resolve("waits", new Resolution.Grant()))
          .thenAnswers(new Outcome.Resolved(new ConflictId(1), false))
          .thenLive("held", "waits")
          .thenPool("p", -30, 130, 0)
          .then(story -> {
            Conflict.Decision decision = only(story, false).decisions().getFirst();
            assertThat(decision.verdict()).isEqualTo(Conflict.Verdict.OVERRIDDEN);
            assertThat(decision.ruling()).contains(new Conflict.Ruling("op", "as told"));
          })
          .when(release("held"))
          .thenPool("p", 70, 30, 0)
          .thenTellsTimes(0, Event.ConflictResolved.class);
    }

    @Test
    @DisplayName("by denying")
    void denying() {
      allHeld()
          .when(allocate("waits", BOB, MEMORY, 30).waiting("PT1H"))
          .when(resolve("waits", new Resolution.Deny()))
          .thenAnswers(new Outcome.Resolved(new ConflictId(1), false))
          .thenTellsTimes(1, Event.Denied.class)
          .thenTellsTimes(1, Event.ConflictResolved.class)
          .thenWaiting()
          .then(
              story -> assertThat(only(story, false).decisions().getFirst().ruling()).isPresent());
    }

    @Test
    @DisplayName("by another priority")
    void reprioritising() {
      allHeld()
          .when(
              allocate("first", BOB, MEMORY, 30).waiting("PT1H"),
              allocate("second", BOB, MEMORY, 30).waiting("PT1H"))
          .thenWaiting("first", "second")
          .when(resolve("second", new Resolution.Reprioritise(CRITICAL)))
          .thenAnswers(new Outcome.Resolved(new ConflictId(1), true))
          .thenWaiting("second", "first")
          .when(resolve("first", new Resolution.Reprioritise(NORMAL)))
          .thenWaiting("second", "first");
    }

    @Test
    @DisplayName("by another strategy once")
    void applyingAnother() {
      given(limit("/", MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 100).as(LOW))
          .when(allocate("waits", BOB, MEMORY, 30).waiting("PT1H"))
          .when(resolve("waits", new Resolution.Apply(PREEMPTION)))
          .thenAnswers(new Outcome.Resolved(new ConflictId(1), false))
          .thenLive("waits")
          .then(story -> thenOperatorDecided(story, Conflict.Verdict.GRANTED_BY_PREEMPTION))
          .when(allocate("late", ADA, MEMORY, 80).as(HIGH))
          .thenIs(Outcome.Denied.class);
    }

    @Test
    @DisplayName("by splitting once, and the story says who had that done (Q8)")
    void splittingOnce() {
      given(limit("/", MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 90))
          .when(
              allocate("first", BOB, required(MEMORY, 30).atLeast(2)).waiting("PT1H"),
              allocate("second", BOB, required(MEMORY, 30).atLeast(2)).waiting("PT1H"))
          .when(resolve("first", new Resolution.Apply(SHARING)))
          .thenLive("held", "first", "second")
          .then(story -> thenOperatorDecided(story, Conflict.Verdict.SHARED));
    }

    @Test
    @DisplayName(
        "by a strategy that brings nothing: what comes of it later was not by their word (Q8)")
    void bringingNothing() {
      given(limit("/", MEMORY, 100))
          .when(allocate("held", ADA, MEMORY, 90))
          .when(allocate("large", BOB, MEMORY, 30).waiting("PT1H"))
          .when(allocate("small", BOB, MEMORY, 20).waiting("PT1H"))
          .when(resolve("small", new Resolution.Apply(QUEUING)))
          .thenWaiting("large", "small")
          .then(story -> assertThat(only(story, true).decisions()).isEmpty())
          .when(release("held"))
          .then(story -> {
            assertThat(only(story, false).decisions()).hasSize(2);
            assertThat(only(story, false).decisions())
                .allSatisfy(decision -> assertThat(decision.ruling()).isEmpty());
          });
    }

    private static void thenOperatorDecided(Story story, Conflict.Verdict verdict) {
      assertThat(only(story, false).decisions())
          .isNotEmpty()
          .allSatisfy(decision -> {
            assertThat(decision.verdict()).isEqualTo(verdict);
            assertThat(decision.ruling()).contains(new Conflict.Ruling("op", "as told"));
          });
    }

    @Test
    @DisplayName("not if it waits no more, or elsewhere")
    void refused() {
      allHeld()
          .when(allocate("waits", BOB, MEMORY, 30).waiting("PT1H"))
          .when(resolve("held", new Resolution.Deny()))
          .then(story -> story.thenRefuses(new Refusal.NotWaiting(story.allocation("held"))))
          .when(resolve(new ConflictId(7), "waits", new Resolution.Deny()))
          .then(story ->
              story.thenRefuses(
                  new Refusal.StaleVersion(
                      "the conflict of allocation " + story.allocation("waits"), 7, 1)))
          .then(story -> assertThat(Optional.of(only(story, true).waiting())).contains(1));
    }
  }
}
