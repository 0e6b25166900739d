package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.resize;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.constraint;
import static dev.headroom.engine.Facts.deciding;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Facts.pool;
import static dev.headroom.engine.Story.given;
import static dev.headroom.model.ConflictStrategy.PREEMPTION;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Priority.CRITICAL;
import static dev.headroom.model.Priority.HIGH;
import static dev.headroom.model.Priority.LOW;
import static dev.headroom.model.Priority.NORMAL;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("PREEMPTION (Q3)")
final class PreemptionTest {
  private static final String ADA = "/user:ada";
  private static final String BOB = "/user:bob";
  private static final String ROOT = "/ LIMIT MEMORY";

  private static Limit root(long amount) {
    return deciding(PREEMPTION, limit("/", MEMORY, amount));
  }

  /// A hundred are held: 20 LOW, 30 LOW a minute later, 50 NORMAL.
  private static Story allHeld() {
    return given(root(100))
        .when(allocate("old", ADA, MEMORY, 20).as(LOW))
        .at("10:01")
        .when(allocate("new", BOB, MEMORY, 30).as(LOW), allocate("normal", ADA, MEMORY, 50))
        .at("10:02");
  }

  @Nested
  @DisplayName("revokes")
  class Revokes {
    @Test
    @DisplayName("the newest of the lowest priority, without anybody having to wait")
    void newestOfTheLowest() {
      allHeld()
          .when(allocate("high", BOB, MEMORY, 25).as(HIGH))
          .thenGrants(MEMORY, 25)
          .thenLive("old", "normal", "high")
          .thenCounts("/", MEMORY, 95, 0);
    }

    @Test
    @DisplayName("as many as it takes, the lowest priority first")
    void asManyAsItTakes() {
      allHeld()
          .when(allocate("high", BOB, MEMORY, 81).as(HIGH))
          .thenGrants(MEMORY, 81)
          .thenLive("high")
          .thenTellsTimes(3, Event.Preempted.class);
    }

    @Test
    @DisplayName(
        "nobody whose end the request turns out not to need, sparing the highest, then "
            + "the oldest")
    void noneInVain() {
      allHeld()
          .when(allocate("high", BOB, MEMORY, 50).as(HIGH))
          .thenLive("normal", "high")
          .when(release("high"), release("normal"))
          .when(
              allocate("large", ADA, MEMORY, 60).as(LOW),
              allocate("small", ADA, MEMORY, 40).as(LOW))
          .when(allocate("late", BOB, MEMORY, 50).as(HIGH))
          .thenLive("small", "late");
    }

    @Test
    @DisplayName("nobody of the same priority")
    void notItsEquals() {
      allHeld()
          .when(allocate("another", BOB, MEMORY, 51).as(NORMAL))
          .thenDenies(no(MEMORY, 51, 0, ROOT, CONTENTION))
          .thenLive("old", "new", "normal")
          .when(allocate("another", BOB, MEMORY, 50).as(NORMAL))
          .thenGrants(MEMORY, 50)
          .thenLive("normal", "another");
    }

    @Test
    @DisplayName("nobody if all of them would not suffice, and then waits as under PRIORITY")
    void noneIfNotEnough() {
      allHeld()
          .when(use("normal", MEMORY, 1))
          .when(allocate("critical", BOB, MEMORY, 100).as(CRITICAL))
          .thenLive("critical")
          .when(allocate("another", ADA, MEMORY, 1).as(CRITICAL))
          .thenDenies(no(MEMORY, 1, 0, ROOT, CONTENTION))
          .when(allocate("another", ADA, MEMORY, 1).as(CRITICAL).waiting("PT1H"))
          .thenQueues(ROOT, 1, "11:02")
          .thenLive("critical");
    }

    @Test
    @DisplayName("only for what a request requires")
    void notForOptionalLines() {
      allHeld()
          .when(allocate("high", BOB, RequestLine.optional(MEMORY, 10)).as(HIGH))
          .thenDenies(no(MEMORY, 10, 0, ROOT, CONTENTION))
          .thenLive("old", "new", "normal");
    }

