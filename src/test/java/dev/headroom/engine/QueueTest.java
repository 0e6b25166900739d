package dev.headroom.engine;

import static dev.headroom.engine.Deed.allocate;
import static dev.headroom.engine.Deed.release;
import static dev.headroom.engine.Deed.set;
import static dev.headroom.engine.Deed.use;
import static dev.headroom.engine.Facts.full;
import static dev.headroom.engine.Facts.limit;
import static dev.headroom.engine.Facts.lines;
import static dev.headroom.engine.Facts.no;
import static dev.headroom.engine.Story.given;
import static dev.headroom.engine.Story.time;
import static dev.headroom.model.Denial.Reason.CONTENTION;
import static dev.headroom.model.Denial.Reason.EXCEEDS_LIMIT;
import static dev.headroom.model.Denial.Reason.WAIT_TIMEOUT;
import static dev.headroom.model.RequestLine.optional;
import static dev.headroom.model.RequestLine.required;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A request that fails by contention")
final class QueueTest {
  private static final String ADA = "/user:ada";
  private static final String AT_ADA = "/user:ada LIMIT TOKENS";

  /// Ada's 100 tokens are all held, until eleven.
  private static Story full100() {
    return given(limit(ADA, TOKENS, 100)).when(allocate("held", ADA, TOKENS, 100));
  }

  @Nested
  @DisplayName("waits (Q4)")
  class Waits {
    @Test
    @DisplayName("only if it is ready to")
    void onlyIfReady() {
      full100()
          .when(allocate("w", ADA, TOKENS, 50))
          .thenDenies(no(TOKENS, 50, 0, AT_ADA, CONTENTION))
          .thenWaiting();
    }

    @Test
    @DisplayName("at its binding constraint, and is told so (Q1)")
    void atItsBindingConstraint() {
      full100()
          .when(allocate("v", "/user:ada/run:r1", TOKENS, 50).waiting("PT10M"))
          .thenQueues(AT_ADA, 1, "10:10")
          .then(story ->
              story.thenTells(
                  new Event.Queued(
                      ScopePath.of("/user:ada/run:r1"),
                      story.allocation("v"),
                      Facts.constraint(AT_ADA),
                      List.of(no(TOKENS, 50, 0, AT_ADA, CONTENTION))),
                  new Event.ConflictOpened(
                      ScopePath.of(ADA),
                      new ConflictId(1),
                      Facts.constraint(AT_ADA),
                      ScopePath.of("/user:ada/run:r1"),
                      story.allocation("v"))))
          .when(allocate("w", ADA, TOKENS, 1).waiting("PT0.001S"))
          .thenQueues(AT_ADA, 2, "10:00:00.001")
          .thenWaiting("v", "w")
          .thenCounts(ADA, TOKENS, 100, 0);
    }

    @Test
    @DisplayName("at the tightest of several limits of one scope, though another has room for it")
    void atTheTightest() {
      given(limit(ADA, TOKENS, 100), limit(ADA, TOKENS, 60, "P1D"), limit(ADA, TOKENS, 80, "PT1H"))
          .when(allocate("held", ADA, TOKENS, 60))
          .when(allocate("w", ADA, TOKENS, 30).waiting("PT10M"))
          .thenQueues("/user:ada LIMIT TOKENS/P1D", 1, "10:10")
          .at("10:06")
          .when(allocate("v", ADA, TOKENS, 1).waiting("PT10M"))
          .thenQueues("/user:ada LIMIT TOKENS/P1D", 2, "10:16")
          .when(set(limit(ADA, TOKENS, 100), limit(ADA, TOKENS, 70, "P1D")))
          .when(allocate("u", ADA, TOKENS, 5))
          .thenDenies(no(TOKENS, 5, 10, "/user:ada LIMIT TOKENS/P1D", CONTENTION));
    }

    @Test
    @DisplayName("not where it could never fit")
    void notInVain() {
      full100()
          .when(allocate("w", ADA, TOKENS, 101).waiting("PT1H"))
          .thenDenies(no(TOKENS, 101, 0, AT_ADA, EXCEEDS_LIMIT))
          .thenWaiting();
    }

    @Test
    @DisplayName("not where one of its lines could never fit, though another is contended")
    void notForAPart() {
      full100()
          .and(limit("/", CREDITS, 5))
          .when(allocate("w", ADA, required(TOKENS, 1), required(CREDITS, 6)).waiting("PT1H"))
          .thenDenies(
              no(TOKENS, 1, 0, AT_ADA, CONTENTION),
              no(CREDITS, 6, 5, "/ LIMIT CREDITS", EXCEEDS_LIMIT))
          .thenWaiting();
    }