    @Test
    @DisplayName("what is reserved; what a spent type has consumed does not come back (S4)")
    void whatIsReserved() {
      given(deciding(PREEMPTION, pool("p", "/", TOKENS, 100)))
          .when(allocate("low", ADA, TOKENS, 100).as(LOW), use("low", TOKENS, 60))
          .when(allocate("high", BOB, TOKENS, 41).as(HIGH))
          .thenIs(Outcome.Denied.class)
          .thenPool("p", 0, 40, 60)
          .when(allocate("high", BOB, TOKENS, 40).as(HIGH))
          .thenGrants(TOKENS, 40)
          .thenLive("high")
          .thenPool("p", 0, 40, 60);
    }

    @Test
    @DisplayName("as much as makes good a capacity that was lowered below what is reserved (P6)")
    void belowALoweredCapacity() {
      given(deciding(PREEMPTION, pool("p", "/", MEMORY, 100)))
          .when(
              allocate("a", ADA, MEMORY, 40).as(LOW),
              allocate("b", ADA, MEMORY, 40).as(LOW),
              allocate("c", ADA, MEMORY, 20))
          .when(set(deciding(PREEMPTION, pool("p", "/", MEMORY, 50))))
          .when(allocate("high", BOB, MEMORY, 15).as(HIGH))
          .thenGrants(MEMORY, 15)
          .thenLive("c", "high")
          .thenPool("p", 15, 35, 0);
    }

    @Test
    @DisplayName("for one that grows, by the priority it holds with (A7)")
    void toGrow() {
      allHeld()
          .when(resize("normal", MEMORY, 101))
          .thenIs(Outcome.NotResized.class)
          .thenLive("old", "new", "normal")
          .when(resize("normal", MEMORY, 80))
          .thenAnswers(new Outcome.ResizedTo(80))
          .thenLive("old", "normal")
          .when(resize("old", MEMORY, 21))
          .thenIs(Outcome.NotResized.class);
    }
  }

  @Nested
  @DisplayName("where several constraints lack room")
  class SeveralConstraints {
    @Test
    @DisplayName("revokes until each has enough, and nobody who would help none of them")
    void untilEachHasEnough() {
      given(root(100), deciding(PREEMPTION, limit(ADA, MEMORY, 60)))
          .when(
              allocate("bob", BOB, MEMORY, 40).as(LOW),
              allocate("ada1", ADA, MEMORY, 30),
              allocate("ada2", ADA, MEMORY, 30))
          .when(allocate("high", ADA, MEMORY, 40).as(HIGH))
          .thenGrants(MEMORY, 40)
          .thenLive("bob", "high");
    }

    @Test
    @DisplayName("revokes nobody if one of them decides otherwise")
    void ifOneDecidesOtherwise() {
      given(root(100), deciding(QUEUING, limit(ADA, MEMORY, 60)))
          .when(allocate("bob", BOB, MEMORY, 40).as(LOW), allocate("ada", ADA, MEMORY, 60).as(LOW))
          .when(allocate("high", ADA, MEMORY, 40).as(HIGH))
          .thenIs(Outcome.Denied.class)
          .thenLive("bob", "ada");
    }

    @Test
    @DisplayName("makes room for every line")
    void forEveryLine() {
      given(root(10))
          .and(deciding(PREEMPTION, pool("p", "/", TOKENS, 10)))
          .when(
              allocate("memory", ADA, MEMORY, 10).as(LOW),
              allocate("tokens", ADA, TOKENS, 10).as(LOW))
          .when(
              allocate(
                      "both", BOB, RequestLine.required(MEMORY, 1), RequestLine.required(TOKENS, 1))
                  .as(HIGH))
          .thenGrants(full(MEMORY, 1), full(TOKENS, 1))
          .thenLive("both");
    }
  }

  @Nested
  @DisplayName("for one who waits")
  class ForWaiters {
    @Test
    @DisplayName("counts the priority that it has come to by waiting (Q2)")
    void aged() {
      given(root(100))
          .when(allocate("held", ADA, MEMORY, 10), allocate("normal", ADA, MEMORY, 90))
          .when(allocate("waits", BOB, MEMORY, 100).waiting("PT1H"))
          .thenQueues(ROOT, 1, "11:00")
          .at("10:01")
          .when(release("held"))
          .thenLive("waits");
    }

    @Test
    @DisplayName("waits until headroom is gained: neither aging nor the denial of another wakes it")
    void notByAgingAlone() {
      given(root(100))
          .when(allocate("little", ADA, MEMORY, 1), allocate("normal", ADA, MEMORY, 99))
          .when(allocate("waits", BOB, MEMORY, 50).waiting("PT1H"))
          .until("10:01")
          .thenWaiting("waits")
          .when(allocate("late", ADA, MEMORY, 1).as(LOW))
          .thenIs(Outcome.Denied.class)
          .thenWaiting("waits")
          .thenLive("little", "normal")
          .when(release("little"))
          .thenLive("waits");
    }

    @Test
    @DisplayName(
        "is not undone by the one it revoked, however long that one had waited: both keep "
            + "what they came to")
    void noBackAndForth() {
      given(root(100))
          .when(allocate("held", ADA, MEMORY, 100))
          .when(allocate("first", ADA, MEMORY, 100).waiting("PT1H").requeued())
          .at("10:01")
          .when(release("held"))
          .thenLive("first")
          .when(allocate("high", BOB, MEMORY, 100).as(HIGH).waiting("PT1H").requeued())
          .thenQueues(ROOT, 1, "11:01")
          .when(allocate("critical", BOB, MEMORY, 100).as(CRITICAL))
          .thenLive("critical")
          .thenWaiting("first", "high")
          .when(release("critical"))
          .thenLive("first")
          .thenWaiting("high");
    }

    @Test
    @DisplayName("passes nobody who starves (Q5)")
    void notPastOneWhoStarves() {
      given(root(100))
          .when(
              allocate("low", ADA, MEMORY, 50).as(LOW),
              allocate("top", ADA, MEMORY, 50).as(CRITICAL))
          .when(allocate("starves", BOB, MEMORY, 100).waiting("PT1H"))
          .at("10:05:00.001")
          .when(allocate("high", BOB, MEMORY, 50).as(HIGH))
          .thenIs(Outcome.Denied.class)
          .thenLive("low", "top");
    }
  }

  @Nested
  @DisplayName("tells")
  class Tells {
    @Test
    @DisplayName("who was revoked, for whose sake and where, then that it ended and what came back")
    void whoAndWhy() {
      allHeld()
          .then(story -> {
            var revoked = story.allocation("new");
            story
                .when(allocate("high", BOB, MEMORY, 25).as(HIGH))
                .thenTellsAmongOthers(
                    new Event.Preempted(
                        ScopePath.of(BOB),
                        revoked,
                        LOW,
                        constraint(ROOT),
                        Optional.of(story.allocation("high")),
                        ScopePath.of(BOB),
                        HIGH,
                        Optional.empty()),
                    new Event.Ended(
                        ScopePath.of(BOB), revoked, EndCause.PREEMPTED, List.of(full(MEMORY, 30))),
                    new Event.Granted(
                        ScopePath.of(BOB),
                        story.allocation("high"),
                        List.of(full(MEMORY, 25)),
                        Story.time("11:02"),
                        0));
          });
    }
  }

  @Nested
  @DisplayName("lets one wait again that asked for it")
  class Requeue {
    @Test
    @DisplayName("under a new name at its old arrival, before those who came later")
    void atItsOldArrival() {
      given(root(100))
          .when(allocate("first", ADA, MEMORY, 100).waiting("PT1H").requeued())
          .when(allocate("second", ADA, MEMORY, 100).waiting("PT1H"))
          .then(story -> {
            var before = story.allocation("first");
            story.when(allocate("high", BOB, MEMORY, 100).as(HIGH)).thenWaiting("first", "second");
            Assertions.assertThat(story.allocation("first")).isNotEqualTo(before);
          })
          .when(release("high"))
          .thenLive("first")
          .thenWaiting("second");
    }

    @Test
    @DisplayName("for what is left of its maximum wait, the time it held not counting")
    void forWhatIsLeft() {
      given(root(100))
          .when(allocate("held", ADA, MEMORY, 100).lasting("PT30S"))
          .when(allocate("waits", ADA, MEMORY, 100).waiting("PT30M").requeued())
          .at("10:40")
          .when(allocate("critical", BOB, MEMORY, 100).as(CRITICAL))
          .thenWaiting("waits")
          .until("11:09:29.999")
          .thenWaiting("waits")
          .until("11:09:30")
          .thenWaiting()
          .thenTellsTimes(1, Event.Denied.class);
    }

    @Test
    @DisplayName("not if it was never ready to wait (Q4)")
    void notWithoutAMaximumWait() {
      given(root(100))
          .when(allocate("low", ADA, MEMORY, 100).as(LOW).requeued())
          .when(allocate("high", BOB, MEMORY, 100).as(HIGH))
          .thenLive("high")
          .thenWaiting();
    }
  }
}