    @Test
    @DisplayName("until it is granted, under the name it waited under, with its lease from then")
    void untilGranted() {
      full100()
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT30M").lasting("PT20M"))
          .at("10:12")
          .when(release("held"))
          .then(story ->
              story.thenTellsAmongOthers(
                  new Event.Granted(
                      ScopePath.of(ADA),
                      story.allocation("w"),
                      lines(full(TOKENS, 50)),
                      time("10:32"),
                      12 * 60_000)))
          .thenLive("w")
          .thenWaiting()
          .until("10:31:59.999")
          .thenLive("w")
          .until("10:32")
          .thenLive();
    }

    @Test
    @DisplayName("until its maximum wait is over, and is denied at that instant")
    void untilTheMaximumWait() {
      full100()
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT10M"))
          .until("10:09:59.999")
          .thenTells()
          .thenWaiting("w")
          .until("10:30")
          .thenWaiting()
          .then(story -> assertThat(story.told()).extracting(Event::at).containsOnly(time("10:10")))
          .then(story ->
              story.thenTells(
                  new Event.Denied(
                      ScopePath.of(ADA),
                      Optional.of(story.allocation("w")),
                      List.of(no(TOKENS, 50, 0, AT_ADA, WAIT_TIMEOUT)),
                      10 * 60_000),
                  decided(story.allocation("w"), Conflict.Verdict.TIMED_OUT, 10 * 60_000),
                  closed()));
    }

    private static Event.Body decided(
        AllocationId allocation, Conflict.Verdict verdict, long waited) {
      return new Event.ConflictDecided(
          ScopePath.of(ADA), new ConflictId(1), allocation, verdict, waited);
    }

    private static Event.Body closed() {
      return new Event.ConflictClosed(
          ScopePath.of(ADA), new ConflictId(1), Facts.constraint(AT_ADA), 1);
    }

    @Test
    @DisplayName("and is granted what comes free at the very end of its maximum wait")
    void untilTheLastInstant() {
      full100()
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT1H"))
          .until("11:00")
          .thenLive("w")
          .thenTellsTimes(0, Event.Denied.class);
    }

    @Test
    @DisplayName("until it is cancelled by release, which returns nothing")
    void untilCancelled() {
      full100()
          .when(allocate("w", ADA, TOKENS, 50).waiting("PT10M"), release("w"))
          .thenAnswers(new Outcome.Released(List.of()))
          .then(story ->
              story.thenTells(
                  new Event.Ended(
                      ScopePath.of(ADA), story.allocation("w"), EndCause.RELEASED, List.of()),
                  decided(story.allocation("w"), Conflict.Verdict.CANCELLED, 0),
                  closed()))
          .thenWaiting()
          .thenLive("held")
          .when(release("held"))
          .thenLive();
    }

    @Test
    @DisplayName("for all its required lines, wherever the next obstacle is")
    void atOneAfterTheOther() {
      full100()
          .and(limit("/", CREDITS, 5))
          .when(allocate("credits", "/user:bob", CREDITS, 5))
          .when(allocate("w", ADA, required(TOKENS, 50), required(CREDITS, 5)).waiting("PT1H"))
          .thenQueues(AT_ADA, 1, "11:00")
          .when(release("held"))
          .thenWaiting("w")
          .thenHeadroom(ADA, TOKENS, 100)
          .when(release("credits"))
          .thenLive("w")
          .thenHeadroom(ADA, TOKENS, 50);
    }

    @Test
    @DisplayName("where it has optional lines only, until one of them can be had")
    void optionalOnly() {
      full100()
          .when(allocate("w", ADA, optional(TOKENS, 50).atLeast(20)).waiting("PT1H"))
          .thenQueues(AT_ADA, 1, "11:00")
          .when(release("held"))
          .thenLive("w")
          .thenCounts(ADA, TOKENS, 50, 0);
    }

    @Test
    @DisplayName("is counted at every scope of its path while it does")
    void isCounted() {
      full100()
          .when(allocate("w", "/user:ada/run:r1", TOKENS, 50).waiting("PT10M"))
          .then(story -> assertThat(waiters(story)).containsExactly(1, 1, 1))
          .until("10:10")
          .then(story -> assertThat(waiters(story)).containsExactly(0, 0, 0));
    }

    private List<Integer> waiters(Story story) {
      return ScopePath.of("/user:ada/run:r1").chain().stream()
          .map(path -> story.look().scope(path, story.now()).orElseThrow().waiters())
          .toList();
    }
  }

  @Test
  @DisplayName(
      "uses nothing while it waits: what it asked for can be had by those it lets pass (Q5)")
  void usesNothing() {
    given(limit(ADA, TOKENS, 100))
        .when(allocate("held", ADA, TOKENS, 60))
        .when(allocate("large", ADA, TOKENS, 50).waiting("PT1H"))
        .when(allocate("small", ADA, TOKENS, 40), use("small", TOKENS, 1))
        .thenLive("held", "small")
        .thenWaiting("large");
  }
}
